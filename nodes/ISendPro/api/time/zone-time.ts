// Node.js knows every zone's rules; only the way from a clock's reading back to the instant is missing.
// A reading ("wall") is held as the milliseconds that UTC would have at that reading.

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far a zone's clock is ahead of UTC at an instant, in milliseconds.
 *
 * @throws RangeError when there is no such zone
 */
export function offsetAt(instant: number, zone: string): number {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
		formats.set(zone, format);
	}
	const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant)) ?? [];
	const size = Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute;
	return sign === '-' ? -size : size;
}

/** What a zone's clock reads at an instant. */
export function wallAt(instant: number, zone: string): number {
	return instant + offsetAt(instant, zone);
}

/**
 * The instants at which a zone's clock has a reading, earliest first: one as a rule, two in the hour that
 * autumn repeats, none in the hour that spring skips.
 */
export function instantsOf(wall: number, zone: string): number[] {
	const offsets = new Set([offsetAt(wall - day, zone), offsetAt(wall + day, zone)]);
	return [...offsets]
		.map((offset) => wall - offset)
		.filter((instant) => wallAt(instant, zone) === wall)
		.sort((a, b) => a - b);
}

/** `2026-11-25 16:30`: a reading as iSendPro writes it, to the minute [3.5]. */
export function writeWall(wall: number): string {
	return new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-11-25T16:30:00+01:00`: ISO 8601 to the second, with the offset of the zone. */
export function writeInstant(instant: number, zone: string): string {
	const offset = offsetAt(instant, zone);
	return `${new Date(instant + offset).toISOString().slice(0, 19)}${writeOffset(offset)}`;
}

/** `+01:00` */
export function writeOffset(offset: number): string {
	return (offset < 0 ? '-' : '+') + new Date(Math.abs(offset)).toISOString().slice(11, 16);
}
