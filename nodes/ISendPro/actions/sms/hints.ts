import { needsZone } from '../../api/time/instant';
import { quietReason } from '../../api/time/quiet-hours';
import type { Schedule } from '../../api/time/schedule';
import { scheduleZone } from '../../api/time/schedule';
import { timeZones } from '../../api/time/time-zones';
import type { RunContext } from '../../engine/operation';
import type { Hint } from '../../engine/task';

/** The zone of an n8n for which nobody has set one. */
const UNSET_TIMEZONE = 'America/New_York';

/** `Europe/Brussels (Brussels, Copenhagen, Madrid, Paris)` */
function describeZone(zone: string): string {
	const { label = '' } = timeZones.find(({ name }) => name === zone) ?? {};
	return `${zone} (${label.replace(/^\(.*?\) */, '')})`;
}

/**
 * In which zone a run schedules, and whether anybody has chosen it.
 * @param options those of the message
 */
export function scheduleHint(
	{ sendAt, timezone }: { sendAt?: unknown; timezone?: string },
	run: Pick<RunContext, 'timezone' | 'now'>,
): Hint {
	const zone = scheduleZone({ timezone, workflowTimezone: run.timezone, now: run.now });
	const scheduled = `Scheduled by the clock of ${describeZone(zone)}`;
	if (timezone) return { type: 'info', message: `${scheduled}, as Send At Time Zone says.` };
	// A time with an offset, or one that the quiet hours gave, is right whatever the zone.
	if (run.timezone === UNSET_TIMEZONE && needsZone(sendAt)) {
		return {
			type: 'warning',
			message: `${scheduled}: New York is the time zone of an n8n for which nobody has set one. If it is not yours, add the option Send At Time Zone, or set the time zone in the settings of the workflow.`,
		};
	}
	return {
		type: 'info',
		message: `${scheduled}: the time zone of the workflow is ${run.timezone}. For another, add the option Send At Time Zone.`,
	};
}

/**
 * What is to be said of a commercial message of which nobody has said what to do with it in the quiet
 * hours [2].
 * @returns undefined if it goes out outside them
 */
export function quietHoursHint(schedule: Schedule | undefined, now: Date): Hint | undefined {
	const instant = schedule ? Date.parse(schedule.scheduledFor) : now.getTime();
	if (quietReason(instant) === undefined) return undefined;
	return {
		type: 'warning',
		message:
			'A message with a sender and the STOP mention counts as commercial. This one would go out when iSendPro allows none, and may refuse it (code 24): between 20:00 and 8:00, on a Sunday or on a French public holiday. Add the option Send in Quiet Hours to postpone such messages, or to say that yours may go out.',
	};
}
