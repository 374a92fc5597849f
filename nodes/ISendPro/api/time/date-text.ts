/** What a text names that has no time of day. */
export type DateUnit = 'day' | 'week' | 'month' | 'year';

/** A text with a date, read as far as its form goes: whether there is such a day is not checked yet. */
export interface DateText {
	/** The same in ISO 8601. */
	readonly iso: string;
	/** Undefined where the text has a time of day. */
	readonly unit?: DateUnit;
	readonly hasOffset: boolean;
	/** `25/12/2026`, as in France; ISO 8601 has the year first. */
	readonly isDayFirst: boolean;
}

/** Why a text with the form of a date is refused, in the words that follow it. */
export interface DateProblem {
	readonly problem: string;
	readonly advice: string;
}

/** The ISO 8601 texts with a date: no time alone, and no YYYYMM, which may be a YYMMDD. */
const ISO_SHAPE = /^\d{4}(?:-|W|\d{3,4}(?:T|$))[\dTWZ:.,+-]*$/;
const OFFSET = /(?:Z|T.*[+-]\d\d(?::?\d\d)?)$/;

const UNITS: ReadonlyArray<readonly [shape: RegExp, unit: DateUnit]> = [
	[/^(?:19|20)\d\d$/, 'year'],
	[/^\d{4}-\d\d$/, 'month'],
	[/^\d{4}-?W\d\d$/, 'week'],
	[/^[^T]+$/, 'day'],
];

const YEAR_FIRST = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;
const DAY_FIRST = /^(?<day>\d{1,2})([-/.])(?<month>\d{1,2})\2(?<year>\d{4})$/;
const MONTH_AND_YEAR = /^(?<month>\d{1,2})\/(?<year>\d{4})$/;
const TWO_DIGIT_YEAR = /^\d{1,2}([-/.])\d{1,2}\1\d{1,2}$/;

