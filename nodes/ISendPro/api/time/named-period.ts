import type { Period } from './report-period';
import { toMinute } from './report-period';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The periods that have a name. Today and this month reach to the end of today. */
export type PeriodName = 'today' | 'yesterday' | 'last7Days' | 'thisMonth' | 'lastMonth';

/**
 * Finds a period by its name, in French time like the dates of the report [3.8]. As minutes are readings of
 * the clock, each day has 24 hours of them, also when clocks change.
 * @param now the instant of the run
 */
export function findPeriod(name: PeriodName, now: Date): Period {
	const reading = toMinute(now.getTime());
	const today = reading - (reading % day);
	/** The first minute of this month, or of one so many months later. */
	const month = (later = 0) => {
		const date = new Date(today);
		return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later);
	};
	const between = (first: number, next: number): Period => ({ first, last: next - minute });
	switch (name) {
		case 'today':
			return between(today, today + day);
		case 'yesterday':
			return between(today - day, today);
		case 'last7Days':
			return between(today - 7 * day, today);
		case 'thisMonth':
			return between(month(), today + day);
		case 'lastMonth':
			return between(month(-1), month());
	}
}
