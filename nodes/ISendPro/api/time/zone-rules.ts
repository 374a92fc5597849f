import { day, minute, offsetAt } from './zone-time';

/** Whether two zones' clocks read the same at every instant of a year and the next. */
export function haveSameRules(zone: string, other: string, year: number): boolean {
	const end = Date.UTC(year + 2, 0, 1);
	// No zone changes its clock twice within a week, so weekly looks find every change.
	for (let from = Date.UTC(year, 0, 1); from < end; from += 7 * day) {
		const to = from + 7 * day;
		if (offsetAt(from, zone) !== offsetAt(from, other)) return false;
		if (changeBetween(from, to, zone) !== changeBetween(from, to, other)) return false;
	}
	return true;
}

/** The first minute, found by halving, that has the later offset; undefined when nothing changes. */
function changeBetween(from: number, to: number, zone: string): number | undefined {
	const later = offsetAt(to, zone);
	if (offsetAt(from, zone) === later) return undefined;
	let before = from;
	let after = to;
	while (after - before > minute) {
		const middle = before + Math.floor((after - before) / minute / 2) * minute;
		if (offsetAt(middle, zone) === later) after = middle;
		else before = middle;
	}
	return after;
}
