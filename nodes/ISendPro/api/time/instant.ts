import { DateTime } from 'luxon';
import { startOf } from '../text/character';
import { InvalidInputError } from '../errors';

/** iSendPro's dates have years of four digits [3.5, 3.8]. */
export const END_OF_YEARS = Date.UTC(10_000, 0, 1);

/** The ISO 8601 texts with a date: no year or time alone, and no YYYYMM, which may be a YYMMDD. */
const ISO_SHAPE = /^\d{4}(?:-|W|\d{3,4}(?:T|$))[\dTWZ:.,+-]*$/;

/**
 * Reads the value of a date and time field: a date object of luxon or JavaScript, or ISO 8601 text (a
 * calendar, week or ordinal date, and usually a time after `T` or a space, with or without an offset).
 * @param zone the time zone of a text without offset
 * @param name begins the sentence of an error: `"Start Date"`
 * @returns milliseconds since 1970; undefined when there is no value, as in an option left blank
 * @throws InvalidInputError when it is no instant
 */
export function readInstant(value: unknown, zone: string, name: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const instant =
		typeof value === 'string' ? parseIsoText(value, zone, name) : Number(dateValue(value));
	if (instant < END_OF_YEARS) return instant;
	const shown =
		typeof value === 'string' ? `"${startOf(value, 40)}"` : `a value of type ${typeof value}`;
	throw new InvalidInputError(
		`${name} cannot be read from ${shown}`,
		'Give a date and time such as 2026-11-25T16:30 or 2026-11-25T16:30:00+01:00.',
	);
}

/** Whether a value needs a zone to be an instant: it is text without an offset. */
export function needsZone(value: unknown): boolean {
	if (typeof value !== 'string' || value === '') return false;
	return !/(?:Z|[T ].*[+\u2212-]\d\d(?::?\d\d)?)\s*$/i.test(value);
}

/** A date object may come from another realm or another luxon; all of them have a numeric value. */
function dateValue(value: unknown): unknown {
	const isDate =
		typeof value === 'object' && value !== null && ('toMillis' in value || 'getTime' in value);
	return isDate ? value.valueOf() : undefined;
}

function parseIsoText(text: string, zone: string, name: string): number {
	const iso = text
		.trim()
		.toUpperCase()
		.replace('\u2212', '-')
		.replace(/ (?=[Z+-])/, '')
		.replace(/ +/, 'T');
	if (!ISO_SHAPE.test(iso)) return Number.NaN;
	const { time, skipped } = readClock(iso, zone);
	if (!skipped) return time.toMillis();
	throw new InvalidInputError(
		`${name} is ${text}, which does not exist in ${zone}: clocks skip it in spring`,
		'Choose an earlier or a later time.',
	);
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
