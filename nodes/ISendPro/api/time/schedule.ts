import { DateTime } from 'luxon';

import { InvalidInputError } from '../errors';
import { FRANCE_ZONE } from './french-time';
import { readInstant, writeInstant, writeMinute } from './instant';
import { listedZone, zones } from './listed-zone';
import { nextOpening, quietReason } from './quiet-hours';

/** What the user asked about the time of a message. */
export interface ScheduleRequest {
	/** An instant, as `readInstant` takes it. Nothing: now. */
	sendAt?: unknown;
	/** The zone that the user chose, one of `zones`. */
	timezone?: string;
	workflowTimezone: string;
	quietHours: 'ignore' | 'postpone' | 'fail';
	now: Date;
}

/** A later time, as iSendPro is told it [3.5, 3.6]. */
export interface Schedule {
	/** `YYYY-MM-DD HH:MM`, by the clock of `gmtZone` */
	dateEnvoi: string;
	gmtZone: string;
	/** The same instant in ISO 8601, with the offset of {@link scheduleZone} */
	scheduledFor: string;
}

/** An hour ahead of UTC all year long, so that no hour of it comes twice. */
const STEADY_ZONE = 'Africa/Algiers';

/**
 * The zone in which a time without offset is read, and in which it is told to iSendPro and to the user:
 * the chosen one, or that of the list that stands for the workflow's.
 *
 * @throws InvalidInputError when the list does not have the chosen one
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
 * iSendPro takes whole minutes: seconds are rounded up, so that nothing leaves before it was asked to.
 *
 * @returns undefined when it goes out now
 * @throws InvalidInputError when `sendAt` is no instant, is in the past or cannot be told in the chosen
 * zone, or when it falls into the quiet hours and these are to fail
 */
export function planSchedule(request: ScheduleRequest): Schedule | undefined {
	const zone = scheduleZone(request);
	const asked = readInstant(request.sendAt, zone, '"Send At"');
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
	let told = DateTime.fromMillis(instant, { zone: gmtZone });
	if (told.getPossibleOffsets().length > 1) {
		if (readZone(request.timezone)) throw comesTwice(told, zone);
		gmtZone = STEADY_ZONE;
		told = told.setZone(gmtZone);
	}
	return {
		dateEnvoi: writeMinute(told),
		gmtZone,
		scheduledFor: writeInstant(instant, zone),
	};
}

function comesTwice(told: DateTime, zone: string): InvalidInputError {
	return new InvalidInputError(
		`${writeMinute(told)} comes twice in ${zone}, when clocks go back, and iSendPro cannot tell which one is meant`,
		'Choose a time outside that hour, or remove the option Send At Time Zone, so that a fitting one is chosen.',
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
