import { operatorName } from '../numbers/operators';
import { restoreNumber } from '../numbers/phone-number';
import { writeFrenchTime } from '../time/french-time';
import { REPORT_COLUMNS } from './columns';
import { makeCellReader } from './csv';
import type { DeliveryStatus } from './delivery-status';
import { readDeliveryStatus } from './delivery-status';
import { readPrice } from './price';

/** A row of the report, simplified [3.8]. */
export type CampaignMessage = {
	/** ISO 8601 with the offset of France; null when the file's date cannot be read. */
	sentAt: string | null;
	sender: string;
	/** The number as it was submitted. */
	to: string;
	text: string;
	status: DeliveryStatus;
	/** As the operator writes it: `0`, `ACK` or another. */
	statusCode: string;
	/** null when it is unknown. */
	delivered: boolean | null;
	operator?: string;
	/** What the recipient answered. */
	reply?: string;
	/** Euros, without VAT; null when the file's price cannot be read. */
	price: number | null;
	stop: boolean;
	tracker: string;
};

/** Makes a function that reads a row of a report with these columns as a message. */
export function makeMessageReader(
	columns: readonly string[],
): (cells: readonly string[]) => CampaignMessage {
	const cellOf = (name: keyof typeof REPORT_COLUMNS) =>
		makeCellReader(columns, REPORT_COLUMNS[name]);
	const date = cellOf('date');
	const sender = cellOf('sender');
	const recipient = cellOf('recipient');
	const text = cellOf('text');
	const information = cellOf('information');
	const statusCode = cellOf('status');
	const reply = cellOf('reply');
	const price = cellOf('price');
	const stop = cellOf('stop');
	const tracker = cellOf('tracker');
	const operatorOf = memoize(readOperator);
	const priceOf = memoize(readPrice);
	const statusOf = memoize((isAbroad: boolean) =>
		memoize((said: string) =>
			memoize((words: string) => readDeliveryStatus(said, words, operatorOf(words), isAbroad)),
		),
	);
	return (cells) => {
		const to = restoreNumber(recipient(cells));
		const operator = operatorOf(information(cells));
		const status = statusOf(to.startsWith('00'))(statusCode(cells))(information(cells));
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
			price: priceOf(price(cells)),
			stop: /[^0\s]/.test(stop(cells)),
			tracker: tracker(cells),
		};
	};
}

/** Reads each different cell once: some columns have few different cells in 200,000 rows. */
function memoize<Cell, Found>(read: (cell: Cell) => Found): (cell: Cell) => Found {
	const found = new Map<Cell, Found>();
	return (cell) => {
		const earlier = found.get(cell);
		if (earlier !== undefined) return earlier;
		const now = read(cell);
		found.set(cell, now);
		return now;
	};
}

/** `01/07/2016 12:18` as ISO 8601 with the offset of France; null when it cannot be read. */
export function readDate(written: string): string | null {
	const [, date, month, year, time] =
		/^(\d\d)\/(\d\d)\/(\d{4}) ([\d:]+)$/.exec(written.trim()) ?? [];
	return writeFrenchTime(`${year}-${month}-${date}`, time ?? '') ?? null;
}

/** `SFR` of `SFR: SMS remis` */
function readOperator(information: string): string | undefined {
	const written = /^\s*([^:]{1,30}?)\s*:/.exec(information)?.[1];
	return written && operatorName(written);
}
