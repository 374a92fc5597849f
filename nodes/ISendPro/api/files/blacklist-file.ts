import { restoreNumber } from '../numbers/phone-number';
import { findColumn } from './csv';
import { readTable } from './table';

export const numberColumn = 'MSISDN';

/**
 * Reads the numbers of a downloaded blacklist, as they are submitted [3.15].
 *
 * @param limit how many to read at most
 * @throws UnreadableAnswerError when it is no blacklist
 */
export function readBlacklist(csv: Uint8Array, limit?: number): string[] {
	const makeRow = (columns: readonly string[]) => {
		const index = findColumn(columns, numberColumn);
		return (cells: readonly string[]) => restoreNumber(cells[index] ?? '');
	};
	return readTable(csv, { requiredColumn: numberColumn, makeRow }, limit);
}
