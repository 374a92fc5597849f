import { needsZone, readMoment } from '../../api/time/instant';
import { quietReason } from '../../api/time/quiet-hours';
import type { Schedule } from '../../api/time/schedule';
import { scheduleZone } from '../../api/time/schedule';
import { timeZones } from '../../api/time/time-zones';
import type { RunContext } from '../../engine/operation';
import type { Hint } from '../../engine/task';

/** n8n's time zone where none is set. */
const UNSET_TIMEZONE = 'America/New_York';

/** `Europe/Brussels (Brussels, Copenhagen, Madrid, Paris)` */
function describeZone(zone: string): string {
	const { label = '' } = timeZones.find(({ name }) => name === zone) ?? {};
	return `${zone} (${label.replace(/^\(.*?\) */, '')})`;
}

/**
 * Says in which time zone a run schedules, and who has chosen it.
 * @param options those of the message
 */
export function scheduleHint(
	{ sendAt, timezone }: { sendAt?: unknown; timezone?: string },
	run: Pick<RunContext, 'timezone' | 'now'>,
): Hint {
	const zone = scheduleZone({ timezone, workflowTimezone: run.timezone, now: run.now });
	const scheduled = `Scheduled in the time zone ${describeZone(zone)}`;
	if (timezone) return { type: 'info', message: `${scheduled}, as set in Send At Time Zone.` };
	// A time with an offset, or one that the quiet hours gave, is right whatever the zone.
	if (run.timezone === UNSET_TIMEZONE && needsZone(sendAt)) {
		return {
			type: 'warning',
			message: `${scheduled}: n8n uses New York where no time zone is set. If it is not yours, add the option Send At Time Zone, or set the time zone in the workflow's settings.`,
		};
	}
	return {
		type: 'info',
		message: `${scheduled}: the workflow's time zone is ${run.timezone}. For another, add the option Send At Time Zone.`,
	};
}

/**
 * Warns of a text with words that nobody meant to send.
 * @param described the words and their places
 * @param isCounted it is counted, not sent
 */
export function mistakesHint(described: string, isCounted: boolean): Hint {
	return {
		type: 'warning',
		message: isCounted
			? 'Send refuses a text with words that nobody meant to send, unless Message Text Checks is set to Send and Warn'
			: 'Sent with words that nobody meant to send, since Message Text Checks is set to Send and Warn',
		detail: described,
	};
}

/**
 * Says that a line break was typed as a backslash and a letter.
 * @param position of the first in the text, 1-based
 */
export function typedLineBreakHint(position: number): Hint {
	return {
		type: 'info',
		message: 'A \\n that was typed as two characters became a line break',
		detail: `position ${position}`,
	};
}

/**
 * Says how Send At was read where it could have been meant otherwise. The same words for every item, so that
 * a run of many says it once.
 * @param options those of the message, of which Send At is valid
 */
export function sendAtHints(
	{ sendAt, timezone, quietHours }: { sendAt?: unknown; timezone?: string; quietHours?: string },
	run: Pick<RunContext, 'timezone' | 'now'>,
): Hint[] {
	const zone = scheduleZone({ timezone, workflowTimezone: run.timezone, now: run.now });
	const moment = readMoment(sendAt, zone, '"Send At"');
	const dayFirst =
		'Send At was read day first, as people write dates in France: 05/06/2026 is 5 June 2026. "scheduledFor" in the output shows each time that was read.';
	const midnight =
		'Send At is at midnight (0:00). If only a date was meant, add the time of day, for example 2026-12-06T09:00, or the option Send in Quiet Hours to postpone such messages to the next allowed 8:00.';
	return [
		...(moment?.isDayFirst ? [{ type: 'info', message: dayFirst } as const] : []),
		...(moment?.isMidnight && quietHours !== 'postpone'
			? [{ type: 'warning', message: midnight } as const]
			: []),
	];
}

/**
 * Warns of a commercial message that would go out in the quiet hours although the user has not said
 * what to do then [2].
 * @returns undefined if it goes out outside them
 */
export function quietHoursHint(schedule: Schedule | undefined, now: Date): Hint | undefined {
	const instant = schedule ? Date.parse(schedule.scheduledFor) : now.getTime();
	if (quietReason(instant) === undefined) return undefined;
	return {
		type: 'warning',
		message:
			'A message with a sender and the STOP mention counts as commercial. This one would go out when iSendPro accepts none, so it may be refused (code 24): between 20:00 and 8:00, on a Sunday or on a French public holiday. Add the option Send in Quiet Hours to postpone such messages, or to confirm that yours may go out.',
	};
}
