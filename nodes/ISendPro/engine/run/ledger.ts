import { createHash } from 'crypto';
import type {
	IContextObject,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import type { Failure } from '../../api/wire/failure';
import { interrupted, lostInCrash } from '../../api/wire/failure';
import { isRetryAfterCrash } from './crash';
import { isObject } from '../reading/plain-data';
import type { Entry, Outcome } from './plan';

/** What is remembered of one unit: what it gave, or why it was refused for good. */
interface Remembered {
	items?: IDataObject[];
	failure?: Failure;
	/** What was refused: only the same is refused again. What may be out already answers for anything. */
	asked?: string;
}

/** Of items that contain themselves, each part once. */
function writeOnce(value: unknown): string {
	const written = new WeakSet();
	return JSON.stringify(value, (_, part: unknown) => {
		if (typeof part === 'bigint') return String(part);
		if (!isObject(part)) return part;
		if (written.has(part)) return 'again';
		written.add(part);
		return part;
	});
}

function hash(value: unknown): string {
	let text: string;
	try {
		text = JSON.stringify(value);
	} catch {
		text = writeOnce(value);
	}
	return createHash('sha256').update(text).digest('base64url');
}

/**
 * What was accepted, refused for good or may have been done, so that n8n's "Retry On Fail" and a
 * later retry of the execution never do it twice. It lives in the execution's data, which outlives
 * both, and is kept apart for each input and, in loops, for each run of the node. n8n counts every try of
 * an AI agent's tool as a run of its own, so there the input alone counts.
 */
export class Memory {
	private readonly store: IContextObject;

	private readonly key: string;

	/** An earlier try was killed before its memory was stored. */
	private readonly lost: boolean;

	/** Where each entry is remembered. */
	private readonly places = new Map<Entry, string>();

	/**
	 * To be made at the beginning of a run: a run that leaves no trace was killed.
	 * @param items the node's input
	 */
	constructor(context: IExecuteFunctions, items: INodeExecutionData[]) {
		const isTool = context.getNode().type.endsWith('Tool');
		const run = isTool ? 'tool' : `run ${context.getWorkflowDataProxy(0).$runIndex}`;
		this.store = context.getContext('node');
		this.key = `${run} of ${hash(items.map(({ json }) => json))}`;
		this.lost = !isTool && !(this.key in this.store) && isRetryAfterCrash(context);
		this.store[this.key] ??= {};
	}

	/** Names this run of the node: the same at every try, another at every run. */
	get run(): string {
		return hash(this.key).slice(0, 8);
	}

	private get remembered(): Record<string, Remembered> {
		return this.store[this.key];
	}

	/** Gives all entries of the run what came of them in an earlier try, where that still holds. */
	recall(entries: readonly Entry[]): void {
		const occurrences = new Map<string, number>();
		for (const entry of entries) {
			const { itemIndex, unit } = entry;
			// By its input item, its name, and how often that name came before. Not by its text, which may
			// hold the time of day and differ at the next try.
			const name = JSON.stringify([itemIndex, unit.identity ?? {}]);
			const occurrence = occurrences.get(name) ?? 0;
			occurrences.set(name, occurrence + 1);
			const key = `${name} ${occurrence}`;
			this.places.set(entry, key);
			if (this.lost) this.remembered[key] = { failure: lostInCrash() };
			entry.outcome = this.outcomeAt(key, unit.request) ?? entry.outcome;
		}
	}

	/** To be called before the request, so that even an interruption is remembered. */
	submit(entry: Entry): void {
		this.remembered[this.placeOf(entry)] = { failure: interrupted() };
	}

	/** To be called with the entry's outcome. */
	settle(entry: Entry): void {
		const key = this.placeOf(entry);
		const { outcome } = entry;
		delete this.remembered[key];
		if (!outcome) return;
		if ('items' in outcome) {
			this.remembered[key] = { items: outcome.items.map(({ json }) => json) };
		} else if (outcome.failure.isFinal) {
			this.remembered[key] = { failure: outcome.failure, asked: hash(entry.unit.request) };
		}
	}

	/** Once the run has ended in a way that n8n does not repeat, the execution's data stay small. */
	forget(): void {
		delete this.store[this.key];
	}

	private outcomeAt(key: string, request: unknown): Outcome | undefined {
		const { items, failure, asked } = this.remembered[key] ?? {};
		if (items) return { items: items.map((json) => ({ json })) };
		if (!failure) return undefined;
		return failure.status === 'unknown' || asked === hash(request) ? { failure } : undefined;
	}

	private placeOf(entry: Entry): string {
		const place = this.places.get(entry);
		if (!place) throw new RangeError('Every entry is recalled before it is submitted');
		return place;
	}
}
