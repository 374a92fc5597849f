import { Refusal, writeCode } from '../codes';
import type { Account, Fault, RecordedRequest } from '../types';
import type { AnswerRecord, Element } from '../wire/answer';
import type { Arguments } from '../wire/form';
import type { SingleByteCharset } from '../wire/latin9';
import type { World } from '../world';

/** One request whose account is known. */
export interface Call {
	world: World;
	account: Account;
	args: Arguments;
	record: RecordedRequest;
	fault?: Fault;
}

/** What the gateway answers. */
export type Outcome =
	| { kind: 'flat'; elements: readonly Element[]; charset?: SingleByteCharset }
	| { kind: 'records'; records: AnswerRecord[] }
	| { kind: 'file'; name: string; content: Buffer };

/** A request of the manual: what it does for a call. Throws a Refusal for what concerns the whole request. */
export type Handler = (call: Call) => Outcome;

/** A flat answer that starts with a code and its message, in this order unless the elements come between. */
export function answerCode(
	{ world }: Pick<Call, 'world'>,
	code: number,
	{ before = [], after = [] }: { before?: Element[]; after?: Element[] } = {},
): Outcome {
	const written = writeCode(code, world.service.wording);
	const elements: Element[] = [
		['code', written.code],
		...before,
		['message', written.message],
		...after,
	];
	return { kind: 'flat', elements };
}

/** One number of a request; `number` is its X, 0 for a bare `num`. */
export interface Recipient {
	number: number;
	written: string;
}

const mostNumbers = 500;

/** The recipients of `numX`, and of `num` where it is allowed. Throws 6 without any, 23 for too many. */
export function readRecipients({ args }: Call, { bareNumber = false } = {}): Recipient[] {
	const numbers = args.numbersOf('num');
	if (numbers.length > mostNumbers || numbers.some((number) => number > mostNumbers)) {
		throw new Refusal(23);
	}
	if (numbers.length > 0) {
		return numbers.map((number) => ({ number, written: args.get(`num${number}`) ?? '' }));
	}
	const written = bareNumber ? args.get('num') : undefined;
	if (written === undefined || written === '') throw new Refusal(6);
	return [{ number: 0, written }];
}

/** Runs something for one recipient; a refusal, or a code that a fault forces, becomes its record. */
export function recordOf(
	call: Call,
	recipient: Recipient,
	work: () => AnswerRecord['elements'],
): AnswerRecord {
	const { number, written } = recipient;
	try {
		const forced = call.fault?.kind === 'recordCodes' ? call.fault.codes[number || 1] : undefined;
		if (forced !== undefined) throw new Refusal(forced);
		return { number, elements: work() };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { code, message } = writeCode(error.code, call.world.service.wording, error.values);
		return {
			number,
			elements: [
				['code', code],
				['tel', written],
				['message', message],
			],
		};
	}
}

/**
 * The answer for these records: flat for a bare `num`, and for a single `numX` unless the settings say otherwise;
 * numbered for several. `numbered` says that the manual shows no flat answer to this request.
 */
export function answerRecords(
	{ world }: Call,
	records: AnswerRecord[],
	{ numbered = false } = {},
): Outcome {
	const [only] = records;
	if (only === undefined || records.length > 1) return { kind: 'records', records };
	const { oneNumberAnswer } = world.service;
	const flat = oneNumberAnswer === 'manual' ? !numbered : oneNumberAnswer === 'flat';
	if (only.number === 0 || flat) return { kind: 'flat', elements: withoutTel(only) };
	return { kind: 'records', records };
}

/** The manual's flat answer to a refused message has no `tel` [3.2.4]. */
function withoutTel({ elements }: AnswerRecord): AnswerRecord['elements'] {
	const code = elements.find(([name]) => name === 'code')?.[1];
	const refused = code !== undefined && Number(code) !== 0 && Number(code) < 100;
	return refused ? elements.filter(([name]) => name !== 'tel') : elements;
}
