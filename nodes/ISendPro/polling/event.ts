import type { DeliveryReceipt } from '../api/callbacks/delivery-receipt';
import { explainReceiptError } from '../api/callbacks/receipt-errors';
import type { Reply } from '../api/callbacks/reply';
import { REPORT_COLUMNS } from '../api/files/columns';
import { makeCellReader } from '../api/files/csv';
import { operatorCodeOf } from '../api/numbers/operators';
import type { EventName, ReplyWish } from '../trigger/event';
import { classifyReply, EVENT_NAMES } from '../trigger/event';
import type { BlacklistChange } from './blacklist';
import type { IdentifiedRow } from './report-row';
import type { PollingSettings } from './settings';

type Common = {
	/** The event, which decides the output. */
	event: EventName | BlacklistChange['event'];
	/** The same for an event that comes out once more, different for different events. */
	eventId: string;
};

type FromReport = {
	/** When the message was sent; null when the report's date cannot be read. */
	sentAt: string | null;
	/** The row of the report, as it is. */
	raw: Record<string, string>;
};

/** The fields of the webhook trigger's events, without those that the report does not have. */
export type PolledEvent = Common &
	(
		| (Omit<DeliveryReceipt, 'messageId' | 'reportedAt'> & FromReport)
		| (Omit<Reply, 'messageId'> & ReplyWish & { receivedAt: string } & FromReport)
		| { phoneNumber: string; at: string }
	);

/** What of the rows and the blacklist is new. */
export interface News {
	readonly receipts: readonly IdentifiedRow[];
	readonly replies: readonly IdentifiedRow[];
	readonly changes: readonly BlacklistChange[];
}

/**
 * Writes the events of what is new: those that are selected, receipts first.
 * @param seenAt when it was seen
 */
export function writeEvents(
	{ receipts, replies, changes }: News,
	settings: PollingSettings,
	seenAt: Date,
): PolledEvent[] {
	const { events, tracker } = settings;
	const isWanted = ({ message }: IdentifiedRow) => !tracker || message.tracker === tracker;
	const all = [
		...receipts.filter(isWanted).map(writeReceipt),
		...replies.filter(isWanted).map((row) => writeReply(row, settings, seenAt)),
		...changes.map((change) => writeChange(change, seenAt)),
	];
	return all.filter(({ event }) => events.includes(event));
}

function writeReceipt(row: IdentifiedRow): PolledEvent {
	const { to, status, statusCode, delivered, operator = '', tracker } = row.message;
	const operatorCode = operatorCodeOf(operator);
	const errorCode = status === 'delivered' ? '' : statusCode.trim();
	const errorReason =
		status === 'failed' ? explainReceiptError(errorCode, operatorCode) : undefined;
	return {
		event: 'deliveryReceipt',
		eventId: row.receiptId,
		to,
		delivered,
		status,
		...(errorCode && { errorCode }),
		...(errorReason && { errorReason }),
		operator,
		operatorCode,
		label: makeCellReader(row.columns, REPORT_COLUMNS.information)(row.cells),
		tracker,
		...fromReport(row),
	};
}

function writeReply(row: IdentifiedRow, settings: PollingSettings, seenAt: Date): PolledEvent {
	const { to, reply: text = '', stop, tracker } = row.message;
	const selected = EVENT_NAMES.filter((name) => settings.events.includes(name));
	const { event, ...wish } = classifyReply(text, { ...settings, events: selected }, stop);
	return {
		event,
		eventId: row.reply?.eventId ?? '',
		from: to,
		text,
		...wish,
		tracker,
		receivedAt: seenAt.toISOString(),
		...fromReport(row),
	};
}

function fromReport({ message, columns, cells }: IdentifiedRow): FromReport {
	return {
		sentAt: message.sentAt,
		raw: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
	};
}

function writeChange({ event, eventId, phoneNumber }: BlacklistChange, seenAt: Date): PolledEvent {
	return { event, eventId, phoneNumber, at: seenAt.toISOString() };
}
