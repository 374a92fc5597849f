import { readClock } from './instant';

/** iSendPro's own dates are in French time. */
export const FRANCE_ZONE = 'Europe/Paris';

/** The offset during each hour of a day, by its date; empty when there is no such day. */
const offsets = new Map<string, readonly string[]>();
const MAX_CACHED_DAYS = 10_000;

/**
 * Writes one of iSendPro's own dates in ISO 8601 [3.8, 3.10].
 * @param date `2016-07-01`
 * @param time `12:18`, or with seconds
 * @returns `2016-07-01T12:18:00+02:00`; undefined when there is no such day or time. In the hour that
 * autumn repeats, the first of the two
 */
export function writeFrenchTime(date: string, time: string): string | undefined {
	if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
	if (!/^(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}$/.test(time)) return undefined;
	let ofDay = offsets.get(date);
	if (!ofDay) {
		if (offsets.size >= MAX_CACHED_DAYS) offsets.clear();
		ofDay = listOffsets(date);
		offsets.set(date, ofDay);
	}
	const offset = ofDay[Number(time.slice(0, 2))];
	return offset && `${date}T${time.length === 5 ? `${time}:00` : time}${offset}`;
}

function listOffsets(date: string): string[] {
	const { time: midnight } = readClock(date, FRANCE_ZONE);
	if (!midnight.isValid) return [];
	const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
	if (midnight.offset === midnight.plus({ days: 1 }).offset) {
		return hours.fill(midnight.toFormat('ZZ'));
	}
	return hours.map((hour) => {
		const { time, skipped } = readClock(`${date}T${hour}`, FRANCE_ZONE);
		// The hour that spring skips gets the offset from before the change.
		return (skipped ? time.minus({ hours: 2 }) : time).toFormat('ZZ');
	});
}
