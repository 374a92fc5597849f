import { decodeText } from '../wire/decoding';
import { eachRow, headerOf, refuseLongLines } from './csv';

/** How to read one kind of file. */
export interface TableReader<T> {
	/** The column that identifies the file. */
	requiredColumn: string;
	/**
	 * Gets the trimmed names of the columns, and returns a function that reads a row, or returns undefined
	 * for a row that does not count. A row has one text for each column.
	 */
	makeRow(columns: readonly string[]): (cells: readonly string[]) => T | undefined;
}

/**
 * Reads a file of iSendPro: `;` between cells, `"` around those that need it, rows that may end in one `;`
 * more than the header.
 * @param limit how many rows to read at most
 * @throws UnreadableAnswerError when the required column is missing, a row does not fit the header, or
 * there are more rows than the manual allows
 */
export function readTable<T>(csv: Uint8Array, reader: TableReader<T>, limit = Infinity): T[] {
	const rows: T[] = [];
	refuseLongLines(csv);
	eachRow(decodeText(csv), reader.requiredColumn, (columns) => {
		const makeRow = reader.makeRow(columns);
		return (cells) => {
			if (rows.length >= limit) return false;
			const row = makeRow(cells);
			if (row !== undefined) rows.push(row);
			return rows.length < limit;
		};
	});
	return rows;
}

/**
 * Removes rows from a file and leaves every other byte as it is.
 * @param makeFilter gets the trimmed names of the columns, and returns which rows to keep
 * @returns undefined when no row is left
 * @throws UnreadableAnswerError as `readTable` does
 */
export function cutTable(
	csv: Uint8Array,
	requiredColumn: string,
	makeFilter: (columns: readonly string[]) => (cells: readonly string[]) => boolean,
): Uint8Array | undefined {
	refuseLongLines(csv);
	const pieces: Uint8Array[] = [];
	let start = 0;
	let read = 0;
	let keptRows = 0;
	const cut = (end: number) => {
		if (read > start) pieces.push(csv.subarray(start, read));
		start = end;
	};
	// One character a byte, so that a position in the text is a position in the file.
	const text = Buffer.from(csv.buffer, csv.byteOffset, csv.byteLength).toString('latin1');
	eachRow(text, requiredColumn, (_columns, headerEnd) => {
		const keeps = makeFilter(headerOf(csv));
		read = headerEnd;
		return (cells, end) => {
			if (keeps(cells)) keptRows++;
			else cut(end);
			read = end;
			return true;
		};
	});
	read = csv.length;
	cut(read);
	if (keptRows === 0) return undefined;
	return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}
