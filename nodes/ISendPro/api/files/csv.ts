import type { ParseStepResult } from 'papaparse';
import { parse } from 'papaparse';
import { EXCERPT_LENGTH, startOf } from '../text/character';
import { UnreadableAnswerError } from '../errors';
import { decodeText } from '../wire/decoding';
import { MAX_ROWS, MAX_ROWS_TEXT } from '../wire/limits';

/** A text of 6 parts has 918 characters [4.2], so a longer line is not a row. */
const MAX_LINE_BYTES = 100_000;
const MAX_HEADER_BYTES = 10_000;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;

/** The trimmed names in the first line of a file; none when the line is longer than any header. */
export function headerOf(csv: Uint8Array): readonly string[] {
	const start = csv.findIndex((byte) => byte > 0x20);
	const beginning = csv.subarray(start, start + MAX_HEADER_BYTES);
	const end = beginning.findIndex((byte) => byte === LINE_FEED || byte === CARRIAGE_RETURN);
	if (start === -1 || (end === -1 && csv.length > start + MAX_HEADER_BYTES)) return [];
	const line = decodeText(end === -1 ? beginning : beginning.subarray(0, end)).replace(
		'\ufeff',
		'',
	);
	return trimNames(parse<string[]>(line, { delimiter: ';' }).data[0] ?? []);
}

type TakeRow = (cells: readonly string[], end: number) => boolean;

/**
 * Reads the rows of a file one by one.
 * @param begin gets the columns and the position of the first row, and returns a function that takes each
 * row with its end, and says whether to go on
 */
export function eachRow(
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
			if (error) throw rowError(count + 1, error.message);
			if (!take) {
				const columns = readHeader(data, requiredColumn);
				width = columns.length;
				take = begin(columns, meta.cursor);
				return;
			}
			count++;
			if (count > MAX_ROWS) throw tooManyRowsError();
			if (!take(checkWidth(data, width, count), meta.cursor)) parser.abort();
		},
	});
	if (!take) throw missingColumnError(requiredColumn, '');
}

/** Millions of cells in one row would fill the memory before the row could be refused. */
export function refuseLongLines(csv: Uint8Array): void {
	const lineEnd = csv.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
	for (let start = 0, end = 0; end < csv.length; start = end + 1) {
		const next = csv.indexOf(lineEnd, start);
		end = next === -1 ? csv.length : next;
		if (end - start > MAX_LINE_BYTES) {
			throw new UnreadableAnswerError(
				`The file that iSendPro sent has a line of ${end - start} bytes, which is longer than any row`,
			);
		}
	}
}

/**
 * Finds a column whatever the case, the accents and the apostrophes of its name.
 * @returns its index; -1 when there is none
 */
export function findColumn(columns: readonly string[], name: string): number {
	const key = lettersOf(name);
	return columns.findIndex((column) => lettersOf(column) === key);
}

/** Makes a function that reads the cell of a column; '' where there is no such column. */
export function makeCellReader(
	columns: readonly string[],
	name: string,
): (cells: readonly string[]) => string {
	const index = findColumn(columns, name);
	return (cells) => cells[index] ?? '';
}

function lettersOf(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\P{Letter}/gu, '')
		.toLowerCase();
}

function readHeader(cells: readonly string[], requiredColumn: string): readonly string[] {
	const names = trimNames(cells);
	if (findColumn(names, requiredColumn) !== -1) return names;
	throw missingColumnError(requiredColumn, cells.join(';'));
}

function trimNames(cells: readonly string[]): readonly string[] {
	const names = cells.map((name) => name.trim());
	return names.at(-1) === '' ? names.slice(0, -1) : names;
}

/** A row with too many or too few cells is cut off or shifted. */
function checkWidth(cells: string[], length: number, row: number): string[] {
	if (cells.length === length + 1 && cells[length] === '') cells.pop();
	if (cells.length !== length) {
		throw rowError(row, `${cells.length} cells where the header has ${length}`);
	}
	return cells;
}

function missingColumnError(name: string, header: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`The file that iSendPro sent has no column "${name}". It begins: ${startOf(header, EXCERPT_LENGTH)}`,
	);
}

function tooManyRowsError(): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`The file that iSendPro sent has more than ${MAX_ROWS_TEXT} rows, the most that it may have`,
	);
}

function rowError(row: number, problem: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`Row ${row} of the file that iSendPro sent cannot be read: ${problem}`,
	);
}
