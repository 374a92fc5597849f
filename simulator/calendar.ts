import { Refusal } from './codes';
import { zones } from './zones';

/** Wall-clock time, months from 1. */
export interface WallClock {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
}

export const frenchZone = 'Europe/Paris';

/** "GMT+1", the zone of `date_envoi` without `gmt_zone` [3.5]; the manual does not say that it has summer time. */
const defaultZone = 'Etc/GMT-1';

const quarterHour = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** Milliseconds east of Greenwich by zone and quarter of an hour, at whose start alone they ever change. */
const offsets = new Map<string, number>();

/** What clocks show in a zone. */
export function wallClock(instant: Date, zone: string): WallClock {
	const shown = new Date(instant.getTime() + offsetOf(instant, zone));
	return {
		year: shown.getUTCFullYear(),
		month: shown.getUTCMonth() + 1,
		day: shown.getUTCDate(),
		hour: shown.getUTCHours(),
		minute: shown.getUTCMinutes(),
		second: shown.getUTCSeconds(),
	};
}

function offsetOf(instant: Date, zone: string): number {
	const start = Math.floor(instant.getTime() / quarterHour) * quarterHour;
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
	// Swedes write dates and times as ISO 8601 does.
	return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

function asUtc({ year, month, day, hour, minute, second }: WallClock): number {
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which a zone's clocks show a time; of an hour that is skipped, the same minute after it. */
export function instantOf(wall: WallClock, zone: string): Date {
	const wanted = asUtc(wall);
	const correct = (instant: number) => instant + wanted - asUtc(wallClock(new Date(instant), zone));
	const first = correct(wanted);
	const second = correct(first);
	return new Date(correct(second) === second ? second : Math.max(first, second));
}

const dateTime = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?$/;

/** Reads `AAAA-MM-JJ HH:MM`, or the day alone as its first minute; undefined when it is no such date. */
export function readWallClock(text: string): (WallClock & { dayOnly: boolean }) | undefined {
	const match = dateTime.exec(text);
	if (match === null) return undefined;
	const [year, month, day, hour, minute] = match.slice(1).map((digits) => Number(digits ?? 0));
	const wall = { year, month, day, hour, minute, second: 0 } as WallClock;
	const normal = new Date(asUtc(wall)).toISOString();
	if (!normal.startsWith(text.replace(' ', 'T'))) return undefined;
	return { ...wall, dayOnly: match[4] === undefined };
}

/** The instant of `date_envoi` in `gmt_zone` [3.5, 3.6]. Throws a Refusal: 43, or 999 for an unknown zone. */
export function readSendDate(date: string, zone: string | undefined): Date {
	const wall = readWallClock(date);
	if (wall === undefined || wall.dayOnly) throw new Refusal(43);
	if (zone !== undefined && !zones.has(zone)) throw new Refusal(999);
	return instantOf(wall, zone ?? defaultZone);
}

/** Whether commercial messages are forbidden: 20:00 to 8:00, Sundays, public holidays (24). */
export function isQuiet(instant: Date): boolean {
	const { year, month, day, hour } = wallClock(instant, frenchZone);
	if (hour < 8 || hour >= 20) return true;
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCDay() === 0 || isPublicHoliday(date);
}

const fixedHolidays = new Set(['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25']);

function isPublicHoliday(date: Date): boolean {
	if (fixedHolidays.has(`${date.getUTCMonth() + 1}-${date.getUTCDate()}`)) return true;
	const daysAfterEaster = (date.getTime() - easterSunday(date.getUTCFullYear())) / 86_400_000;
	// Easter Monday, Ascension, Whit Monday.
	return [1, 39, 50].includes(daysAfterEaster);
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
	const wall = wallClock(after, frenchZone);
	const today = instantOf({ ...wall, hour: 2, minute: 0, second: 0 }, frenchZone);
	if (today > after) return today;
	const tomorrow = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + 1));
	return instantOf(
		{
			year: tomorrow.getUTCFullYear(),
			month: tomorrow.getUTCMonth() + 1,
			day: tomorrow.getUTCDate(),
			hour: 2,
			minute: 0,
			second: 0,
		},
		frenchZone,
	);
}
