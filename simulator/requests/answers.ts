import type { Answer } from '../http/http-response';
import type { AnswerRecord, TextElement } from '../http/xml';
import { CODE_MESSAGES, EXAMPLE_CODES, EXAMPLE_MESSAGES, Refusal } from '../manual/codes';
import type { Coded } from '../manual/codes';
import type { ServiceSettings } from '../types';
import type { Call, Recipient } from './call';

/**
 * A code and its message, with what the manual writes between them; a code that the manual lacks
 * gets the message of 999.
 */
export function codeElements(
	{ wording }: Pick<ServiceSettings, 'wording'>,
	{ code, values = {} }: Coded,
	between: readonly TextElement[] = [],
): TextElement[] {
	const example = wording === 'examples' ? code : undefined;
	const message =
		EXAMPLE_MESSAGES.get(example) ?? CODE_MESSAGES.get(code) ?? CODE_MESSAGES.get(999);
	const filled = (placeholder: string, name: string) => String(values[name] ?? placeholder);
	return [
		['code', String(EXAMPLE_CODES.get(example) ?? code)],
		...between,
		['message', (message ?? '').replace(/\[([XYZ])\]/g, filled)],
	];
}

/** A flat answer of a code and its message, with what comes between and after them. */
export function answerCode(
	{ world }: Call,
	code: number,
	{ before = [], after = [] }: { before?: TextElement[]; after?: TextElement[] } = {},
): Answer {
	const elements = codeElements(world.service, { code }, before);
	return { kind: 'flat', elements: [...elements, ...after] };
}

/** The records of all recipients; a refusal, or a code that a fault forces, becomes the record. */
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
 * The answer that holds these records: flat for a bare `num`, and for a single `numX` unless the
 * settings say otherwise; numbered for several. `numbered`: the manual shows no flat answer to this
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
