import type { Answer, AnswerRecord } from './answer';
import { describeCode } from './codes';
import type { FormField } from './form';

/** The most numbers that a request takes [3.3, 4.1 code 23]. */
export const MOST_NUMBERS = 500;

/** The numbers of a request about several [3.3, 3.7.2, 3.12]. */
export function numberedFields(phoneNumbers: readonly string[]): FormField[] {
	return phoneNumbers.map((phoneNumber, index) => [`num${index + 1}`, phoneNumber]);
}

/**
 * The result for each number that a request asked for, by position. A flat answer is the result of a
 * single number, or the failure of the whole request.
 * @param phoneNumbers the numbers as they were submitted
 * @returns as many results, or another number of them where the answer does not match the request
 */
export function resultsInOrder(
	{ fields, records }: Answer,
	phoneNumbers: readonly string[],
): AnswerRecord[] {
	if (records.size === 0) {
		const { code } = fields;
		const failed = code !== undefined && describeCode(code).kind === 'failure';
		const isForAll = phoneNumbers.length === 1 || failed;
		return Array.from({ length: isForAll ? phoneNumbers.length : 1 }, () => fields);
	}
	if (records.size !== phoneNumbers.length) return [...records.values()];
	const results = phoneNumbers.map((_, index) => records.get(index + 1) ?? []).flat();
	const asked = new Set(phoneNumbers);
	const isShifted = results.some(
		({ tel = '' }, index) => tel !== phoneNumbers[index] && asked.has(tel),
	);
	return isShifted ? [] : results;
}
