import type { Period } from '../api/time/report-period';
import { startOfPlainHour } from '../api/time/report-period';
import type { ReportState, Sweep } from './state';

export const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;

/** Rows of so many hours are known one by one; of older hours, by count and sum. */
export const RECENT_HOURS = 24;

/** What every poll reads. */
const EACH_POLL = 6 * HOUR;
/** What is read once an hour. */
const HOURLY = 3 * DAY;
/** The clock of iSendPro may be ahead, and no minute of the end is one that autumn repeats. */
const AHEAD = 2 * HOUR;

/** A part of the report that is read at once: whole hours, at most a day of older ones. */
export interface Chunk extends Period {
	readonly isBaseline: boolean;
}

/** The first hour that is watched, in whole days. */
export function firstWatched(now: number, lookBackDays: number): number {
	return Math.floor((now - lookBackDays * DAY) / DAY) * DAY;
}

/** What every poll reads first. */
export function recentChunk(now: number, isBaseline: boolean): Chunk {
	return { first: startOfPlainHour(now - EACH_POLL), last: now + AHEAD, isBaseline };
}

/**
 * The way back that is due: through the last three days once an hour, through all that is watched once a day, and
 * through whatever time no poll has seen.
 * @returns undefined when none is due; the one that is under way, if there is one
 */
export function dueSweep(state: ReportState, now: number, lookBackDays: number): Sweep | undefined {
	if (state.sweep) return state.sweep;
	const { dailyAt, hourlyAt, from, polledAt } = state;
	const next = recentChunk(now, false).first;
	const sweep = { next, startedAt: now, isBaseline: false };
	if (dailyAt === undefined || now - dailyAt >= DAY || now < dailyAt) {
		const since = Math.min(firstWatched(now, lookBackDays), firstWatched(polledAt, 0));
		return { ...sweep, target: Math.max(from, since), isWhole: true };
	}
	if (hourlyAt === undefined || now - hourlyAt >= HOUR || now < hourlyAt) {
		return { ...sweep, target: Math.max(from, firstWatched(now - HOURLY, 0)), isWhole: false };
	}
	return undefined;
}

/** The next part of a way back: what is left of its newest day. */
export function nextChunk({ next, target, isBaseline }: Sweep): Chunk | undefined {
	if (next <= target) return undefined;
	const midnight = Math.floor((next - 1) / DAY) * DAY;
	return { first: Math.max(midnight, target), last: next - MINUTE, isBaseline };
}
