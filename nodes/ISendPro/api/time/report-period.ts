import { DateTime } from 'luxon';

import { InvalidInputError } from '../errors';
import type { FormField } from '../wire/form';
import { franceZone } from './french-time';
import { readInstant, writeMinute } from './instant';

const minute = 60_000;
/** iSendPro's dates have years of four digits [3.8]. */
const lastMinute = Date.UTC(9999, 11, 31, 23, 59);

/** The minutes that a report covers, by the clock of France, as the milliseconds that UTC has at its reading. */
export interface Period {
	first: number;
	/** The last minute; the report covers all of it. */
	last: number;
}

/**
 * Reads the two ends of a period.
 *
 * @param timezone the zone of a date without offset
 * @throws InvalidInputError when one is missing or no instant, or the end is before the start
 */
export function readPeriod(startDate: unknown, endDate: unknown, timezone: string): Period {
	const first = readMinute(startDate, timezone, 'The start date');
	const last = readMinute(endDate, timezone, 'The end date');
	if (first <= last) return { first, last };
	throw new InvalidInputError(
		`The end date, ${writeReading(last)}, is before the start date, ${writeReading(first)}`,
		'Choose an end date that is later. Both are shown in French time.',
	);
}

function readMinute(value: unknown, timezone: string, name: string): number {
	const instant = readInstant(value, timezone, name);
	if (instant === undefined) {
		throw new InvalidInputError(
			`${name} is missing`,
			'Give a date and time, for example 2026-11-25T16:30.',
		);
	}
	const time = DateTime.fromMillis(instant, { zone: franceZone }).startOf('minute');
	return time.setZone('utc', { keepLocalTime: true }).toMillis();
}

function writeReading(reading: number): string {
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
export function writeRowMinute(reading: number): string {
	return DateTime.fromMillis(reading, { zone: 'utc' }).toFormat('dd/MM/yyyy HH:mm');
}

/**
 * The period with the minute after it. The manual does not say what of its minute `date_fin` covers, be it
 * all, the first second or nothing: asked for like this, a report has all rows of the period, and some of
 * the next minute.
 */
export function withLaterEnd({ first, last }: Period): Period {
	return { first, last: Math.min(afterGap(last + minute), lastMinute) };
}

/** How much of an hour clocks skip before they show what they have at this reading: as a rule, nothing. */
function skippedAt(reading: number): number {
	const shown = DateTime.fromMillis(reading, { zone: 'utc' })
		.setZone(franceZone, { keepLocalTime: true })
		.setZone('utc', { keepLocalTime: true });
	return shown.toMillis() - reading;
}

/** Clocks skip a whole hour. */
function startOfGap(reading: number, gap: number): number {
	return Math.floor(reading / gap) * gap;
}

/** The reading, or that after the hour which clocks skip in spring. */
function afterGap(reading: number): number {
	const gap = skippedAt(reading);
	return gap === 0 ? reading : startOfGap(reading, gap) + gap;
}

/**
 * Cuts a period in two that share no minute and leave none out. Neither begins or ends in the hour which
 * clocks skip in spring, since nobody knows what iSendPro takes that for.
 *
 * @returns undefined when it is a single minute
 */
export function halve({ first, last }: Period): readonly [Period, Period] | undefined {
	const middle = first + Math.ceil((last - first + minute) / 2 / minute) * minute;
	const later = afterGap(middle);
	if (later > last) return undefined;
	const gap = skippedAt(middle);
	const earlier = gap === 0 ? middle : startOfGap(middle, gap);
	return [
		{ first, last: earlier - minute },
		{ first: later, last },
	];
}
