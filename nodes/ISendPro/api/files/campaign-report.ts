import type { CampaignMessage } from './campaign-message';
import { makeMessageReader, readDate } from './campaign-message';
import { makeCellReader, findColumn, headerOf } from './csv';
import { REPORT_COLUMNS } from './columns';
import type { ReportEdges } from './report-edges';
import { cutTable, readTable } from './table';

type Cells = readonly string[];

/** Chooses rows by their message. */
export type RowFilter = (message: CampaignMessage) => boolean;

/**
 * Reads a report as it is: the file's own columns and text [3.8].
 * @param limit how many rows to read at most
 * @param edges rows that belong to another part of the report
 * @param isWanted the rows to read; all if absent
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function readReportRows(
	csv: Uint8Array,
	limit?: number,
	edges?: ReportEdges,
	isWanted?: RowFilter,
): Array<Record<string, string>> {
	return readRows(csv, limit, edges, (columns) => {
		const makeMessage = isWanted && makeMessageReader(columns);
		return (cells) => {
			if (makeMessage && !isWanted(makeMessage(cells))) return undefined;
			const row: Record<string, string> = {};
			// A loop: there are up to 200,000 rows
			for (let index = 0; index < columns.length; index++) {
				row[columns[index] ?? ''] = cells[index] ?? '';
			}
			return row;
		};
	});
}

/**
 * Reads a report, simplified [3.8].
 * @param limit how many rows to read at most
 * @param edges rows that belong to another part of the report
 * @param isWanted the rows to read
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function readReportMessages(
	csv: Uint8Array,
	limit?: number,
	edges?: ReportEdges,
	isWanted: RowFilter = () => true,
): CampaignMessage[] {
	return readRows(csv, limit, edges, (columns) => {
		const makeMessage = makeMessageReader(columns);
		return (cells) => {
			const message = makeMessage(cells);
			return isWanted(message) ? message : undefined;
		};
	});
}

/** A message of the report, and the row that it was read from. */
export interface ReportEntry {
	readonly message: CampaignMessage;
	readonly columns: readonly string[];
	/** A text for each column. */
	readonly cells: readonly string[];
}

/**
 * Reads a report both ways: simplified, and as it is [3.8].
 * @param edges rows that belong to another part of the report
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function readReportEntries(csv: Uint8Array, edges?: ReportEdges): ReportEntry[] {
	return readRows(csv, undefined, edges, (columns) => {
		const makeMessage = makeMessageReader(columns);
		return (cells) => ({ message: makeMessage(cells), columns, cells });
	});
}

/**
 * Removes the rows that belong to another part and leaves every other byte as it is [3.8].
 * @returns undefined when no row is left
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function keepRows(csv: Uint8Array, edges: ReportEdges): Uint8Array | undefined {
	if (findColumn(headerOf(csv), REPORT_COLUMNS.recipient) !== -1 && !mayHoldOthers(csv, edges))
		return csv;
	return cutTable(csv, REPORT_COLUMNS.recipient, (columns) => makeRowFilter(columns, edges));
}

/** Most files hold no rows of another part, which a search for bytes shows fast. */
function mayHoldOthers(csv: Uint8Array, { surplus, undated }: ReportEdges): boolean {
	if (undated) return true;
	const bytes = Buffer.from(csv.buffer, csv.byteOffset, csv.byteLength);
	return surplus !== undefined && bytes.includes(surplus);
}

function readRows<T>(
	csv: Uint8Array,
	limit: number | undefined,
	edges: ReportEdges = {},
	makeRowReader: (columns: Cells) => (cells: Cells) => T | undefined,
): T[] {
	const makeRow = (columns: Cells) => {
		const keeps = makeRowFilter(columns, edges);
		const make = makeRowReader(columns);
		return (cells: Cells) => (keeps(cells) ? make(cells) : undefined);
	};
	return readTable(csv, { requiredColumn: REPORT_COLUMNS.recipient, makeRow }, limit);
}

/** Makes the filter that keeps the rows of this part. */
function makeRowFilter(
	columns: Cells,
	{ surplus, undated }: ReportEdges,
): (cells: Cells) => boolean {
	const date = makeCellReader(columns, REPORT_COLUMNS.date);
	return (cells) => {
		const written = date(cells);
		if (surplus !== undefined && written.trimStart().startsWith(surplus)) return false;
		return !undated || readDate(written) !== null || undated.takes(cells);
	};
}
