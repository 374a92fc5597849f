import { restoreNumber } from '../numbers/phone-number';
import type { Answer, AnswerRecord } from './answer';
import { describeCode } from './codes';
import type { Failure } from './failure';
import { unanswered } from './failure';
import type { FormField } from './form';

/** The most numbers that a request takes [3.3, 4.1 code 23]. */
export const MOST_NUMBERS = 500;

/** The numbers of a request about several [3.3, 3.7.2, 3.12]. */
export function numberedFields(phoneNumbers: readonly string[]): FormField[] {
	return phoneNumbers.map((phoneNumber, index) => [`num${index + 1}`, phoneNumber]);
}

/** The number that a record names, in one spelling; '' where it names none. */
function numberIn({ tel = '' }: AnswerRecord): string {
	const number = tel.replace(/[\s.-]/g, '');
	return number === '' ? '' : restoreNumber(number);
}

/**
 * The record of each number that a request asked about, in order; none for a number of which the
 * answer says nothing. A record is of the number that it names, however it is spelt; one that names
 * none is of the number at its place. A flat answer is of a single number, or refuses the request.
 */
function recordsOf(
	{ fields, records }: Answer,
	phoneNumbers: readonly string[],
): Array<AnswerRecord | undefined> {
	const isFlat = records.size === 0;
	if (isFlat && numberIn(fields) === '') {
		const isRefusal = fields.code !== undefined && describeCode(fields.code).kind === 'failure';
		const isForAll = phoneNumbers.length === 1 || isRefusal;
		return phoneNumbers.map(() => (isForAll ? fields : undefined));
	}
	const asked = phoneNumbers.map(restoreNumber);
	const found = asked.map((): AnswerRecord | undefined => undefined);
	const given = isFlat ? [[1, fields] as const] : [...records];
	const assign = (place: number, record: AnswerRecord) => {
		if (place < 0 || place >= asked.length || found[place]) return false;
		found[place] = record;
		return true;
	};
	const named = given.filter(([, record]) => numberIn(record) !== '');
	const elsewhere = named.filter(
		([number, record]) => asked[number - 1] !== numberIn(record) || !assign(number - 1, record),
	);
	for (const [, record] of elsewhere) {
		const number = numberIn(record);
		assign(
			asked.findIndex((one, place) => one === number && !found[place]),
			record,
		);
	}
	// With more records than numbers, nobody knows how iSendPro counted.
	if (given.length > asked.length) return found;
	for (const [number, record] of given) if (numberIn(record) === '') assign(number - 1, record);
	return found;
}

/**
 * iSendPro's word on each number that a request asked about, in order [3.3, 3.7, 3.12 to 3.14].
 * @param phoneNumbers the numbers as they were submitted
 * @param read the word of a number's record
 * @returns a failure in doubt for a number of which the answer says nothing
 */
export function resultsFor<Result>(
	answer: Answer,
	phoneNumbers: readonly string[],
	read: (record: AnswerRecord) => Result,
): Array<Result | { failure: Failure }> {
	return recordsOf(answer, phoneNumbers).map((record) =>
		record ? read(record) : { failure: unanswered() },
	);
}
