import { findColumn, readTable } from './csv';
import { writeFrenchTime } from '../time/french-time';
import { restoreNumber } from '../numbers/phone-number';

/** A row of the report, simplified [3.8]. */
export interface CampaignMessage {
	/** ISO 8601 with the offset of France; null when the file's date cannot be read. */
	sentAt: string | null;
	sender: string;
	/** The number as it was submitted. */
	to: string;
	text: string;
	/** The operator's word: `0`, `ACK` or another. */
	status: string;
	/** Whether it is known to have reached the phone; false also while no receipt has come. */
	delivered: boolean;
	operator?: string;
	/** What the recipient answered. */
	reply?: string;
	/** Euros, without VAT; null when the file's price cannot be read. */
	price: number | null;
	stop: boolean;
	tracker: string;
}

const recipientColumn = 'Destinataire';

/**
 * Reads a report as it is: the file's own columns and text [3.8].
 *
 * @param limit how many rows to read at most
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function readReportRows(csv: Uint8Array, limit?: number): Array<Record<string, string>> {
	const makeRow = (columns: readonly string[]) => (cells: readonly string[]) => {
		const row: Record<string, string> = {};
		// A loop, since 200,000 rows pass here
		for (let index = 0; index < columns.length; index++) {
			row[columns[index] ?? ''] = cells[index] ?? '';
		}
		return row;
	};
	return readTable(csv, { requiredColumn: recipientColumn, makeRow }, limit);
}

/**
 * Reads a report, simplified [3.8].
 *
 * @param limit how many rows to read at most
 * @throws UnreadableAnswerError when it is no report, or a row does not fit the header
 */
export function readReportMessages(csv: Uint8Array, limit?: number): CampaignMessage[] {
	return readTable(csv, { requiredColumn: recipientColumn, makeRow: makeMessage }, limit);
}

function makeMessage(columns: readonly string[]): (cells: readonly string[]) => CampaignMessage {
	const reader = (name: string) => {
		const index = findColumn(columns, name);
		return (cells: readonly string[]) => cells[index] ?? '';
	};
	const date = reader("Date d'envoi");
	const sender = reader('Emetteur');
	const recipient = reader(recipientColumn);
	const text = reader('Message');
	const information = reader('Information complémentaire');
	const status = reader('Statut');
	const reply = reader('SMS retour');
	const price = reader('Prix');
	const stop = reader('STOP');
	const tracker = reader('Tracker');
	return (cells) => {
		const operator = readOperator(information(cells));
		return {
			sentAt: readDate(date(cells)),
			sender: sender(cells),
			to: restoreNumber(recipient(cells)),
			text: text(cells),
			status: status(cells),
			delivered: isDelivered(status(cells), information(cells)),
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

/**
 * The manual gives `0 ou ACK ou etc` as statuses, of which these two say that the message arrived, and
 * `SFR: SMS remis` as information, which says so in words whatever an operator's status is.
 */
function isDelivered(status: string, information: string): boolean {
	if (/\bremis\b/i.test(information)) return !/\b(?:non|pas)\b/i.test(information);
	return /^(?:0+|ACK)$/i.test(status.trim());
}

/** `SFR` of `SFR: SMS remis` */
function readOperator(information: string): string | undefined {
	return /^\s*([^:]{1,30}?)\s*:/.exec(information)?.[1];
}

/** `0,044` */
function readPrice(written: string): number | null {
	const price = written.trim().replace(',', '.');
	return /^\d+(?:\.\d+)?$/.test(price) ? Number(price) : null;
}
