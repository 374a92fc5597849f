import { DateTime } from 'luxon';
import type { DateProblem } from './date-text';

/** Spreadsheets count days from 1899-12-30; these are the years 2000 to 2099. */
const DAYS_TO_1970 = 25_569;
const SERIAL_DAYS = { first: 36_526, last: 73_050 };
const MINUTES_OF_DAY = 1_440;
const SECONDS = { first: Date.UTC(2000, 0, 1) / 1000, last: Date.UTC(2100, 0, 1) / 1000 };

const isWithin = (value: number, { first, last }: typeof SECONDS) =>
	value >= first && value <= last;

/**
 * Explains a number where a date was expected: what it counts, which date it stands for, and how a workflow
 * makes a date of it. It is not read: nobody can tell a count from a typing error.
 * @param value the number, or its text
 * @returns undefined for what is no number of a day, or of an instant, of 2000 to 2099
 */
export function explainDateNumber(value: unknown): DateProblem | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || !/^\d{5,13}(?:[.,]\d+)?$/.test(text.trim())) return undefined;
	const number = Number(text.trim().replace(',', '.'));
	if (isWithin(number, SERIAL_DAYS)) return explainSerial(number);
	if (isWithin(number, SECONDS)) return explainTimestamp(number * 1000, 'seconds', 'fromSeconds');
	if (isWithin(number / 1000, SECONDS)) {
		return explainTimestamp(number, 'milliseconds', 'fromMillis');
	}
	return undefined;
}

function explainSerial(serial: number): DateProblem {
	const minutes = Math.round((serial - DAYS_TO_1970) * MINUTES_OF_DAY);
	const time = DateTime.fromMillis(minutes * 60_000, { zone: 'utc' });
	const isDay = Number.isInteger(serial);
	const asText = isDay ? 'toISODate()' : 'toISO({ includeOffset: false })';
	return {
		problem: `the number by which spreadsheets store ${time.toFormat(isDay ? 'yyyy-MM-dd' : 'yyyy-MM-dd HH:mm')}`,
		advice: `Format the column as text in the spreadsheet, or convert it here, with your field instead of $json.date: {{ DateTime.fromMillis(Math.round(($json.date - ${DAYS_TO_1970}) * ${MINUTES_OF_DAY}) * 60000, { zone: 'utc' }).${asText} }}`,
	};
}

function explainTimestamp(instant: number, unit: string, method: string): DateProblem {
	const time = DateTime.fromMillis(instant, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
	return {
		problem: `the number of ${unit} since 1970 for ${time}`,
		advice: `Convert it, with your field instead of $json.date: {{ DateTime.${method}(Number($json.date)).toISO() }}`,
	};
}
