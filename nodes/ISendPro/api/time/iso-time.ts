import { day, hour, minute } from './zone-time';

/** What an ISO 8601 text says. */
export interface IsoTime {
	/** The clock's reading, as the milliseconds that UTC would have at it. */
	wall: number;
	/** How far the clock is ahead of UTC, in milliseconds; absent when the text does not say. */
	offset?: number;
}

const datePattern =
	/(?<year>\d{4})(?:-?W(?<week>\d\d)(?:-?(?<weekday>[1-7]))?|-?(?<ordinal>\d{3})|-(?<month>\d\d)(?:-(?<date>\d\d))?|(?<basicMonth>\d\d)(?<basicDate>\d\d))/;
const timePattern =
	/(?<hours>\d\d)(?::?(?<minutes>\d\d)(?::?(?<seconds>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?)?/;
const offsetPattern =
	/(?<utc>Z)|(?<sign>[+\u2212-])(?<offsetHours>\d\d)(?::?(?<offsetMinutes>\d\d))?/;
const isoPattern = new RegExp(
	`^${datePattern.source}(?:(?:T| +)${timePattern.source} ?(?:${offsetPattern.source})?)?$`,
	'i',
);

/**
 * Reads ISO 8601 text: a calendar, week or ordinal date, with or without separators, then as a rule a
 * time after `T` or a space, to any precision, with or without an offset.
 *
 * @returns undefined when it is no such text, or no such day or time exists
 */
export function parseIsoTime(text: string): IsoTime | undefined {
	const parts = isoPattern.exec(text.trim())?.groups;
	if (!parts) return undefined;
	const midnight = parseDate(parts);
	const time = parseTime(parts);
	if (midnight === undefined || time === undefined) return undefined;
	const wall = midnight + time;
	if (parts.utc) return { wall, offset: 0 };
	if (!parts.sign) return { wall };
	const size = Number(parts.offsetHours) * hour + Number(parts.offsetMinutes ?? 0) * minute;
	return { wall, offset: parts.sign === '+' ? size : -size };
}

type Parts = Partial<Record<string, string>>;

function parseDate(parts: Parts): number | undefined {
	const year = Number(parts.year);
	const newYear = Date.UTC(year, 0, 1);
	if (parts.ordinal) {
		const midnight = newYear + (Number(parts.ordinal) - 1) * day;
		return new Date(midnight).getUTCFullYear() === year ? midnight : undefined;
	}
	if (parts.week) {
		// 4 January is always in week 1.
		const fourth = Date.UTC(year, 0, 4);
		const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day;
		const monday = firstMonday + (Number(parts.week) - 1) * 7 * day;
		const thursdaysYear = new Date(monday + 3 * day).getUTCFullYear();
		return thursdaysYear === year ? monday + (Number(parts.weekday ?? 1) - 1) * day : undefined;
	}
	const month = Number(parts.month ?? parts.basicMonth) - 1;
	const midnight = Date.UTC(year, month, Number(parts.date ?? parts.basicDate ?? 1));
	return new Date(midnight).getUTCMonth() === month ? midnight : undefined;
}

function parseTime(parts: Parts): number | undefined {
	const hours = Number(parts.hours ?? 0);
	const minutes = Number(parts.minutes ?? 0);
	const seconds = Number(parts.seconds ?? 0);
	if (hours > 24 || minutes > 59 || seconds > 59) return undefined;
	const time = hours * hour + minutes * minute + seconds * 1000;
	const milliseconds = Number(`0.${parts.fraction ?? 0}`) * 1000;
	return time + milliseconds <= day ? time + milliseconds : undefined;
}
