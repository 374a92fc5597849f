import { advanceHour, takeBack, withoutIds } from './advance-hour';
import type { Hash } from './hash-set';
import { countHashes, packHashes, unpackHashes } from './hash-set';
import type { IdentifiedRow, ReportRow } from './report-row';
import { identifyRows } from './report-row';
import type { HandedOut, KnownHour, PollingState, ReportState } from './state';
import type { Chunk } from './windows';
import { HOUR, RECENT_HOURS } from './windows';

/** Hashes that a state may hold: about 270 kB. */
export const MAX_HASHES = 30_000;

/** Rows without a readable date that are remembered: the last ones. */
const MAX_UNDATED = 1_000;
const UNDATED = 'undated';
/** Of so many changes of the blacklist that n8n was killed after, one after the other, none is lost. */
const MAX_EARLIER = 4;

/** What is new in a part of the report. */
export interface RowNews {
	readonly state: ReportState;
	readonly receipts: readonly IdentifiedRow[];
	readonly replies: readonly IdentifiedRow[];
}

/**
 * Compares a part of the report with what is known.
 * @param rows all rows of that part
 * @param now a clock reading
 */
export function advanceRows(
	state: ReportState,
	{ first, last, isBaseline }: Chunk,
	rows: readonly ReportRow[],
	hash: Hash,
	now: number,
): RowNews {
	const byHour = new Map<string, ReportRow[]>();
	for (const row of rows) {
		// A row of a neighbouring hour would be compared without the rest of its hour.
		if (row.hour !== undefined && (row.hour < first || row.hour > last)) continue;
		if (row.hour !== undefined && row.hour < state.from) continue;
		const key = String(row.hour ?? UNDATED);
		const others = byHour.get(key);
		if (others) others.push(row);
		else byHour.set(key, [row]);
	}
	const hours: Record<string, KnownHour> = { ...state.hours };
	const receipts: Array<readonly IdentifiedRow[]> = [];
	const replies: Array<readonly IdentifiedRow[]> = [];
	for (const [key, ofHour] of byHour) {
		const keepsIds = key === UNDATED || Number(key) >= now - RECENT_HOURS * HOUR;
		const news = advanceHour(identifyRows(ofHour, hash), hours[key], keepsIds, isBaseline);
		hours[key] = key === UNDATED ? limitUndated(news.known) : news.known;
		receipts.push(news.receipts);
		replies.push(news.replies);
	}
	return { state: { ...state, hours }, receipts: receipts.flat(), replies: replies.flat() };
}

function limitUndated(hour: KnownHour): KnownHour {
	const newest = (packed: string) => packHashes([...unpackHashes(packed)].slice(-MAX_UNDATED));
	return {
		...hour,
		ids: newest(hour.ids ?? ''),
		open: newest(hour.open),
		replies: newest(hour.replies),
	};
}

/** Forgets the hours that are no longer watched. */
export function forgetBefore(state: ReportState, from: number): ReportState {
	const hours = Object.fromEntries(
		Object.entries(state.hours).filter(([key]) => key === UNDATED || Number(key) >= from),
	);
	return { ...state, from: Math.max(state.from, from), hours };
}

function sizeOf({ ids = '', open, replies }: KnownHour): number {
	return countHashes(ids) + countHashes(open) + countHashes(replies);
}

/**
 * Makes a state fit: the oldest hours keep count and sum in place of their ids, and where that is not enough, the
 * oldest are no longer watched.
 * @returns the state, and how many messages are no longer watched that had no final status yet
 */
export function limitState(
	state: ReportState,
	maxHashes = MAX_HASHES,
): { state: ReportState; unwatched: number } {
	let excess = Object.values(state.hours).reduce((sum, hour) => sum + sizeOf(hour), -maxHashes);
	if (excess <= 0) return { state, unwatched: 0 };
	const hours: Record<string, KnownHour> = { ...state.hours };
	const oldestFirst = Object.keys(hours)
		.filter((key) => key !== UNDATED)
		.sort((one, other) => Number(one) - Number(other));
	const replaceBy = (key: string, smaller: KnownHour | undefined) => {
		const hour = hours[key];
		if (!hour) return;
		excess -= sizeOf(hour) - (smaller ? sizeOf(smaller) : 0);
		if (smaller) hours[key] = smaller;
		else delete hours[key];
	};
	for (const key of oldestFirst) {
		if (excess <= 0) break;
		const hour = hours[key];
		if (hour) replaceBy(key, withoutIds(hour));
	}
	let { from } = state;
	let unwatched = 0;
	for (const key of oldestFirst) {
		if (excess <= 0) break;
		unwatched += countHashes(hours[key]?.open ?? '');
		replaceBy(key, undefined);
		from = Number(key) + HOUR;
	}
	return { state: { ...state, hours, from }, unwatched };
}

/** Writes down what a poll gives to n8n. */
export function handOut(
	process: string,
	receipts: readonly IdentifiedRow[],
	replies: readonly IdentifiedRow[],
	blacklist: HandedOut['blacklist'],
): HandedOut {
	const hours: Record<string, { receipts: string; replies: string }> = {};
	const entryOf = ({ hour }: IdentifiedRow) =>
		(hours[String(hour ?? UNDATED)] ??= { receipts: '', replies: '' });
	for (const row of receipts) entryOf(row).receipts += row.id;
	for (const row of replies) entryOf(row).replies += row.reply?.hash ?? '';
	return { process, hours, blacklist };
}

/**
 * What is known when a process goes on from the state of another one, which may have been killed before what it
 * gave out reached an execution: that comes out once more, from the report and the list themselves.
 */
export function resume({ handedOut, ...state }: PollingState, process: string): PollingState {
	if (!handedOut || handedOut.process === process) return state;
	const earlierBlacklists = [...(state.earlierBlacklists ?? []), ...handedOut.blacklist].slice(
		-MAX_EARLIER,
	);
	const { report } = state;
	if (!report) return { ...state, earlierBlacklists };
	const hours: Record<string, KnownHour> = { ...report.hours };
	for (const [key, gone] of Object.entries(handedOut.hours)) {
		if (key === UNDATED || Number(key) >= report.from) hours[key] = takeBack(hours[key], gone);
	}
	// All of it is read again, however old.
	const { hourlyAt, dailyAt, ...again } = report;
	return { ...state, report: { ...again, hours }, earlierBlacklists };
}
