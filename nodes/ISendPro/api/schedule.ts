import { InvalidInputError } from './errors';
import { parseIsoTime } from './iso-time';
import { nextOpening, quietReason } from './quiet-hours';
import { timeZones } from './time-zones';
import { equalZone } from './zone-rules';
import { instantsOf, minute, wallAt, writeInstant, writeWall } from './zone-time';

/** What the user asked about the time of a message. */
export interface ScheduleRequest {
	/** An instant: a date object of n8n or JavaScript, or ISO 8601 text. Nothing: now. */
	sendAt?: unknown;
	/** The zone in which iSendPro is told the time, one of `zones`; by default one like the workflow's. */
	timezone?: string;
	/** The zone of a `sendAt` without offset. */
	workflowTimezone: string;
	quietHours: 'ignore' | 'postpone' | 'fail';
	now: Date;
}

/** A later time, as iSendPro is told it [3.5, 3.6]. */
export interface Schedule {
	/** `YYYY-MM-DD HH:MM`, by the clock of `gmtZone` */
	dateEnvoi: string;
	gmtZone: string;
	/** The same instant in ISO 8601, with the offset of the zone that the user chose, or of the workflow */
	scheduledFor: string;
}

/** The names that `gmt_zone` can have [4.4]. */
export const zones: readonly string[] = timeZones.map(({ name }) => name);

/** The zone of France in the list, which has no Paris [4.4]. */
const franceZone = 'Europe/Brussels';

/** An hour ahead of UTC all year long, so that no hour of it comes twice. */
const steadyZone = 'Africa/Algiers';

/** Years are of four digits [3.5]. */
const endOfYears = Date.UTC(10_000, 0, 1);

/**
 * Decides when a message goes out.
 *
 * iSendPro takes whole minutes: seconds are rounded up, so that nothing leaves before it was asked to.
 *
 * @returns undefined when it goes out now
 * @throws InvalidInputError when `sendAt` is no instant, is in the past or cannot be told in the chosen
 * zone, or when it falls into the quiet hours and these are to fail
 */
export function planSchedule(request: ScheduleRequest): Schedule | undefined {
	const zone = readZone(request.timezone);
	const asked = readInstant(request.sendAt, request.workflowTimezone);
	const now = request.now.getTime();
	if (asked !== undefined && asked < now) {
		throw new InvalidInputError(
			`The time to send at, ${writeInstant(asked, request.workflowTimezone)}, is in the past`,
			'Choose a later time, or leave Send At empty to send now.',
		);
	}
	const wanted = asked === undefined ? now : Math.ceil(asked / minute) * minute;
	const instant = keepQuiet(wanted, request);
	if (asked === undefined && instant === now) return undefined;

	const gmtZone = zone ?? zoneFor(instant, request);
	const wall = wallAt(instant, gmtZone);
	if (instantsOf(wall, gmtZone).length > 1) {
		throw new InvalidInputError(
			`${writeWall(wall)} comes twice in ${gmtZone}, when clocks go back: iSendPro could not tell which is meant`,
			'Choose a time outside that hour, another time zone, or none, so that a fitting one is chosen.',
		);
	}
	return {
		dateEnvoi: writeWall(wall),
		gmtZone,
		scheduledFor: writeInstant(instant, zone ?? request.workflowTimezone),
	};
}

function readZone(timezone: string | undefined): string | undefined {
	if (timezone === undefined || timezone === '') return undefined;
	if (zones.includes(timezone)) return timezone;
	throw new InvalidInputError(
		`iSendPro does not know the time zone "${timezone}"`,
		'Choose one from the list. For France choose Europe/Brussels.',
	);
}

function zoneFor(instant: number, { workflowTimezone, now }: ScheduleRequest): string {
	const zone = equalZone(workflowTimezone, [franceZone, ...zones], now) ?? franceZone;
	return instantsOf(wallAt(instant, zone), zone).length > 1 ? steadyZone : zone;
}

function keepQuiet(instant: number, { quietHours }: ScheduleRequest): number {
	const reason = quietHours === 'ignore' ? undefined : quietReason(instant);
	if (reason === undefined) return instant;
	if (quietHours === 'postpone') return nextOpening(instant);
	throw new InvalidInputError(
		`The message would go out ${reason}, at ${writeInstant(instant, 'Europe/Paris')}, when no commercial SMS is allowed in France`,
		'Send it at another time, or set Quiet Hours to postpone it to the next allowed 8:00.',
	);
}

/** An empty `sendAt` is what an option left blank, or an expression without value, gives. */
function readInstant(sendAt: unknown, zone: string): number | undefined {
	if (sendAt === undefined || sendAt === null || sendAt === '') return undefined;
	const instant = typeof sendAt === 'string' ? readText(sendAt, zone) : Number(dateValue(sendAt));
	if (instant < endOfYears) return instant;
	const shown = typeof sendAt === 'string' ? `"${sendAt}"` : `a value of type ${typeof sendAt}`;
	throw new InvalidInputError(
		`The time to send at cannot be read from ${shown}`,
		'Give a date and time such as 2026-11-25T16:30 or 2026-11-25T16:30:00+01:00.',
	);
}

/** A date object may come from another realm, and n8n's is luxon's: both tell their instant this way. */
function dateValue(value: unknown): unknown {
	const isDate =
		typeof value === 'object' && value !== null && ('toMillis' in value || 'getTime' in value);
	return isDate ? value.valueOf() : undefined;
}

function readText(text: string, zone: string): number {
	const time = parseIsoTime(text);
	if (!time) return Number.NaN;
	if (time.offset !== undefined) return time.wall - time.offset;
	// Of the two instants of a repeated hour, the first: as every calendar does.
	const [instant] = instantsOf(time.wall, zone);
	if (instant !== undefined) return instant;
	throw new InvalidInputError(
		`The time to send at, ${text}, does not exist in ${zone}: clocks skip it in spring`,
		'Choose an earlier or a later time.',
	);
}
