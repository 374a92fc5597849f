import { restoreNumber } from '../numbers/phone-number';
import type { Answer, AnswerRecord } from './answer';
import { describeCode } from './codes';
import type { Failure } from './failure';
import { unanswered } from './failure';
import type { FormField } from './form';

/** The numbers of a request about several [3.3, 3.7.2, 3.12]. */
export function numberedFields(phoneNumbers: readonly string[]): FormField[] {
	return phoneNumbers.map((phoneNumber, index) => [`num${index + 1}`, phoneNumber]);
}

/** The number that a record names, in one spelling; '' where it names none. */
function readNumber({ tel = '' }: AnswerRecord): string {
	const number = tel.replace(/[\s.-]/g, '');
	return number === '' ? '' : restoreNumber(number);
}

/**
 * Finds the record of each number by the number alone. A number that was asked about twice, or has several
 * records, has a record only where all of them are equal: otherwise it is unclear which belongs to which text.
 */
function matchByNumber(
	records: readonly AnswerRecord[],
	asked: readonly string[],
): Array<AnswerRecord | undefined> {
	const named = records.map((record) => ({ number: readNumber(record), record }));
	return asked.map((number) => {
		const own = named.filter((one) => one.number === number).map(({ record }) => record);
		const times = asked.filter((one) => one === number).length;
		const isClear =
			own.length >= times && new Set(own.map((one) => JSON.stringify(one))).size === 1;
		return isClear ? own[0] : undefined;
	});
}

/**
 * Finds the record of each number that a request asked about, in order; none for a number that the
 * answer does not mention. A record belongs to the number that it names, in any spelling. A record without
 * a number belongs to the number at its position, if all others are at theirs. A flat answer is about a
 * single number, or refuses the request.
 */
function matchRecords(
	{ fields, records }: Answer,
	phoneNumbers: readonly string[],
): Array<AnswerRecord | undefined> {
	const asked = phoneNumbers.map(restoreNumber);
	if (records.size > 0) {
		const isPlaced = [...records].every(
			([place, record]) =>
				place <= asked.length && ['', asked[place - 1]].includes(readNumber(record)),
		);
		return isPlaced
			? asked.map((_, index) => records.get(index + 1))
			: matchByNumber([...records.values()], asked);
	}
	if (readNumber(fields) !== '') return matchByNumber([fields], asked);
	const isRefusal = fields.code !== undefined && describeCode(fields.code).kind === 'failure';
	const isForAll = phoneNumbers.length === 1 || isRefusal;
	return asked.map(() => (isForAll ? fields : undefined));
}

/**
 * Reads the result of each number that a request asked about, in order [3.3, 3.7, 3.12 to 3.14].
 * @param phoneNumbers the numbers as they were submitted
 * @param read reads the result from a number's record
 * @returns an ambiguous failure for a number that the answer does not mention
 */
export function matchResults<Result>(
	answer: Answer,
	phoneNumbers: readonly string[],
	read: (record: AnswerRecord) => Result,
): Array<Result | { failure: Failure }> {
	return matchRecords(answer, phoneNumbers).map((record) =>
		record ? read(record) : { failure: unanswered() },
	);
}

/**
 * Reads a count of one or two digits from a record. 999 is how a request says "as many as it takes"
 * [3.2.4], so an answer that repeats it has counted nothing.
 * @returns undefined for anything else, and for 0
 */
export function readSmallCount(written = ''): number | undefined {
	const digits = /^\s*0*([1-9]\d?)\s*$/.exec(written)?.[1];
	return digits === undefined ? undefined : Number(digits);
}
