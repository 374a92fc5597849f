import joursFeries from '@socialgouv/jours-feries';
import { DateTime } from 'luxon';

import { franceZone } from './french-time';

const opening = 8;
const closing = 20;
const onTheHour = { minute: 0, second: 0, millisecond: 0 };

/**
 * Why no commercial SMS may go out at an instant: from 20:00 to 8:00, on Sundays and on French public
 * holidays, by the clock of Paris [2, 4.1 code 24].
 *
 * @returns undefined when one may
 */
export function quietReason(instant: number): string | undefined {
	const time = inFrance(instant);
	const open = time.hour >= opening && time.hour < closing;
	return restDay(time) ?? (open ? undefined : 'between 20:00 and 8:00');
}

/** The next 8:00 in Paris, after a quiet instant, at which a commercial SMS may go out. */
export function nextOpening(instant: number): number {
	const time = inFrance(instant);
	let morning = time.set({ hour: opening, ...onTheHour });
	if (time.hour >= opening) morning = morning.plus({ days: 1 });
	while (restDay(morning)) morning = morning.plus({ days: 1 });
	return morning.toMillis();
}

/** The 20:00 in Paris that ends the hours in which an instant lies that is not quiet. */
export function nextClosing(instant: number): number {
	return inFrance(instant)
		.set({ hour: closing, ...onTheHour })
		.toMillis();
}

function inFrance(instant: number): DateTime {
	return DateTime.fromMillis(instant, { zone: franceZone });
}

function restDay(time: DateTime): string | undefined {
	if (time.weekday === 7) return 'on a Sunday';
	const holiday = holidaysOf(time.year).get(`${time.month}-${time.day}`);
	return holiday && `on a French public holiday (${holiday})`;
}

const holidaysByYear = new Map<number, ReadonlyMap<string, string>>();

/** The names of a year's holidays by `month-day`. */
function holidaysOf(year: number): ReadonlyMap<string, string> {
	const known = holidaysByYear.get(year);
	if (known) return known;
	const holidays = new Map<string, string>();
	for (const [name, date] of Object.entries(joursFeries(year))) {
		// The library adds days of 24 hours to a midnight of the machine's zone: where clocks change at
		// Easter (Sydney) that ends at 23:00 of the day before. Noon is on the right day everywhere.
		const noon = new Date(date.getTime() + 12 * 3_600_000);
		holidays.set(`${noon.getMonth() + 1}-${noon.getDate()}`, name);
	}
	holidaysByYear.set(year, holidays);
	return holidays;
}
