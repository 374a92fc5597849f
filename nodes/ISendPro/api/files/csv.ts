import type { ParseStepResult } from 'papaparse';
import { parse } from 'papaparse';

import { startOf } from '../text/character';
import { UnreadableAnswerError } from '../errors';
import { decodeText } from '../wire/decoding';

/** How to read one kind of file. */
export interface TableReader<T> {
	/** A column without which this is not the file that was asked for. */
	requiredColumn: string;
	/**
	 * Given the names of the columns, trimmed, says what to make of a row. A row has one text for each
	 * column.
	 */
	makeRow(columns: readonly string[]): (cells: readonly string[]) => T;
}

/**
 * Reads a file of iSendPro: `;` between cells, `"` around those that need it, rows that may end in one `;`
 * more than the header.
 *
 * @param limit how many rows to read at most
 * @throws UnreadableAnswerError when the required column is missing, or a row does not fit the header
 */
export function readTable<T>(csv: Uint8Array, reader: TableReader<T>, limit = Infinity): T[] {
	const rows: T[] = [];
	let addRow: ((cells: string[]) => void) | undefined;
	// Row by row is twice as fast as all at once: the cells of 200,000 rows need not be kept.
	parse<string[]>(decodeText(csv), {
		delimiter: ';',
		skipEmptyLines: true,
		step: ({ data, errors: [error] }: ParseStepResult<string[]>, parser) => {
			if (error) throw badRow(rows.length + 1, error.message);
			if (addRow) {
				if (rows.length < limit) addRow(data);
				if (rows.length >= limit) parser.abort();
				return;
			}
			const columns = readHeader(data, reader.requiredColumn);
			const makeRow = reader.makeRow(columns);
			addRow = (cells) => rows.push(makeRow(fitted(cells, columns.length, rows.length + 1)));
		},
	});
	if (!addRow) throw missingColumn(reader.requiredColumn, '');
	return rows;
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
	const names = cells.map((name) => name.trim());
	if (findColumn(names, requiredColumn) === -1) {
		throw missingColumn(requiredColumn, names.join(';'));
	}
	return names.at(-1) === '' ? names.slice(0, -1) : names;
}

/** Cells that are missing at the end are empty; one too many shows that the row is not what it seems. */
function fitted(cells: string[], length: number, row: number): string[] {
	if (cells.length === length + 1 && cells[length] === '') cells.pop();
	if (cells.length > length) {
		throw badRow(row, `${cells.length} cells where the header has ${length}`);
	}
	while (cells.length < length) cells.push('');
	return cells;
}

function missingColumn(name: string, header: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`The file that iSendPro sent has no column "${name}". It begins: ${startOf(header, 100)}`,
	);
}

function badRow(row: number, problem: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`Row ${row} of the file that iSendPro sent cannot be read: ${problem}`,
	);
}
