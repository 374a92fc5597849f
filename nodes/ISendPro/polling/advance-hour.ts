import { NO_SUM, packHashes, sumHashes, unpackHashes } from './hash-set';
import type { IdentifiedRow } from './report-row';
import type { KnownHour } from './state';

/** What is new in one hour of the report. */
export interface HourNews {
	readonly known: KnownHour;
	/** Rows that have their first final status, and those with a new reply. */
	readonly receipts: readonly IdentifiedRow[];
	readonly replies: readonly IdentifiedRow[];
}

const UNKNOWN_HOUR: KnownHour = { count: 0, sum: NO_SUM, ids: '', open: '', replies: '' };

/**
 * Compares one hour of the report with what is known of it.
 * @param rows all its rows
 * @param keepIds whether the hour is recent, and every id is kept
 * @param isBaseline whether everything is taken as known
 */
export function advanceHour(
	rows: readonly IdentifiedRow[],
	before: KnownHour = UNKNOWN_HOUR,
	keepIds: boolean,
	isBaseline: boolean,
): HourNews {
	const open = unpackHashes(before.open);
	const news = isBaseline ? new Set<string>() : newIds(rows, before, open);
	const receipts = rows.filter(
		({ id, isFinal }) => isFinal && !isBaseline && (open.has(id) || news.has(id)),
	);
	for (const { id, isFinal } of rows) {
		if (isFinal) open.delete(id);
		else if (isBaseline || news.has(id)) open.add(id);
	}
	const seen = unpackHashes(before.replies);
	const replies = rows.filter(({ reply }) => reply && !isBaseline && !seen.has(reply.hash));
	for (const { reply } of rows) if (reply) seen.add(reply.hash);
	const ids = rows.map(({ id }) => id);
	const known = {
		count: ids.length,
		sum: sumHashes(NO_SUM, ids),
		open: packHashes(open),
		replies: packHashes(seen),
	};
	if (!keepIds) return { known, receipts, replies };
	const all = new Set([...unpackHashes(before.ids ?? ''), ...ids]);
	return { known: { ...known, ids: packHashes(all) }, receipts, replies };
}

/**
 * The rows that were not there before. Where only count and sum are known, one row is found by them; of several,
 * all closed rows of the hour may be new, since none may be lost.
 */
function newIds(
	rows: readonly IdentifiedRow[],
	{ ids, count, sum }: KnownHour,
	open: ReadonlySet<string>,
): Set<string> {
	if (ids !== undefined) {
		const known = unpackHashes(ids);
		return new Set(rows.flatMap(({ id }) => (known.has(id) ? [] : [id])));
	}
	const all = new Set(rows.map(({ id }) => id));
	const difference = sumHashes(sum, all);
	if (difference === NO_SUM && all.size === count) return new Set();
	if (all.size === count + 1 && all.has(difference)) return new Set([difference]);
	return new Set([...all].filter((id) => !open.has(id)));
}

/** The same hour, by count and sum alone. */
export function withoutIds(hour: KnownHour): KnownHour {
	if (hour.ids === undefined) return hour;
	const ids = unpackHashes(hour.ids);
	const { open, replies } = hour;
	return { count: ids.size, sum: sumHashes(NO_SUM, ids), open, replies };
}

/** The same hour, as if these had not come out. */
export function takeBack(
	hour: KnownHour = UNKNOWN_HOUR,
	{ receipts, replies }: { receipts: string; replies: string },
): KnownHour {
	const gone = unpackHashes(replies);
	return {
		...hour,
		open: packHashes(new Set([...unpackHashes(hour.open), ...unpackHashes(receipts)])),
		replies: packHashes([...unpackHashes(hour.replies)].filter((hash) => !gone.has(hash))),
	};
}
