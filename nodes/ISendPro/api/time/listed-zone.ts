import { IANAZone } from 'luxon';

import { timeZones } from './time-zones';

/** The names that `gmt_zone` can have [4.4]. */
export const zones: readonly string[] = timeZones.map(({ name }) => name);

/** The zone of France in the list, which has no Paris [4.4]. */
const listedFranceZone = 'Europe/Brussels';

const week = 7 * 24 * 3_600_000;
const quarterHour = 15 * 60_000;

/** A run asks for its zone once an item. */
const listedZones = new Map<string, string>();

/** The zone of the list that stands for a workflow's: itself, one equal this year and the next, or France's. */
export function listedZone(zone: string, year: number): string {
	if (zones.includes(zone)) return zone;
	const key = `${zone} ${year}`;
	const listed =
		listedZones.get(key) ??
		[listedFranceZone, ...zones].find((candidate) => haveSameRules(zone, candidate, year)) ??
		listedFranceZone;
	listedZones.set(key, listed);
	return listed;
}

/** No zone changes its clock twice within a week, and all change it on a quarter of an hour. */
function haveSameRules(name: string, otherName: string, year: number): boolean {
	const zone = IANAZone.create(name);
	const other = IANAZone.create(otherName);
	const start = Date.UTC(year, 0, 1);
	const end = Date.UTC(year + 2, 0, 1);
	const agree = (instant: number) => zone.offset(instant) === other.offset(instant);
	const weeks = instantsBetween(start, end, week);
	return (
		weeks.every(agree) &&
		weeks
			.filter((from) => zone.offset(from) !== zone.offset(from + week))
			.every((from) => instantsBetween(from, from + week, quarterHour).every(agree))
	);
}

function instantsBetween(start: number, end: number, step: number): number[] {
	return Array.from(
		{ length: Math.ceil((end - start) / step) },
		(_, index) => start + index * step,
	);
}
