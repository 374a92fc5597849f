import type { Answer, AnswerRecord } from './answer';
import { describeCode } from './result-codes';

/**
 * The result of each thing that a request asked for, by position. A flat answer is the result of a
 * single thing, or the failure of the whole request.
 * @param count how many things the request asked for
 * @returns `count` results, or another number where the answer does not match the request
 */
export function resultsInOrder({ fields, records }: Answer, count: number): AnswerRecord[] {
	if (records.size === 0) {
		const { code } = fields;
		const failed = code !== undefined && describeCode(code).outcome === 'failure';
		const isForAll = count === 1 || failed;
		return Array.from({ length: isForAll ? count : 1 }, () => fields);
	}
	if (records.size !== count) return [...records.values()];
	return Array.from({ length: count }, (_, index) => records.get(index + 1) ?? []).flat();
}
