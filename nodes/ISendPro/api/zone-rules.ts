import { day, minute, offsetAt } from './zone-time';

/**
 * The zone that reads the same as another one at every instant of this year and the next.
 *
 * @param zone a name of the tz database
 * @param candidates the preferred ones first; `zone` itself wins wherever it stands
 * @returns undefined when none of them does
 */
export function equalZone(
	zone: string,
	candidates: readonly string[],
	now: Date,
): string | undefined {
	if (candidates.includes(zone)) return zone;
	const year = now.getUTCFullYear();
	const key = `${zone} ${year}`;
	if (!found.has(key)) {
		const start = Date.UTC(year, 0, 1);
		const end = Date.UTC(year + 2, 0, 1);
		found.set(
			key,
			candidates.find((candidate) => haveSameRules(zone, candidate, start, end)),
		);
	}
	return found.get(key);
}

/** A run asks for the same zone once an item. */
const found = new Map<string, string | undefined>();

/** No zone changes its clock twice within a week, so weekly looks find every change. */
function haveSameRules(zone: string, other: string, start: number, end: number): boolean {
	for (let from = start; from < end; from += 7 * day) {
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
