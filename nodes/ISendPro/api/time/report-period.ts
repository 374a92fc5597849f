import { DateTime } from 'luxon';
import { InvalidInputError } from '../errors';
import type { FormField } from '../wire/form';
import { FRANCE_ZONE } from './french-time';
import type { Moment } from './instant';
import { END_OF_YEARS, readMoment, writeMinute } from './instant';

const minute = 60_000;
const hour = 60 * minute;
const LAST_MINUTE = END_OF_YEARS - minute;

const START_DATE = '"Start Date"';
const END_DATE = '"End Date"';
const MIDNIGHT_NOTE = `${END_DATE} is at 0:00, so the report ends with the first minute of that day. For all of the day, give the date without a time, for example 2026-11-30.`;

/** The minutes that a report covers in French time, each as the milliseconds of the same clock reading in UTC. */
export interface Period {
	first: number;
	/** The last minute; the report covers all of it. */
	last: number;
}

/**
 * Reads the two ends of a period. A date without a time of day is meant as a whole: a day, week, month or
 * year begins the period with its first minute, and ends it with its last.
 * @param timezone the zone of a date without offset
 * @returns the period, and what to tell the user about how its dates were read
 * @throws InvalidInputError when one is missing or no date, or the end is before the start
 */
export function readPeriod(
	startDate: unknown,
	endDate: unknown,
	timezone: string,
): Period & { notes: string[] } {
	const start = readDate(startDate, timezone, START_DATE);
	const end = readDate(endDate, timezone, END_DATE);
	const first = toMinute(start.start);
	const last = toMinute(end.end);
	if (first > last) {
		throw new InvalidInputError(
			`${END_DATE} is ${writeReading(last)}, before ${START_DATE}, ${writeReading(first)}`,
			'Choose a later End Date. Both are shown in French time.',
		);
	}
	const notes = [
		...(start.isDayFirst ? [dayFirstNote(START_DATE, startDate, first)] : []),
		...(end.isDayFirst ? [dayFirstNote(END_DATE, endDate, last)] : []),
		...(end.isMidnight ? [MIDNIGHT_NOTE] : []),
	];
	return { first, last, notes };
}

function dayFirstNote(name: string, written: unknown, reading: number): string {
	return `${name} "${String(written).trim()}" was read day first, as ${writeReading(reading)} in French time.`;
}

function readDate(value: unknown, timezone: string, name: string): Moment {
	const moment = readMoment(value, timezone, name);
	if (moment) return moment;
	throw new InvalidInputError(
		`${name} is empty`,
		'Give a date, for example 2026-11-25, or a date and time, 2026-11-25T16:30.',
	);
}

/** The minute of an instant by the clock of France. */
export function toMinute(instant: number): number {
	const time = DateTime.fromMillis(instant, { zone: FRANCE_ZONE }).startOf('minute');
	return time.setZone('utc', { keepLocalTime: true }).toMillis();
}

/** A minute as requests write it [3.8]: `2016-07-01 12:18`. */
export function writeReading(reading: number): string {
	return writeMinute(DateTime.fromMillis(reading, { zone: 'utc' }));
}

/** The request for a period's report [3.8]. */
export function reportFields({ first, last }: Period): FormField[] {
	return [
		['rapportCampagne', '1'],
		['date_deb', writeReading(first)],
		['date_fin', writeReading(last)],
	];
}

/** A minute as a report's rows write it [3.8]: `01/07/2016 12:18`. */
function writeRowMinute(reading: number): string {
	return DateTime.fromMillis(reading, { zone: 'utc' }).toFormat('dd/MM/yyyy HH:mm');
}

/**
 * The period with the minute after it. The manual does not say whether `date_fin` covers all of its
 * minute, the first second or nothing: with this end, a report has all rows of the period, and perhaps some
 * of the next minute.
 */
export function withLaterEnd({ first, last }: Period): Period {
	return { first, last: Math.min(afterGap(last + minute), LAST_MINUTE) };
}

/**
 * How the dates of the surplus rows of `withLaterEnd` begin. Where clocks repeat the hour after the period,
 * the whole hour is surplus, since it is unknown which of the two iSendPro means.
 * @returns undefined where there is no later end
 */
export function writeSurplus(period: Period): string | undefined {
	const { last } = withLaterEnd(period);
	if (last === period.last) return undefined;
	const written = writeRowMinute(last);
	const isHourTwice = isShownTwice(last) && !isShownTwice(period.last);
	return isHourTwice ? written.slice(0, -'00'.length) : written;
}

function inFrance(reading: number): DateTime {
	return DateTime.fromMillis(reading, { zone: 'utc' }).setZone(FRANCE_ZONE, {
		keepLocalTime: true,
	});
}

/** Whether clocks skip a reading in spring. */
function isSkipped(reading: number): boolean {
	return inFrance(reading).setZone('utc', { keepLocalTime: true }).toMillis() !== reading;
}

/** Whether clocks show a reading twice in autumn. */
function isShownTwice(reading: number): boolean {
	return inFrance(reading).getPossibleOffsets().length > 1;
}

function startOfHour(reading: number): number {
	return Math.floor(reading / hour) * hour;
}

/** The start of the reading's hour; of an earlier one where clocks skip or repeat that hour. */
export function startOfPlainHour(reading: number): number {
	let start = startOfHour(reading);
	while (isSkipped(start) || isShownTwice(start)) start -= hour;
	return start;
}

/** The reading, or the end of the hour that clocks skip in spring. */
function afterGap(reading: number): number {
	return isSkipped(reading) ? startOfHour(reading) + hour : reading;
}

/**
 * Cuts a period into two that share no minute and leave none out. Neither begins or ends in the hour that
 * clocks skip in spring, nor, as long as possible, in the hour that they repeat in autumn: it is unknown how
 * iSendPro reads these.
 * @returns undefined when it is a single minute
 */
export function halve({ first, last }: Period): readonly [Period, Period] | undefined {
	if (first === last) return undefined;
	const middle = first + Math.ceil((last - first + minute) / 2 / minute) * minute;
	const start = startOfHour(middle);
	const cut = (end: number, begin: number) =>
		[
			{ first, last: end - minute },
			{ first: begin, last },
		] as const;
	if (isSkipped(middle)) return cut(start, start + hour);
	// The minute after the earlier half is requested too, so it must be outside of that hour.
	const outside = [start + hour, start - minute].find((time) => time > first && time <= last);
	const begin = isShownTwice(middle) ? (outside ?? middle) : middle;
	return cut(begin, begin);
}
