import { startOf } from '../text/character';
import { InvalidInputError } from '../errors';
import { parseIsoTime } from './iso-time';
import { instantsOf } from './zone-time';

/** iSendPro's dates have years of four digits [3.5, 3.8]. */
const endOfYears = Date.UTC(10_000, 0, 1);

/**
 * Reads what a field for a date and time holds: a date object of n8n or JavaScript, or ISO 8601 text.
 *
 * @param zone the time zone of a text without offset
 * @param name what it is, to begin a sentence with: `The start date`
 * @returns milliseconds since 1970; undefined when it is empty, as an option left blank or an expression
 * without value is
 * @throws InvalidInputError when it is no instant
 */
export function readInstant(value: unknown, zone: string, name: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const instant =
		typeof value === 'string' ? readText(value, zone, name) : Number(dateValue(value));
	if (instant < endOfYears) return instant;
	const shown =
		typeof value === 'string' ? `"${startOf(value, 40)}"` : `a value of type ${typeof value}`;
	throw new InvalidInputError(
		`${name} cannot be read from ${shown}`,
		'Give a date and time such as 2026-11-25T16:30 or 2026-11-25T16:30:00+01:00.',
	);
}

/** A date object may come from another realm, and n8n's is luxon's: both tell their instant this way. */
function dateValue(value: unknown): unknown {
	const isDate =
		typeof value === 'object' && value !== null && ('toMillis' in value || 'getTime' in value);
	return isDate ? value.valueOf() : undefined;
}

function readText(text: string, zone: string, name: string): number {
	const time = parseIsoTime(text);
	if (!time) return Number.NaN;
	if (time.offset !== undefined) return time.wall - time.offset;
	// Of the two instants of a repeated hour, the first: as every calendar does.
	const [instant] = instantsOf(time.wall, zone);
	if (instant !== undefined) return instant;
	throw new InvalidInputError(
		`${name}, ${text}, does not exist in ${zone}: clocks skip it in spring`,
		'Choose an earlier or a later time.',
	);
}