/** `09:00`, `9:00:30`, `9h30`, `9 h`, `9 PM`, and an offset. */
const CLOCK =
	/^(?<hour>\d{1,2})(?=[:H]| H| ?[AP]\.?M)(?:(?::| ?H ?)(?<minute>\d\d)(?<second>:\d\d(?:[.,]\d{1,9})?)?| ?H)?(?: ?(?<half>[AP])\.?M\.?)?(?: ?(?<offset>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?$/;

/** What `String(new Date())` and e-mails write. */
const LONG_FORM =
	/^[A-Z]{3},? (?:(?<day>\d{1,2}) )?(?<month>[A-Z]{3}) (?:(?<dayAfter>\d{1,2}) )?(?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) (?:GMT)?(?<offset>[+-]\d{4}|(?<=GMT))(?: \(.*\))?$/;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

type Groups = Readonly<Partial<Record<string, string>>>;

/**
 * Reads the form of a text with a date: ISO 8601 (a calendar, week or ordinal date, and usually a time after
 * `T` or a space), the same with the marks of other habits (`2026/12/25 9h30`), a date that is written day
 * first, and the long form of JavaScript and e-mails.
 * @returns the problem of a form that means something else or two things; undefined for any other text
 */
export function parseDateText(written: string): DateText | DateProblem | undefined {
	const text = written
		.replace(/\p{Format}/gu, '')
		.replace(/\s+/g, ' ')
		.trim()
		.toUpperCase()
		.replace('\u2212', '-');
	return parseDigits(text) ?? parseLongForm(text) ?? findDash(text) ?? parseIso(text);
}

/** `2026-12-25T09-30`, as names of files have it, would be half past nine or an hour west of Greenwich. */
function findDash(text: string): DateProblem | undefined {
	const [, date, hour, rest] = /^(\d{4}-\d\d-\d\d)[T ](\d\d)-(\d\d)$/.exec(text) ?? [];
	if (date === undefined) return undefined;
	return {
		problem: 'which can be read in two ways: with minutes, or with an offset behind the hour',
		advice: `Give ${date}T${hour}:${rest} or ${date}T${hour}:00-${rest}:00.`,
	};
}

function parseIso(text: string): DateText | undefined {
	const iso = text.replace(/ (?=[Z+-])/, '').replace(' ', 'T');
	const unit = UNITS.find(([shape]) => shape.test(iso))?.[1];
	if (unit !== 'year' && !ISO_SHAPE.test(iso)) return undefined;
	return { iso, unit, hasOffset: OFFSET.test(iso), isDayFirst: false };
}

/** `Fri Dec 25 2026 09:00:00 GMT+0100 (CET)`, `Fri, 25 Dec 2026 08:00:00 GMT` */
function parseLongForm(text: string): DateText | undefined {
	const { groups }: { groups?: Groups } = LONG_FORM.exec(text) ?? {};
	if (!groups) return undefined;
	const { year, month = '', day = groups.dayAfter, time, offset } = groups;
	const number = MONTHS.indexOf(month) + 1;
	return {
		iso: `${writeDate(year, number, day)}T${time}${offset || 'Z'}`,
		hasOffset: true,
		isDayFirst: false,
	};
}

/** A date in digits and perhaps a time of day, as people and spreadsheets write them. */
function parseDigits(text: string): DateText | DateProblem | undefined {
	const [, date = '', clock] = /^([^ T,]+)(?:(?:T| À |, ?| )(.+))?$/.exec(text) ?? [];
	const time = clock === undefined ? undefined : readClockText(clock);
	if (clock !== undefined && !time) return undefined;
	const yearFirst: Groups | undefined = YEAR_FIRST.exec(date)?.groups;
	const dayFirst: Groups | undefined = DAY_FIRST.exec(date)?.groups;
	const problem = dayFirst ? findProblem(dayFirst, time) : findYearProblem(date);
	if (problem) return problem;
	const found = yearFirst ?? dayFirst;
	if (found) {
		return {
			iso: `${writeDate(found.year, found.month, found.day)}${time?.iso ?? ''}`,
			...(time ? {} : { unit: 'day' }),
			hasOffset: time?.hasOffset ?? false,
			isDayFirst: found === dayFirst,
		};
	}
	const month: Groups | undefined = MONTH_AND_YEAR.exec(date)?.groups;
	if (!month || time) return undefined;
	const iso = `${month.year}-${month.month?.padStart(2, '0')}`;
	return { iso, unit: 'month', hasOffset: false, isDayFirst: false };
}

function writeDate(year = '', month: string | number = '', day = ''): string {
	return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A time of day, as ISO 8601 has it after the date. */
interface ClockText {
	readonly iso: string;
	readonly hasOffset: boolean;
	/** With AM or PM. */
	readonly isHalf: boolean;
}

function readClockText(written: string): ClockText | undefined {
	const groups: Groups | undefined = CLOCK.exec(written)?.groups;
	if (!groups) return undefined;
	const { hour = '', minute = '00', second = '', half, offset = '' } = groups;
	const isOnDial = Number(hour) >= 1 && Number(hour) <= 12;
	if (half && !isOnDial) return undefined;
	const ofDay = half ? (Number(hour) % 12) + (half === 'P' ? 12 : 0) : Number(hour);
	const zone = /^(?:UTC|GMT)$/.test(offset) ? 'Z' : offset;
	return {
		iso: `T${String(ofDay).padStart(2, '0')}:${minute}${second}${zone}`,
		hasOffset: zone !== '',
		isHalf: half !== undefined,
	};
}

/** Month first is the habit of other countries, and those write AM and PM. */
function findProblem(
	{ year, month = '', day = '' }: Groups,
	time: ClockText | undefined,
): DateProblem | undefined {
	const asRead = writeDate(year, month, day);
	const monthFirst = writeDate(year, day, month);
	const advise = (...dates: string[]) =>
		`Give ${dates.map((date) => `${date}${time?.iso ?? ''}`).join(' or ')}.`;
	if (Number(month) > 12 && Number(day) >= 1 && Number(day) <= 12 && Number(month) <= 31) {
		return {
			problem: `which has no month ${month}: dates are read day first`,
			advice: advise(monthFirst),
		};
	}
	const isOther = Number(day) <= 12 && Number(day) !== Number(month);
	if (!time?.isHalf || !isOther) return undefined;
	return {
		problem: `which can be read in two ways: ${asRead} or ${monthFirst}`,
		advice: advise(asRead, monthFirst),
	};
}

function findYearProblem(date: string): DateProblem | undefined {
	if (!TWO_DIGIT_YEAR.test(date)) return undefined;
	return {
		problem: 'whose year has two digits',
		advice: 'Write the year with four, for example 2026-11-25T16:30 or 25/11/2026 16:30.',
	};
}
