import { InvalidInputError } from '../api/errors';
import { readMoment } from '../api/time/instant';

const MILLISECONDS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** How long to wait for an answer, as the user set it. */
export interface WaitOptions {
	limitWaitTime?: {
		values?: {
			limitType: 'afterTimeInterval' | 'atSpecifiedTime';
			resumeAmount: number;
			resumeUnit: keyof typeof MILLISECONDS;
			maxDateAndTime: unknown;
		};
	};
}

/** The time at which the node runs, and the workflow's time zone. */
interface Clock {
	readonly now: Date;
	readonly timezone: string;
}

/**
 * When the workflow goes on without an answer.
 * @returns undefined if it waits for as long as it takes
 * @throws InvalidInputError for a time that has passed: nobody could answer
 */
export function waitLimitOf(
	{ limitWaitTime }: WaitOptions,
	{ now, timezone }: Clock,
): Date | undefined {
	if (!limitWaitTime) return undefined;
	const limit = limitWaitTime.values;
	if (!limit) {
		throw new InvalidInputError(
			'"Limit Wait Time" is set, but holds no limit',
			'Add its limit, or remove the option.',
		);
	}
	const { limitType, resumeAmount, resumeUnit, maxDateAndTime } = limit;
	const until =
		limitType === 'afterTimeInterval'
			? now.getTime() + resumeAmount * MILLISECONDS[resumeUnit]
			: readMoment(maxDateAndTime, timezone, '"Max Date and Time"')?.end;
	if (until === undefined) {
		throw new InvalidInputError(
			'"Max Date and Time" is empty',
			'Choose a date and time, or remove the option Limit Wait Time.',
		);
	}
	if (until > now.getTime()) return new Date(until);
	throw new InvalidInputError(
		'The time to wait for an answer is over before anybody could give one',
		'Give Limit Wait Time an amount above zero, or a date and time to come.',
	);
}
