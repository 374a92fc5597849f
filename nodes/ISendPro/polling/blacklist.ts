import { createCipheriv, createDecipheriv, createHash } from 'crypto';
import { makeEventId } from './hash-set';

/** Cells of a sketch: enough for 400 changes from one poll to the next. */
const CELLS = 576;
const CELLS_A_NUMBER = 3;
const CELLS_A_PART = CELLS / CELLS_A_NUMBER;
const BLOCK = 16;
/** Bytes that are zero in every block: what is no number does not pass for one. */
const MIN_ZEROS = 4;
/** Characters of a digest: 132 bits. */
const DIGEST_LENGTH = 22;

/**
 * What is known of the blacklist: never the numbers themselves. The sketch is the sum (XOR) of all numbers, each
 * encrypted with the account's key, in three of its cells. The difference of two sketches holds only what changed,
 * and cells with a single number give it back, so a sketch of 9 KB stands for 200,000 numbers and loses none: a
 * difference that is too large leaves cells that are not empty.
 */
export interface BlacklistState {
	/** When the list was first read: ids of events never repeat those of an earlier baseline. */
	readonly epoch: string;
	/** Counts the changes that came out. */
	readonly generation: number;
	/** How many numbers there were, and the digest of them in their order. */
	readonly count: number;
	readonly digest: string;
	/** Base64. */
	readonly sketch: string;
}

/** A number that entered the list or left it. */
export interface BlacklistChange {
	readonly event: 'blacklisted' | 'unblacklisted';
	/** Of a number that left, its digits. */
	readonly phoneNumber: string;
	/** The same when the change comes out once more, different for every other one. */
	readonly eventId: string;
}

/** How the list has changed. */
export interface BlacklistNews {
	readonly state: BlacklistState;
	readonly changes: readonly BlacklistChange[];
	/** Too many changes to tell them apart: every number of the list comes out. */
	readonly isUnclear: boolean;
}

/**
 * Compares the blacklist with what is known of it.
 * @param listed the numbers of the file, in its order
 * @param secret the account's key
 * @param epoch of a baseline
 * @param earlier what was known before changes that came out, but perhaps never reached an execution, the
 * newest last: these come out once more
 */
export function advanceBlacklist(
	before: BlacklistState | undefined,
	listed: readonly string[],
	secret: string,
	epoch: string,
	earlier: readonly BlacklistState[] = [],
): BlacklistNews {
	const list = new Listed([...new Set(listed)], secret);
	if (!before) return { state: list.describe(epoch, 0), changes: [], isUnclear: false };
	const found = list.changesSince(before);
	const generation = before.generation + (found?.length === 0 ? 0 : 1);
	// Back in time, from the list as it is now: what a number was at each time.
	const changes: BlacklistChange[][] = [];
	const changedSince = new Set<string>();
	let isUnclear = false;
	const goBack = (numbers: readonly string[] | undefined, when: number) => {
		isUnclear ||= numbers === undefined;
		const ofThen = (numbers ?? list.numbers).map((number): BlacklistChange => {
			const phoneNumber = list.writtenAs(number);
			const isListed = list.has(number) !== changedSince.has(digitsOf(number));
			const event = isListed ? 'blacklisted' : 'unblacklisted';
			const eventId = makeEventId(event, phoneNumber, before.epoch, String(when));
			return { event, phoneNumber, eventId };
		});
		changes.unshift(ofThen);
		for (const digits of (numbers ?? []).map(digitsOf)) {
			if (!changedSince.delete(digits)) changedSince.add(digits);
		}
	};
	goBack(found, generation);
	const times = [...earlier, before];
	for (let index = earlier.length; index > 0 && !isUnclear; index--) {
		const [from, until] = [times[index - 1], times[index]];
		if (from && until) goBack(list.changesBetween(from, until), until.generation);
	}
	return { state: list.describe(before.epoch, generation), changes: changes.flat(), isUnclear };
}

/** The list as it is now. */
class Listed {
	private readonly key: Buffer;
	private readonly sketch: Buffer;
	private readonly byDigits: ReadonlyMap<string, string>;

	constructor(
		readonly numbers: readonly string[],
		private readonly secret: string,
	) {
		this.key = createHash('sha256').update(`blacklist ${secret}`).digest().subarray(0, BLOCK);
		this.byDigits = new Map(numbers.map((number) => [digitsOf(number), number]));
		this.sketch = makeSketch([...this.byDigits.keys()], this.key);
	}

