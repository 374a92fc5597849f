import { operatorName } from '../numbers/operators';
import { restoreNumber } from '../numbers/phone-number';
import { writeFrenchTime } from '../time/french-time';
import { cutTable, findColumn, readTable } from './csv';
import type { DeliveryStatus } from './delivery-status';
import { deliveryStatus } from './delivery-status';
import type { ReportEdges } from './report-edges';

/** A row of the report, simplified [3.8]. */
export interface CampaignMessage {
	/** ISO 8601 with the offset of France; null when the file's date cannot be read. */
	sentAt: string | null;
	sender: string;
	/** The number as it was submitted. */
	to: string;
	text: string;
	status: DeliveryStatus;
	/** The operator's word: `0`, `ACK` or another. */
	statusCode: string;
	/** null when neither is known. */
	delivered: boolean | null;
	operator?: string;
	/** What the recipient answered. */
	reply?: string;
	/** Euros, without VAT; null when the file's price cannot be read. */
	price: number | null;
	stop: boolean;
	tracker: string;
}

export const recipientColumn = 'Destinataire';
const dateColumn = "Date d'envoi";

type Cells = readonly string[];

/**
 * Reads a report as it is: the file's own columns and text [3.8].
 *
 * @param limit how many rows to read at most
 * @param edges rows that are not of the part of the report
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function readReportRows(
	csv: Uint8Array,
	limit?: number,
	edges?: ReportEdges,
): Array<Record<string, string>> {
	return readRows(csv, limit, edges, (columns) => (cells) => {
		const row: Record<string, string> = {};
		// A loop, since 200,000 rows pass here
		for (let index = 0; index < columns.length; index++) {
			row[columns[index] ?? ''] = cells[index] ?? '';
		}
		return row;
	});
}

/**
 * Reads a report, simplified [3.8].
 *
 * @param limit how many rows to read at most
 * @param edges rows that are not of the part of the report
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function readReportMessages(
	csv: Uint8Array,
	limit?: number,
	edges?: ReportEdges,
): CampaignMessage[] {
	return readRows(csv, limit, edges, makeMessage);
}

/**
 * A report without the rows that are not of its part, otherwise byte for byte as it came [3.8].
 *
 * @returns undefined when none is left of its rows
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function keepRows(csv: Uint8Array, edges: ReportEdges): Uint8Array | undefined {
	const { surplus, undated } = edges;
	// Most files have no such row, which is found out in no time
	if (
		!undated &&
		(surplus === undefined ||
			!Buffer.from(csv.buffer, csv.byteOffset, csv.byteLength).includes(surplus))
	)
		return csv;
	return cutTable(csv, recipientColumn, (columns) => keeper(columns, edges));
}

/** How many rows a report has of one minute, written as its rows write it. */
export function countRowsOf(csv: Uint8Array, minute: string): number {
	const rows = readRows(csv, undefined, {}, (columns) => {
		const date = reader(columns, dateColumn);
		return (cells) => date(cells).trimStart().startsWith(minute);
	});
	return rows.filter(Boolean).length;
}

function readRows<T>(
	csv: Uint8Array,
	limit: number | undefined,
	edges: ReportEdges = {},
	rowMaker: (columns: Cells) => (cells: Cells) => T,
): T[] {
	const makeRow = (columns: Cells) => {
		const keeps = keeper(columns, edges);
		const make = rowMaker(columns);
		return (cells: Cells) => (keeps(cells) ? make(cells) : undefined);
	};
	return readTable(csv, { requiredColumn: recipientColumn, makeRow }, limit);
}

/** Tells which rows are of the part. A row of whose date nothing is known is. */
function keeper(columns: Cells, { surplus, undated }: ReportEdges): (cells: Cells) => boolean {
	const date = reader(columns, dateColumn);
	return (cells) => {
		const written = date(cells);
		if (surplus !== undefined && written.trimStart().startsWith(surplus)) return false;
		return !undated || readDate(written) !== null || undated.takes(cells);
	};
}

function reader(columns: Cells, name: string): (cells: Cells) => string {
	const index = findColumn(columns, name);
	return (cells) => cells[index] ?? '';
}

function makeMessage(columns: Cells): (cells: Cells) => CampaignMessage {
	const date = reader(columns, dateColumn);
	const sender = reader(columns, 'Emetteur');
	const recipient = reader(columns, recipientColumn);
	const text = reader(columns, 'Message');
	const information = reader(columns, 'Information complémentaire');
	const statusCode = reader(columns, 'Statut');
	const reply = reader(columns, 'SMS retour');
	const price = reader(columns, 'Prix');
	const stop = reader(columns, 'STOP');
	const tracker = reader(columns, 'Tracker');
	return (cells) => {
		const to = restoreNumber(recipient(cells));
		const operator = readOperator(information(cells));
		const status = deliveryStatus(
			statusCode(cells),
			information(cells),
			operator,
			to.startsWith('00'),
		);
		return {
			sentAt: readDate(date(cells)),
			sender: sender(cells),
			to,
			text: text(cells),
			status,
			statusCode: statusCode(cells),
			delivered: status === 'unknown' ? null : status === 'delivered',
			...(operator !== undefined && { operator }),
			...(reply(cells) !== '' && { reply: reply(cells) }),
			price: readPrice(price(cells)),
			stop: /[^0\s]/.test(stop(cells)),
			tracker: tracker(cells),
		};
	};
}

/** `01/07/2016 12:18` */
function readDate(written: string): string | null {
	const [, date, month, year, time] =
		/^(\d\d)\/(\d\d)\/(\d{4}) ([\d:]+)$/.exec(written.trim()) ?? [];
	return writeFrenchTime(`${year}-${month}-${date}`, time ?? '') ?? null;
}

/** `SFR` of `SFR: SMS remis` */
function readOperator(information: string): string | undefined {
	const written = /^\s*([^:]{1,30}?)\s*:/.exec(information)?.[1];
	return written && operatorName(written);
}

/** `0,044` */
function readPrice(written: string): number | null {
	const price = written.trim().replace(',', '.');
	return /^\d+(?:\.\d+)?$/.test(price) ? Number(price) : null;
}
