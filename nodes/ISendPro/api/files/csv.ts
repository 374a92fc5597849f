import type { ParseStepResult } from 'papaparse';
import { parse } from 'papaparse';

import { startOf } from '../text/character';
import { UnreadableAnswerError } from '../errors';
import { decodeText } from '../wire/decoding';

/** A file has no more rows [3.8, 3.15]. */
const MOST_ROWS = 200_000;
/** A text of 6 parts has 918 characters [4.2]: what passes this is no row. */
const MOST_LINE_BYTES = 100_000;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

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
 * @param keeper given the names of the columns, trimmed, says which rows stay
 * @returns undefined when none is left
 * @throws UnreadableAnswerError as `readTable` does
 */
export function cutTable(
	csv: Uint8Array,
	requiredColumn: string,
	keeper: (columns: readonly string[]) => (cells: readonly string[]) => boolean,
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
		const keeps = keeper(headerOf(csv));
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

/** The names in the first line of a file, trimmed; none when that is longer than any header. */
export function headerOf(csv: Uint8Array): readonly string[] {
	const [line = '', ...others] = decodeText(csv.subarray(0, 10_000))
		.replace(/^[\ufeff\s]+/, '')
		.split(/[\r\n]/, 2);
	if (others.length === 0 && csv.length > 10_000) return [];
	return namesIn(parse<string[]>(line, { delimiter: ';' }).data[0] ?? []);
}

type TakeRow = (cells: readonly string[], end: number) => boolean;

/**
 * Goes through the rows of a file one by one.
 *
 * @param begin given the columns and where the first row begins, returns what takes each row, with where
 * it ends, and says whether it wants more
 */
function eachRow(
	text: string,
	requiredColumn: string,
	begin: (columns: readonly string[], headerEnd: number) => TakeRow,
): void {
	let take: TakeRow | undefined;
	let width = 0;
	let count = 0;
	// Row by row is twice as fast as all at once: the cells of 200,000 rows need not be kept.
	parse<string[]>(text, {
		delimiter: ';',
		skipEmptyLines: true,
		step: ({ data, errors: [error], meta }: ParseStepResult<string[]>, parser) => {
			if (error) throw badRow(count + 1, error.message);
			if (!take) {
				const columns = readHeader(data, requiredColumn);
				width = columns.length;
				take = begin(columns, meta.cursor);
				return;
			}
			count++;
			if (count > MOST_ROWS) throw tooManyRows();
			if (!take(fitted(data, width, count), meta.cursor)) parser.abort();
		},
	});
	if (!take) throw missingColumn(requiredColumn, '');
}

/** Millions of cells in one row would take the memory before the row could be refused. */
function refuseLongLines(csv: Uint8Array): void {
	const lineEnd = csv.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
	for (let start = 0, end = 0; end < csv.length; start = end + 1) {
		const next = csv.indexOf(lineEnd, start);
		end = next === -1 ? csv.length : next;
		if (end - start > MOST_LINE_BYTES) {
			throw new UnreadableAnswerError(
				`The file that iSendPro sent has a line of ${end - start} bytes, which is longer than any row`,
			);
		}
	}
}

/**
 * Where a column stands, whatever the case, the accents and the apostrophes of its name.
 *
 * @returns -1 when there is none
 */
export function findColumn(columns: readonly string[], name: string): number {
	const key = lettersOf(name);
	return columns.findIndex((column) => lettersOf(column) === key);
}

function lettersOf(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\P{Letter}/gu, '')
		.toLowerCase();
}

function readHeader(cells: readonly string[], requiredColumn: string): readonly string[] {
	const names = namesIn(cells);
	if (findColumn(names, requiredColumn) !== -1) return names;
	throw missingColumn(requiredColumn, cells.join(';'));
}

function namesIn(cells: readonly string[]): readonly string[] {
	const names = cells.map((name) => name.trim());
	return names.at(-1) === '' ? names.slice(0, -1) : names;
}

/** A cell too many or too few shows that the row is not what it seems: it is cut off, or shifted. */
function fitted(cells: string[], length: number, row: number): string[] {
	if (cells.length === length + 1 && cells[length] === '') cells.pop();
	if (cells.length !== length) {
		throw badRow(row, `${cells.length} cells where the header has ${length}`);
	}
	return cells;
}

function missingColumn(name: string, header: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`The file that iSendPro sent has no column "${name}". It begins: ${startOf(header, 100)}`,
	);
}

function tooManyRows(): UnreadableAnswerError {
	return new UnreadableAnswerError(
		'The file that iSendPro sent has more than 200,000 rows, which is the most that it may have',
	);
}

function badRow(row: number, problem: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`Row ${row} of the file that iSendPro sent cannot be read: ${problem}`,
	);
}
