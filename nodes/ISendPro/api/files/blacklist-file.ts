import { restoreNumber } from '../numbers/phone-number';
import { BLACKLIST_COLUMN } from './columns';
import { findColumn } from './csv';
import { readTable } from './table';

/**
 * Reads the numbers of a downloaded blacklist, as they are submitted [3.15].
 * @param limit how many to read at most
 * @throws UnreadableAnswerError when it is no blacklist
 */
export function readBlacklist(csv: Uint8Array, limit?: number): string[] {
	const makeRow = (columns: readonly string[]) => {
		const index = findColumn(columns, BLACKLIST_COLUMN);
		return (cells: readonly string[]) => restoreNumber(cells[index] ?? '');
	};
	return readTable(csv, { requiredColumn: BLACKLIST_COLUMN, makeRow }, limit);
}
