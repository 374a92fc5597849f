import { Refusal } from './codes';
import { ZONES } from './zones';

export const FRENCH_ZONE = 'Europe/Paris';

/**
 * "GMT+1", the zone of `date_envoi` without `gmt_zone` [3.5]; the manual does not say that it has
 * summer time.
 */
const DEFAULT_ZONE = 'Etc/GMT-1';

const DAY = 86_400_000;
const QUARTER_HOUR = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** Milliseconds east of Greenwich, by zone and quarter of an hour: they change at no other time. */
const offsets = new Map<string, number>();

/**
 * What clocks show in a zone, as the UTC year, month, day, hour, minute and second of the date.
 */
export function wallClock(instant: Date, zone: string): Date {
	return new Date(instant.getTime() + offsetOf(instant, zone));
}

function offsetOf(instant: Date, zone: string): number {
	const start = Math.floor(instant.getTime() / QUARTER_HOUR) * QUARTER_HOUR;
	const key = `${zone} ${start}`;
	let offset = offsets.get(key);
	if (offset === undefined) {
		if (offsets.size > 50_000) offsets.clear();
		offset = shownAsUtc(start, zone) - start;
		offsets.set(key, offset);
	}
	return offset;
}

function shownAsUtc(instant: number, zone: string): number {
	let format = formats.get(zone);
	if (format === undefined) {
		format = new Intl.DateTimeFormat('sv-SE', {
			timeZone: zone,
			dateStyle: 'short',
			timeStyle: 'medium',
		});
		formats.set(zone, format);
	}
	// The Swedish format is that of ISO 8601.
	return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

/**
 * The instant at which a zone's clocks show a time; in a skipped hour, the same minute of the next.
 */
export function instantOf(wall: Date, zone: string): Date {
	const wanted = wall.getTime();
	const correct = (instant: number) => wanted - offsetOf(new Date(instant), zone);
	const first = correct(wanted);
	const second = correct(first);
	return new Date(correct(second) === second ? second : Math.max(first, second));
}

/**
 * Reads `AAAA-MM-JJ HH:MM`, or the day alone as its first minute; undefined for anything else.
 */
export function readWallClock(text: string): { wall: Date; dayOnly: boolean } | undefined {
	if (!/^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/.test(text)) return undefined;
	const [day, time = '00:00'] = text.split(' ');
	const written = `${day}T${time}`;
	const wall = new Date(`${written}Z`);
	// The 30th of February would be a day of March, and 24:00 the next day.
	const isDate = !Number.isNaN(wall.getTime()) && wall.toISOString().startsWith(written);
	return isDate ? { wall, dayOnly: day === text } : undefined;
}

/**
 * The instant of `date_envoi` in `gmt_zone` [3.5, 3.6]. Throws a Refusal: 43, or 999 for an unknown
 * zone.
 */
export function readSendDate(date: string, zone: string | undefined): Date {
	const read = readWallClock(date);
	if (read === undefined || read.dayOnly) throw new Refusal(43);
	if (zone !== undefined && !ZONES.has(zone)) throw new Refusal(999);
	return instantOf(read.wall, zone ?? DEFAULT_ZONE);
}

/** Whether commercial messages are forbidden: 20:00 to 8:00, Sundays, public holidays (24). */
export function isQuiet(instant: Date): boolean {
	const wall = wallClock(instant, FRENCH_ZONE);
	const hour = wall.getUTCHours();
	return hour < 8 || hour >= 20 || wall.getUTCDay() === 0 || isPublicHoliday(wall);
}

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Easter Monday, Ascension, Whit Monday. */
const DAYS_AFTER_EASTER = [1, 39, 50];

function isPublicHoliday(wall: Date): boolean {
	if (FIXED_HOLIDAYS.includes(wall.toISOString().slice('AAAA-'.length, 'AAAA-MM-JJ'.length))) {
		return true;
	}
	const daysAfterEaster = (wall.getTime() - easterSunday(wall.getUTCFullYear())) / DAY;
	return DAYS_AFTER_EASTER.includes(Math.floor(daysAfterEaster));
}

/** The Gregorian computus, in the form of Gauss with its two exceptions. */
function easterSunday(year: number): number {
	const century = Math.floor(year / 100);
	const moonShift =
		(15 + century - Math.floor(century / 4) - Math.floor((13 + 8 * century) / 25)) % 30;
	const sundayShift = (4 + century - Math.floor(century / 4)) % 7;
	const golden = year % 19;
	const moon = (19 * golden + moonShift) % 30;
	const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + sundayShift) % 7;
	let day = 22 + moon + sunday;
	if (moon === 29 && sunday === 6) day = 50;
	else if (moon === 28 && sunday === 6 && golden > 10) day = 49;
	return Date.UTC(year, 2, day);
}

/** The next 02:00 in France after an instant [3.10]. */
export function nextRepeat(after: Date): Date {
	const wall = wallClock(after, FRENCH_ZONE);
	wall.setUTCHours(2, 0, 0, 0);
	const today = instantOf(wall, FRENCH_ZONE);
	return today > after ? today : instantOf(new Date(wall.getTime() + DAY), FRENCH_ZONE);
}
