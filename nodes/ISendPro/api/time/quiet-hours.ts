import joursFeries from '@socialgouv/jours-feries';

import { franceZone } from './french-time';
import { day, hour, instantsOf, wallAt } from './zone-time';

const opening = 8 * hour;
const closing = 20 * hour;

/**
 * Why no commercial SMS may go out at an instant: from 20:00 to 8:00, on Sundays and on French public
 * holidays, by the clock of Paris [2, 4.1 code 24].
 *
 * @returns undefined when one may
 */
export function quietReason(instant: number): string | undefined {
	const wall = wallAt(instant, franceZone);
	const time = timeOfDay(wall);
	return (
		restDay(wall - time) ??
		(time < opening || time >= closing ? 'between 20:00 and 8:00' : undefined)
	);
}

/** The next 8:00 in Paris, after a quiet instant, at which a commercial SMS may go out. */
export function nextOpening(instant: number): number {
	const wall = wallAt(instant, franceZone);
	const time = timeOfDay(wall);
	let midnight = time < opening ? wall - time : wall - time + day;
	while (restDay(midnight)) midnight += day;
	const [morning] = instantsOf(midnight + opening, franceZone);
	if (morning === undefined) throw new RangeError('France has no 8:00 on that day');
	return morning;
}

/** The 20:00 in Paris that ends the hours in which an instant lies that is not quiet. */
export function nextClosing(instant: number): number {
	const wall = wallAt(instant, franceZone);
	const [evening] = instantsOf(wall - timeOfDay(wall) + closing, franceZone);
	if (evening === undefined) throw new RangeError('France has no 20:00 on that day');
	return evening;
}

function timeOfDay(wall: number): number {
	return ((wall % day) + day) % day;
}

function restDay(midnight: number): string | undefined {
	const date = new Date(midnight);
	if (date.getUTCDay() === 0) return 'on a Sunday';
	const holiday = holidaysOf(date.getUTCFullYear()).get(midnight);
	return holiday && `on a French public holiday (${holiday})`;
}

const holidaysByYear = new Map<number, ReadonlyMap<number, string>>();

function holidaysOf(year: number): ReadonlyMap<number, string> {
	const known = holidaysByYear.get(year);
	if (known) return known;
	const holidays = new Map<number, string>();
	for (const [name, date] of Object.entries(joursFeries(year))) {
		// The library adds days of 24 hours to a midnight of the machine's zone: where clocks change at
		// Easter (Sydney) that ends at 23:00 of the day before. Noon is on the right day everywhere.
		const noon = new Date(date.getTime() + 12 * hour);
		holidays.set(Date.UTC(noon.getFullYear(), noon.getMonth(), noon.getDate()), name);
	}
	holidaysByYear.set(year, holidays);
	return holidays;
}
