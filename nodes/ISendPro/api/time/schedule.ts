import { DateTime } from 'luxon';
import { InvalidInputError } from '../errors';
import { FRANCE_ZONE } from './french-time';
import { readMoment, writeInstant, writeMinute } from './instant';
import { listedZone, zones } from './listed-zone';
import { nextOpening, quietReason } from './quiet-hours';

/** When a message should go out. */
export interface ScheduleRequest {
	/** An instant, as `readMoment` takes it. Nothing: now. */
	sendAt?: unknown;
	/** The zone that the user chose, one of `zones`. */
	timezone?: string;
	workflowTimezone: string;
	quietHours: 'ignore' | 'postpone' | 'fail';
	now: Date;
}

/** A later time, as it is sent to iSendPro [3.5, 3.6]. */
export interface Schedule {
	/** `YYYY-MM-DD HH:MM`, by the clock of `gmtZone` */
	dateEnvoi: string;
	gmtZone: string;
	/** The same instant in ISO 8601, with the offset of {@link scheduleZone} */
	scheduledFor: string;
}

/** An hour ahead of UTC all year, so that no hour of it is repeated. */
const STEADY_ZONE = 'Africa/Algiers';

/**
 * The zone in which a time without offset is read, sent to iSendPro and shown to the user: the chosen
 * one, or the zone of the list for that of the workflow.
 * @throws InvalidInputError when the chosen zone is not in the list
 */
export function scheduleZone({
	timezone,
	workflowTimezone,
	now,
}: Pick<ScheduleRequest, 'timezone' | 'workflowTimezone' | 'now'>): string {
	return readZone(timezone) ?? listedZone(workflowTimezone, now.getUTCFullYear());
}

/**
 * Decides when a message goes out.
 *
 * iSendPro takes whole minutes: seconds are rounded up, so that no message goes out early.
 * @returns undefined when it goes out now
 * @throws InvalidInputError when `sendAt` is no instant, has no time of day, is in the past or is ambiguous
 * in the chosen zone, or when it falls into the quiet hours and `quietHours` is `fail`
 */
export function planSchedule(request: ScheduleRequest): Schedule | undefined {
	const zone = scheduleZone(request);
	const asked = readSendAt(request.sendAt, zone);
	const now = request.now.getTime();
	if (asked !== undefined && asked < now) {
		throw new InvalidInputError(
			`"Send At" is ${writeInstant(asked, zone)}, which is in the past`,
			'Choose a later time, or leave it empty to send now.',
		);
	}
	const wanted = asked === undefined ? now : Math.ceil(asked / 60_000) * 60_000;
	const instant = applyQuietHours(wanted, request);
	if (asked === undefined && instant === now) return undefined;

	let gmtZone = zone;
	let sent = DateTime.fromMillis(instant, { zone: gmtZone });
	if (sent.getPossibleOffsets().length > 1) {
		if (readZone(request.timezone)) throw repeatedHourError(sent, zone);
		gmtZone = STEADY_ZONE;
		sent = sent.setZone(gmtZone);
	}
	return {
		dateEnvoi: writeMinute(sent),
		gmtZone,
		scheduledFor: writeInstant(instant, zone),
	};
}

/** A date alone would be midnight, which nobody means. */
function readSendAt(sendAt: unknown, zone: string): number | undefined {
	const moment = readMoment(sendAt, zone, '"Send At"');
	if (!moment?.unit) return moment?.start;
	const example = DateTime.fromMillis(moment.start, { zone }).toFormat('yyyy-MM-dd');
	throw new InvalidInputError(
		`"Send At" is "${String(sendAt).trim()}", which says no time of day`,
		`Add the time, for example ${example}T09:00.`,
	);
}

function repeatedHourError(time: DateTime, zone: string): InvalidInputError {
	return new InvalidInputError(
		`${writeMinute(time)} comes twice in ${zone}, when clocks go back, and iSendPro cannot tell which one is meant`,
		'Choose a time outside that hour, or remove the option Send At Time Zone, so that a suitable one is chosen.',
	);
}

function readZone(timezone: string | undefined): string | undefined {
	if (timezone === undefined || timezone === '') return undefined;
	if (zones.includes(timezone)) return timezone;
	throw new InvalidInputError(
		`iSendPro does not know the time zone "${timezone}"`,
		'Choose one from the list of Send At Time Zone: for France Europe/Brussels.',
	);
}

function applyQuietHours(instant: number, { quietHours }: ScheduleRequest): number {
	const reason = quietHours === 'ignore' ? undefined : quietReason(instant);
	if (reason === undefined) return instant;
	if (quietHours === 'postpone') return nextOpening(instant);
	throw new InvalidInputError(
		`The message would go out ${reason}, at ${writeInstant(instant, FRANCE_ZONE)}, when iSendPro allows no commercial SMS`,
		'Choose another Send At, or set Send in Quiet Hours to Postpone to the Next Allowed 8:00.',
	);
}
