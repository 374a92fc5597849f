import { InvalidInputError } from '../../api/errors';
import { readInstant } from '../../api/time/instant';
import type { RunContext } from '../../engine/operation';
import type { Question } from '../../waiting/question';
import { readChoices } from '../../waiting/question';

const MILLISECONDS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** How a question is to be answered, as the user set it. */
export interface Asked {
	message: string;
	responseType: 'approval' | 'choice' | 'freeText';
	approvalOptions: {
		values?: { approvalType: 'single' | 'double'; approveLabel: string; disapproveLabel: string };
	};
	choices: unknown;
	options: {
		pageTitle?: string;
		limitWaitTime?: {
			values?: {
				limitType: 'afterTimeInterval' | 'atSpecifiedTime';
				resumeAmount: number;
				resumeUnit: keyof typeof MILLISECONDS;
				maxDateAndTime: unknown;
			};
		};
	};
}

function buttonsOf({ responseType, approvalOptions, choices }: Asked): Question['buttons'] {
	if (responseType === 'freeText') return [];
	if (responseType === 'choice') {
		return readChoices(choices).map((choice) => ({ label: choice, data: { choice } }));
	}
	const { approvalType = 'double', approveLabel, disapproveLabel } = approvalOptions.values ?? {};
	const approve = { label: approveLabel?.trim() || 'Approve', data: { approved: true } };
	const decline = { label: disapproveLabel?.trim() || 'Decline', data: { approved: false } };
	return approvalType === 'single' ? [approve] : [approve, decline];
}

/**
 * What the page asks.
 * @throws InvalidInputError for choices that are none
 */
export function questionOf(asked: Asked): Question {
	const title = asked.options.pageTitle?.trim();
	return {
		...(title ? { title } : {}),
		message: asked.message.trim(),
		buttons: buttonsOf(asked),
	};
}

/**
 * When the workflow goes on without an answer.
 * @returns undefined if it waits for as long as it takes
 * @throws InvalidInputError for a time that has passed: nobody could answer
 */
export function limitOf({ options }: Asked, { now, timezone }: RunContext): Date | undefined {
	if (!options.limitWaitTime) return undefined;
	const limit = options.limitWaitTime.values;
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
			: readInstant(maxDateAndTime, timezone, '"Max Date and Time"');
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
