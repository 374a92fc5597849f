import { codeElements, Refusal } from '../manual/codes';
import { parseNumber } from '../manual/numbers';
import type { ParsedNumber } from '../manual/numbers';
import type { Account, RecordedRequest } from '../types';
import type { AnswerRecord, Element, TextElement } from '../http/xml';
import type { Arguments } from '../http/form';
import type { SingleByteCharset } from '../http/latin9';
import type { World } from '../world/world';

/** One request whose account is known. */
export interface Call {
	world: World;
	account: Account;
	args: Arguments;
	record: RecordedRequest;
}

/** What is answered. */
export type Answer =
	| { kind: 'flat'; elements: readonly Element[]; charset?: SingleByteCharset }
	| { kind: 'records'; records: AnswerRecord[] }
	| { kind: 'file'; name: string; content: Buffer };

/**
 * A request of the manual: what it does for a call. Throws a Refusal for what concerns the whole
 * request.
 */
export type Handler = (call: Call) => Answer;

/** A flat answer of a code and its message, with what comes between and after them. */
export function answerCode(
	{ world }: Call,
	code: number,
	{ before = [], after = [] }: { before?: TextElement[]; after?: TextElement[] } = {},
): Answer {
	const elements = codeElements(world.service, { code }, before);
	return { kind: 'flat', elements: [...elements, ...after] };
}

/** One number of a request. */
export interface Recipient {
	/** Its X; 0 for a bare `num`. */
	number: number;
	written: string;
	/** undefined when what is written is no number. */
	to: ParsedNumber | undefined;
}

const MAX_NUMBERS = 500;

/**
 * The recipients of `numX`, and of `num` where it is allowed. Throws 6 without any, 23 for too
 * many.
 */
export function readRecipients({ args }: Call, { bareNumber = false } = {}): Recipient[] {
	const recipient = (number: number, written = ''): Recipient => ({
		number,
		written,
		to: parseNumber(written),
	});
	const numbers = args.numbersOf('num');
	if (numbers.length > MAX_NUMBERS || numbers.some((number) => number > MAX_NUMBERS)) {
		throw new Refusal(23);
	}
	if (numbers.length > 0)
		return numbers.map((number) => recipient(number, args.get(`num${number}`)));
	const written = bareNumber ? args.get('num') : undefined;
	if (written === undefined || written === '') throw new Refusal(6);
	return [recipient(0, written)];
}

/** The number of a recipient. Throws 6 where there is none, 7 for what is none. */
export function numberOf({ written, to }: Recipient): ParsedNumber {
	if (written === '') throw new Refusal(6);
	if (to === undefined) throw new Refusal(7);
	return to;
}

/** Works for each recipient; a refusal, or a code that a fault forces, becomes its record. */
export function recordsOf(
	{ world, record }: Call,
	recipients: readonly Recipient[],
	work: (recipient: Recipient) => TextElement[],
): AnswerRecord[] {
	const forced = record.fault?.kind === 'recordCodes' ? record.fault.codes : {};
	return recipients.map((recipient) => {
		const { number, written } = recipient;
		try {
			const code = forced[number || 1];
			if (code !== undefined) throw new Refusal(code);
			return { number, elements: work(recipient) };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { number, elements: codeElements(world.service, error, [['tel', written]]) };
		}
	});
}

/**
 * The answer for these records: flat for a bare `num`, and for a single `numX` unless the settings
 * say otherwise; numbered for several. `numbered` says that the manual shows no flat answer to this
 * request.
 */
export function answerRecords(
	{ world }: Call,
	records: AnswerRecord[],
	{ numbered = false } = {},
): Answer {
	const [only] = records;
	if (only === undefined || records.length > 1) return { kind: 'records', records };
	const { oneNumberAnswer } = world.service;
	const flat = oneNumberAnswer === 'manual' ? !numbered : oneNumberAnswer === 'flat';
	if (only.number === 0 || flat) return { kind: 'flat', elements: withoutTel(only) };
	return { kind: 'records', records };
}

/** The manual's flat answer to a refused message has no `tel` [3.2.4]. */
function withoutTel({ elements }: AnswerRecord): readonly TextElement[] {
	const code = elements.find(([name]) => name === 'code')?.[1];
	const refused = code !== undefined && Number(code) !== 0 && Number(code) < 100;
	return refused ? elements.filter(([name]) => name !== 'tel') : elements;
}
