import joursFeries from '@socialgouv/jours-feries';
import { DateTime } from 'luxon';
import { FRANCE_ZONE } from './french-time';

const OPENING_HOUR = 8;
const CLOSING_HOUR = 20;
const ON_THE_HOUR = { minute: 0, second: 0, millisecond: 0 };

/**
 * Why no commercial SMS may go out at an instant: from 20:00 to 8:00, on Sundays and on French public
 * holidays, in Paris time [2, 4.1 code 24].
 * @returns undefined when it may
 */
export function quietReason(instant: number): string | undefined {
	const time = inFrance(instant);
	const open = time.hour >= OPENING_HOUR && time.hour < CLOSING_HOUR;
	return (
		findRestDay(time) ?? (open ? undefined : `between ${CLOSING_HOUR}:00 and ${OPENING_HOUR}:00`)
	);
}

/** The next 8:00 in Paris, after a quiet instant, at which a commercial SMS may go out. */
export function nextOpening(instant: number): number {
	const time = inFrance(instant);
	let morning = time.set({ hour: OPENING_HOUR, ...ON_THE_HOUR });
	if (time.hour >= OPENING_HOUR) morning = morning.plus({ days: 1 });
	while (findRestDay(morning)) morning = morning.plus({ days: 1 });
	return morning.toMillis();
}

/** The 20:00 in Paris that ends the hours in which an instant lies that is not quiet. */
export function nextClosing(instant: number): number {
	return inFrance(instant)
		.set({ hour: CLOSING_HOUR, ...ON_THE_HOUR })
		.toMillis();
}

function inFrance(instant: number): DateTime {
	return DateTime.fromMillis(instant, { zone: FRANCE_ZONE });
}

function findRestDay(time: DateTime): string | undefined {
	if (time.weekday === 7) return 'on a Sunday';
	const holiday = listHolidays(time.year).get(`${time.month}-${time.day}`);
	return holiday && `on a French public holiday (${holiday})`;
}

const holidaysByYear = new Map<number, ReadonlyMap<string, string>>();

/** The names of a year's holidays by `month-day`. */
function listHolidays(year: number): ReadonlyMap<string, string> {
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
