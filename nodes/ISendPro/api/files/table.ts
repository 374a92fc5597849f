import { decodeText } from '../wire/decoding';
import { eachRow, headerOf, refuseLongLines } from './csv';

/** How to read one kind of file. */
export interface TableReader<T> {
	/** A column without which this is not the file that was asked for. */
	requiredColumn: string;
	/**
	 * Given the names of the columns, trimmed, says what to make of a row, or that it does not count. A
	 * row has one text for each column.
	 */
	makeRow(columns: readonly string[]): (cells: readonly string[]) => T | undefined;
}

/**
 * Reads a file of iSendPro: `;` between cells, `"` around those that need it, rows that may end in one `;`
 * more than the header.
 *
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
 * Cuts rows out of a file and leaves every other byte as it is.
 *
 * @param makeFilter given the names of the columns, trimmed, says which rows stay
 * @returns undefined when none is left
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
	// A character for each byte: then a place in the text is a place in the file.
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
