import { InvalidInputError } from '../errors';
import { franceZone } from './french-time';
import { readInstant } from './instant';
import { nextOpening, quietReason } from './quiet-hours';
import { timeZones } from './time-zones';
import { haveSameRules } from './zone-rules';
import { instantsOf, minute, wallAt, writeInstant, writeWall } from './zone-time';

/** What the user asked about the time of a message. */
export interface ScheduleRequest {
	/** An instant, as `readInstant` takes it. Nothing: now. */
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
const listedFranceZone = 'Europe/Brussels';

/** An hour ahead of UTC all year long, so that no hour of it comes twice. */
const steadyZone = 'Africa/Algiers';

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
	const asked = readInstant(request.sendAt, request.workflowTimezone, 'The time to send at');
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
	const zone = listedZone(workflowTimezone, now.getUTCFullYear());
	return instantsOf(wallAt(instant, zone), zone).length > 1 ? steadyZone : zone;
}

/** The zone of the list that stands for a workflow's: itself, an equal one, or France's. */
function listedZone(zone: string, year: number): string {
	if (zones.includes(zone)) return zone;
	const key = `${zone} ${year}`;
	const listed =
		listedZones.get(key) ??
		[listedFranceZone, ...zones].find((candidate) => haveSameRules(zone, candidate, year)) ??
		listedFranceZone;
	listedZones.set(key, listed);
	return listed;
}

/** A run asks for its zone once an item. */
const listedZones = new Map<string, string>();

function keepQuiet(instant: number, { quietHours }: ScheduleRequest): number {
	const reason = quietHours === 'ignore' ? undefined : quietReason(instant);
	if (reason === undefined) return instant;
	if (quietHours === 'postpone') return nextOpening(instant);
	throw new InvalidInputError(
		`The message would go out ${reason}, at ${writeInstant(instant, franceZone)}, when no commercial SMS is allowed in France`,
		'Send it at another time, or set Quiet Hours to postpone it to the next allowed 8:00.',
	);
}
