import type { CampaignMessage } from '../api/files/campaign-message';
import type { ReportEntry } from '../api/files/campaign-report';
import { isStop } from '../trigger/stop';
import type { Hash } from './hash-set';
import { makeEventId } from './hash-set';

/** A row of the report. */
export interface ReportRow {
	readonly message: CampaignMessage;
	/** The file's own columns and text. */
	readonly columns: readonly string[];
	readonly cells: readonly string[];
	/** The hour in which it was sent, as a clock reading; undefined where its date cannot be read. */
	readonly hour?: number;
}

/** A row with what tells it from all others. */
export interface IdentifiedRow extends ReportRow {
	/** Hash of date, sender, recipient, tracker, text, and its place among rows that are equal in all these. */
	readonly id: string;
	readonly receiptId: string;
	readonly isFinal: boolean;
	/** The reply that it shows. */
	readonly reply?: { readonly hash: string; readonly eventId: string };
}

/** Stands for the STOP of a row whose reply does not say so. */
const STOP_FLAG = 'STOP';

/** Makes a row of a message. */
export function toReportRow({ message, columns, cells }: ReportEntry): ReportRow {
	// The hour of the clock that the report itself shows.
	const hour = message.sentAt === null ? NaN : Date.parse(`${message.sentAt.slice(0, 13)}:00Z`);
	return { message, columns, cells, ...(!Number.isNaN(hour) && { hour }) };
}

/**
 * Gives every row its identity. Of rows that are equal, those with a final status count first, so that each gets
 * one whichever order the file has them in.
 * @param rows all rows of their hours
 */
export function identifyRows(rows: readonly ReportRow[], hash: Hash): IdentifiedRow[] {
	const ordinals = new Map<string, number>();
	const nextOrdinal = (key: string) => {
		const ordinal = ordinals.get(key) ?? 0;
		ordinals.set(key, ordinal + 1);
		return String(ordinal);
	};
	return [...rows]
		.sort((one, other) => Number(isFinal(other)) - Number(isFinal(one)))
		.map((row) => {
			const identity = identityOf(row);
			const ordinal = nextOrdinal(JSON.stringify(identity));
			return {
				...row,
				id: hash('row', ...identity, ordinal),
				receiptId: makeEventId('deliveryReceipt', ...identity, ordinal),
				isFinal: isFinal(row),
				reply: identifyReply(row, identity, nextOrdinal, hash),
			};
		});
}

function identityOf({ message }: ReportRow): string[] {
	const { sentAt, sender, to, tracker, text } = message;
	return [sentAt ?? '', sender, to, tracker, text];
}

function isFinal({ message }: ReportRow): boolean {
	return message.status !== 'unknown';
}

function identifyReply(
	{ message }: ReportRow,
	identity: readonly string[],
	nextOrdinal: (key: string) => string,
	hash: Hash,
): IdentifiedRow['reply'] {
	const { reply = '', stop } = message;
	if (reply === '' && !stop) return undefined;
	// By the usual rules, whatever the node's are: changed settings must not make old replies new.
	const flag = stop && !isStop(reply, undefined, 'anywhere') ? STOP_FLAG : '';
	const parts = ['reply', ...identity, reply, flag];
	const ordinal = nextOrdinal(JSON.stringify(parts));
	return { hash: hash(...parts, ordinal), eventId: makeEventId(...parts, ordinal) };
}