	has(number: string): boolean {
		return this.byDigits.has(digitsOf(number));
	}

	writtenAs(number: string): string {
		return this.byDigits.get(digitsOf(number)) ?? number;
	}

	describe(epoch: string, generation: number): BlacklistState {
		const { length: count } = this.numbers;
		return {
			...{ epoch, generation, count, digest: this.digestOf(count) },
			sketch: this.sketch.toString('base64'),
		};
	}

	/** The numbers that entered or left since; undefined when they are too many to tell apart. */
	changesSince(before: BlacklistState): string[] | undefined {
		// Mostly the list only grows at its end, by however many.
		if (this.beginsWith(before)) return this.numbers.slice(before.count);
		return this.difference(before.sketch, this.sketch);
	}

	/** The same between two earlier times. */
	changesBetween(before: BlacklistState, after: BlacklistState): string[] | undefined {
		if (this.beginsWith(before) && this.beginsWith(after) && before.count <= after.count) {
			return this.numbers.slice(before.count, after.count);
		}
		return this.difference(before.sketch, Buffer.from(after.sketch, 'base64'));
	}

	private beginsWith({ count, digest }: BlacklistState): boolean {
		return count <= this.numbers.length && this.digestOf(count) === digest;
	}

	private digestOf(count: number): string {
		return createHash('sha256')
			.update(`${this.secret}\n${this.numbers.slice(0, count).join('\n')}`)
			.digest('base64url')
			.slice(0, DIGEST_LENGTH);
	}

	private difference(before: string, after: Buffer): string[] | undefined {
		const sketch = Buffer.from(before, 'base64');
		addTo(sketch, 0, after);
		return readSketch(sketch, this.key);
	}
}

/** What is encrypted of a number: its digits. */
function digitsOf(number: string): string {
	return number.replace(/\D/g, '').slice(0, 2 * (BLOCK - 1 - MIN_ZEROS));
}

/** A block: how many digits, two digits a byte, zeros. */
function writeBlock(digits: string): Buffer {
	const block = Buffer.alloc(BLOCK);
	block[0] = digits.length;
	block.write(digits.padEnd(digits.length + (digits.length % 2), '0'), 1, 'hex');
	return block;
}

function readBlock(block: Buffer): string | undefined {
	const length = block[0] ?? 0;
	const digits = block.toString('hex', 1).slice(0, length);
	if (length === 0 || !/^\d+$/.test(digits)) return undefined;
	return writeBlock(digits).equals(block) ? digits : undefined;
}

/** @param numbers the digits of each, none twice */
function makeSketch(numbers: readonly string[], key: Buffer): Buffer {
	const sketch = Buffer.alloc(CELLS * BLOCK);
	const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
	const blocks = cipher.update(Buffer.concat(numbers.filter(Boolean).map(writeBlock)));
	for (let start = 0; start < blocks.length; start += BLOCK) {
		addToCells(sketch, blocks.subarray(start, start + BLOCK));
	}
	return sketch;
}

/** The numbers that a sketch holds; undefined when they are too many to tell apart. */
function readSketch(sketch: Buffer, key: Buffer): string[] | undefined {
	const found: string[] = [];
	let open = Array.from({ length: CELLS }, (_, cell) => cell);
	while (open.length > 0) {
		const touched: number[] = [];
		for (const cell of open) {
			const block = Buffer.from(sketch.subarray(cell * BLOCK, (cell + 1) * BLOCK));
			const decipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false);
			const number = readBlock(decipher.update(block));
			if (number === undefined || !cellsOf(block).includes(cell)) continue;
			found.push(number);
			touched.push(...cellsOf(block));
			addToCells(sketch, block);
		}
		open = touched;
	}
	return sketch.some((byte) => byte !== 0) ? undefined : found;
}

function addToCells(sketch: Buffer, block: Buffer): void {
	for (const cell of cellsOf(block)) addTo(sketch, cell * BLOCK, block);
}

/** One cell in each third of the sketch. */
function cellsOf(block: Buffer): number[] {
	return Array.from(
		{ length: CELLS_A_NUMBER },
		(_, part) => part * CELLS_A_PART + (block.readUInt32BE(4 * part) % CELLS_A_PART),
	);
}

function addTo(target: Buffer, offset: number, added: Buffer): void {
	for (let index = 0; index < added.length; index++) {
		target[offset + index] = (target[offset + index] ?? 0) ^ (added[index] ?? 0);
	}
}
