import type { InvalidInputError } from '../errors';
import { startOf } from '../text/character';
import type { AnswerRecord } from './answer';
import { describeCode } from './codes';

/** Why something was not done, and whether it may have been. Each room makes its own failures. */
export interface Failure {
	/**
	 * `rejected`: iSendPro refused it. `notSent`: iSendPro cannot have acted on it. `unknown`: it was
	 * submitted and no answer came that tells, so iSendPro may have acted.
	 */
	readonly status: 'rejected' | 'notSent' | 'unknown';
	/** What happened, in English; shown by {@link messageOf}. */
	readonly message: string;
	/** What to do about it. */
	readonly description: string;
	/** iSendPro's code [4.1], and what iSendPro said with it. */
	readonly code?: number;
	readonly apiMessage?: string;
	/** What fails for the same reason: every later request of the run, or those with the same sender. */
	readonly stops?: 'run' | 'sender';
	/** Repeating it cannot help, or could do it twice. */
	readonly isFinal: boolean;
	/** iSendPro cannot have acted, and may act in a moment: worth another try at once. */
	readonly isTransient?: boolean;
	/** It may have been done, and repeating it would do harm. */
	readonly ambiguous?: boolean;
}

/** A request that failed as a whole. */
export class RequestFailed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
		this.name = 'RequestFailed';
	}
}

const LOOK_FIRST =
	'Before you repeat it, check in the iSendPro customer area (for an SMS, in the campaign report) whether it was done.';

/** What happened, and whether the request may have been carried out. */
export function messageOf({ message, ambiguous }: Failure): string {
	return ambiguous ? `${message}, so it may have been done` : message;
}

/**
 * The same failure for an idempotent request: it reads, or sets what stays the same when it is set
 * again. Whether it was done does not matter.
 */
export function asIdempotent(failure: Failure): Failure {
	if (!failure.ambiguous) return failure;
	return {
		...failure,
		description:
			'Try again: that does no harm. If it keeps failing, check the Base URL of the credential, and that no firewall blocks requests to it.',
		isFinal: false,
		ambiguous: false,
	};
}

// iSendPro answered

/**
 * The failure that a code means, other than one of success.
 * @param record the fields of the answer that hold `code` and, mostly, `message`
 */
export function failureOfCode(record: AnswerRecord): Failure {
	const row = describeCode(record.code);
	const { code, meaning, advice, stops, repeatSafe, isTransient, ambiguous } = row;
	if (Number.isNaN(code)) return outcomeUnknown(meaning);
	const apiMessage = record.message || row.message || undefined;
	if (ambiguous) return { ...outcomeUnknown(meaning, advice), code, apiMessage };
	return {
		status: 'rejected',
		message: meaning,
		description: advice,
		code,
		apiMessage,
		stops,
		isFinal: !repeatSafe,
		isTransient,
	};
}

/**
 * The failure that an answer means which lacks what was asked for.
 * @param what what it lacks, e.g. `the balance`
 * @param record its fields, or those of one of its results
 */
export function failureWithout(what: string, record: AnswerRecord): Failure {
	const lost = outcomeUnknown(`iSendPro answered without ${what}`);
	if (record.code === undefined) return lost;
	const { code, apiMessage, ...failure } = failureOfCode(record);
	if (describeCode(record.code).kind === 'failure') return { ...failure, code, apiMessage };
	return { ...lost, code, apiMessage };
}

/**
 * A file that came, but cannot be read.
 * @param message what is wrong with it
 */
export function unreadableFile(message: string): Failure {
	return {
		status: 'rejected',
		message,
		description: 'Run it again. If it keeps failing, send this message to support@isendpro.com.',
		isFinal: false,
	};
}

// It is unknown whether iSendPro acted

/**
 * A request that was submitted, but whose answer did not come or cannot be read.
 * @param message what happened, without a full stop
 */
export function outcomeUnknown(message: string, description = LOOK_FIRST): Failure {
	return { status: 'unknown', message, description, isFinal: true, ambiguous: true };
}

/** An answer about several numbers that does not mention this one. */
export function unanswered(): Failure {
	return outcomeUnknown("iSendPro's answer does not mention this number");
}

/** A unit that was submitted when the run ended. */
export function interrupted(): Failure {
	return outcomeUnknown('The run was interrupted while iSendPro was being asked');
}

/** A unit of an execution in which n8n was killed: nothing tells what was submitted. */
export function lostInCrash(): Failure {
	return outcomeUnknown(
		'n8n was stopped in the middle of this execution',
		'Look in the iSendPro customer area, or for SMS in the campaign report, what was done, and start a new execution for the rest: this one cannot be retried.',
	);
}

// Nothing was sent

/**
 * A request that was not made, or that cannot have reached iSendPro.
 * @param message what happened, without a full stop
 * @param description what to do about it
 */
export function notSent(
	message: string,
	description: string,
	more: Partial<Failure> = {},
): Failure {
	return { status: 'notSent', message, description, isFinal: false, ...more };
}

/**
 * A message whose link could not be shortened: without it, it was not sent either. What else stands in
 * the way, such as a wrong key, stays what it is.
 */
export function pageNotShortened(failure: Failure): Failure {
	if (!failure.ambiguous) return failure;
	return notSent(
		`Not sent, because its link could not be shortened: ${failure.message}`,
		'Run it again: no SMS went out. Or switch the option Shorten Link off.',
	);
}

/** What was not seen before is seen when the request is written. */
export function refusedInput({ message, description }: InvalidInputError): Failure {
	return notSent(message, description);
}

/** What need not be asked for, since an earlier request of the run has shown that it is in vain. */
export function skippedBecauseOf(earlier: Failure): Failure {
	const cause = earlier.message + (earlier.code === undefined ? '' : `, code ${earlier.code}`);
	const description = earlier.ambiguous
		? 'This one was surely not sent: run it again once iSendPro answers.'
		: earlier.description;
	return notSent(`Not sent, because an earlier request failed: ${cause}`, description, {
		stops: earlier.stops,
	});
}

/** What was not submitted because the run as a whole takes more than it may. */
export function tooManySms(parts: number, most: number, atLeast: boolean): Failure {
	return notSent(
		`This run would take ${parts} SMS${atLeast ? ' or more' : ''}, more than the ${most} of Maximum SMS`,
		'Nothing was sent. Check that the workflow gives the recipients that you mean, or raise the option Maximum SMS.',
	);
}

/**
 * A message that was not submitted, because a link in it has no short link.
 * @param target where the link leads to
 */
export function linkNotShortened(target: string, cause: Failure): Failure {
	const { code, apiMessage, isFinal } = cause;
	const again = isFinal
		? 'The link is not asked for again in this execution: start a new execution, or remove the option Shorten Links.'
		: cause.description;
	return notSent(
		`The link ${startOf(target, 100)} could not be shortened: ${cause.message}`,
		`Nothing that holds it was sent. ${again}`,
		{ code, apiMessage, isFinal },
	);
}

export function executionStopped(): Failure {
	return notSent('Not sent, because the execution was stopped', 'Run it again.');
}

export function timeHasPassed(): Failure {
	return notSent(
		'Not sent, because its time passed before its turn came',
		'Run it again. If Send At is a fixed time, choose a later one first.',
	);
}
