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
	/** What fails for the same reason: every later request of the run, or of its group, e.g. the same sender. */
	readonly stops?: 'run' | 'group';
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
		stops: stops === 'sender' ? 'group' : stops,
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
