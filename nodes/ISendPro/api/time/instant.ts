import { DateTime } from 'luxon';
import { startOf } from '../text/character';
import { InvalidInputError } from '../errors';
import { explainDateNumber } from './date-number';
import type { DateProblem, DateUnit } from './date-text';
import { parseDateText } from './date-text';

/** iSendPro's dates have years of four digits [3.5, 3.8]. */
export const END_OF_YEARS = Date.UTC(10_000, 0, 1);

/** What the value of a date and time field stands for, in milliseconds since 1970. */
export interface Moment {
	readonly start: number;
	/** The same instant; the last millisecond of what a text names that has no time of day. */
	readonly end: number;
	/** What a text names that has no time of day: all of it is meant. */
	readonly unit?: DateUnit;
	/** The text has the day before the month. */
	readonly isDayFirst: boolean;
	/** The time of day is 0:00: perhaps a date was meant. */
	readonly isMidnight: boolean;
}

/**
 * Reads the value of a date and time field: a date object of luxon or JavaScript, or a text with a date in
 * any form that has one reading (`parseDateText`).
 * @param zone the time zone of a text without offset
 * @param name begins the sentence of an error: `"Start Date"`
 * @returns undefined when there is no value, as in a blank cell
 * @throws InvalidInputError when it is no date, or has several readings
 */
export function readMoment(value: unknown, zone: string, name: string): Moment | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string' && value.trim() === '') return undefined;
	const moment =
		typeof value === 'string' ? readText(value, zone, name) : readDateObject(value, zone);
	if (moment && moment.end < END_OF_YEARS) return moment;
	const problem = explainDateNumber(value);
	if (problem) throw refuse(`${name} is ${String(value).trim()}`, problem);
	const shown =
		typeof value === 'string' ? `"${startOf(value, 40)}"` : `a value of type ${typeof value}`;
	throw new InvalidInputError(
		`${name} cannot be read from ${shown}`,
		'Give a date and time such as 2026-11-25T16:30, 2026-11-25T16:30:00+01:00 or 25/11/2026 16:30.',
	);
}

/** Whether a value needs a zone to be an instant: it is text without an offset. */
export function needsZone(value: unknown): boolean {
	if (typeof value !== 'string' || value === '') return false;
	const text = parseDateText(value);
	return text !== undefined && 'iso' in text && !text.hasOffset;
}

function refuse(sentence: string, { problem, advice }: DateProblem): InvalidInputError {
	return new InvalidInputError(`${sentence}, ${problem}`, advice);
}

/** A date object may come from another realm or another luxon; all of them have a numeric value. */
function readDateObject(value: unknown, zone: string): Moment | undefined {
	const isDate =
		typeof value === 'object' && value !== null && ('toMillis' in value || 'getTime' in value);
	const instant = isDate ? Number(value.valueOf()) : Number.NaN;
	if (Number.isNaN(instant)) return undefined;
	const time = DateTime.fromMillis(instant, { zone });
	return {
		start: instant,
		end: instant,
		isDayFirst: false,
		isMidnight: time.equals(time.startOf('day')),
	};
}

function readText(text: string, zone: string, name: string): Moment | undefined {
	const parsed = parseDateText(text);
	if (!parsed) return undefined;
	if ('problem' in parsed) throw refuse(`${name} is "${startOf(text, 40)}"`, parsed);
	const { iso, unit, isDayFirst } = parsed;
	const { time, skipped } = readClock(iso, zone);
	if (!time.isValid) return undefined;
	if (skipped && !unit) {
		throw new InvalidInputError(
			`${name} is ${text}, which does not exist in ${zone}: clocks skip it in spring`,
			'Choose an earlier or a later time.',
		);
	}
	const start = time.toMillis();
	return {
		start,
		end: unit ? time.endOf(unit).toMillis() : start,
		unit,
		isDayFirst,
		isMidnight: !unit && time.equals(time.startOf('day')),
	};
}

/**
 * Finds the instant at which a clock has a reading.
 * @param iso the reading; `zone` applies when it has no offset
 * @returns the first of two instants in the hour that autumn repeats; in the hour that spring skips, an
 * hour later than the reading says; an invalid one when there is no such day or time
 */
export function readClock(iso: string, zone: string): { time: DateTime; skipped: boolean } {
	const read = DateTime.fromISO(iso, { zone, setZone: true });
	// luxon chooses either instant of a repeated hour, and moves a skipped one
	const [time = read] = read.getPossibleOffsets();
	const asWritten = DateTime.fromISO(iso, { zone: 'utc', setZone: true });
	return { time, skipped: time.isValid && readingOf(time) !== readingOf(asWritten) };
}

function readingOf(time: DateTime): string | null {
	return time.toISO({ includeOffset: false });
}

/** `2026-11-25 16:30`: a clock's reading as iSendPro writes it, to the minute [3.5]. */
export function writeMinute(time: DateTime): string {
	return time.toFormat('yyyy-MM-dd HH:mm');
}

/** `2026-11-25T16:30:00+01:00`: ISO 8601 to the second, with the offset of the zone. */
export function writeInstant(instant: number, zone: string): string {
	return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}
