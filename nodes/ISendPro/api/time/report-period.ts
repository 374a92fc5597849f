import { DateTime } from 'luxon';

import { InvalidInputError } from '../errors';
import type { FormField } from '../wire/form';
import { franceZone } from './french-time';
import { readInstant, writeMinute } from './instant';

const minute = 60_000;

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

/**
 * Cuts a period in two that share no minute and leave none out: iSendPro counts both ends in.
 *
 * @returns undefined when it is a single minute
 */
export function halve({ first, last }: Period): readonly [Period, Period] | undefined {
	if (first === last) return undefined;
	const middle = first + Math.floor((last - first) / 2 / minute) * minute;
	return [
		{ first, last: middle },
		{ first: middle + minute, last },
	];
}
