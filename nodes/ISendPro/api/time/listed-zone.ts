import { IANAZone } from 'luxon';
import { timeZones } from './time-zones';

/** The names that `gmt_zone` can have [4.4]. */
export const zones: readonly string[] = timeZones.map(({ name }) => name);

/** The zone of France in the list, which has no Paris [4.4]. */
const LISTED_FRANCE_ZONE = 'Europe/Brussels';

const week = 7 * 24 * 3_600_000;
const quarterHour = 15 * 60_000;

/** A run needs its zone once an item. */
const listedZones = new Map<string, string>();

/**
 * Finds the zone of the list for a workflow's zone: one with the same rules this year and the next, if
 * possible the zone itself, else that of France. Some offsets in the list are out of date [4.4], and the
 * manual does not say whether iSendPro uses them: a zone whose printed offset is still right is preferred.
 */
export function listedZone(zone: string, year: number): string {
	const key = `${zone} ${year}`;
	const known = listedZones.get(key);
	if (known !== undefined) return known;
	const candidates = [zone, LISTED_FRANCE_ZONE, ...zones].filter((name) => zones.includes(name));
	const isEqual = (name: string) => name === zone || haveSameRules(zone, name, year);
	const listed =
		candidates.find((name) => isPrintedRight(name, year) && isEqual(name)) ??
		candidates.find(isEqual) ??
		LISTED_FRANCE_ZONE;
	listedZones.set(key, listed);
	return listed;
}

/** Whether the list prints the current offset of a zone, summer time aside. */
function isPrintedRight(name: string, year: number): boolean {
	const { label = '' } = timeZones.find((listed) => listed.name === name) ?? {};
	const [, sign = '+', hours = 0, minutes = 0] =
		/^\(GMT(?:([+-])(\d\d):(\d\d))?\)/.exec(label) ?? [];
	const printed = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
	const zone = IANAZone.create(name);
	const halfYears = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)];
	return printed === Math.min(...halfYears.map((instant) => zone.offset(instant)));
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
