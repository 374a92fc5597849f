import { readClock } from './instant';

/** iSendPro's own dates are by the clock of France. */
export const franceZone = 'Europe/Paris';

/** Offsets by the hour they hold in, `2016-07-01T12`: clocks change on the hour. */
const offsets = new Map<string, string | undefined>();
const mostOffsets = 50_000;

/**
 * Writes one of iSendPro's own dates in ISO 8601 [3.8, 3.10].
 *
 * @param date `2016-07-01`
 * @param time `12:18`, or with seconds
 * @returns `2016-07-01T12:18:00+02:00`; undefined when there is no such day or time. The hour that autumn
 * repeats is taken to be its first
 */
export function writeFrenchTime(date: string, time: string): string | undefined {
	if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
	if (!/^(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}$/.test(time)) return undefined;
	const dateHour = `${date}T${time.slice(0, 2)}`;
	if (!offsets.has(dateHour)) {
		if (offsets.size >= mostOffsets) offsets.clear();
		offsets.set(dateHour, offsetDuring(dateHour));
	}
	const offset = offsets.get(dateHour);
	return offset && `${date}T${time.length === 5 ? `${time}:00` : time}${offset}`;
}

function offsetDuring(dateHour: string): string | undefined {
	const { time, skipped } = readClock(dateHour, franceZone);
	if (!time.isValid) return undefined;
	// The hour that spring skips is written as if clocks had not changed: two hours before they have not.
	return (skipped ? time.minus({ hours: 2 }) : time).toFormat('ZZ');
}
