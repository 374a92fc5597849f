import type { AnswerRecord } from './answer';
import type { Concern } from './codes';
import { describeCode } from './codes';

/** Why something was not done, and whether it may have been. */
export interface Failure {
	/**
	 * `rejected`: iSendPro refused it. `notSent`: iSendPro cannot have acted on it. `unknown`: it was
	 * submitted and no readable answer came, so iSendPro may have acted.
	 */
	status: 'rejected' | 'notSent' | 'unknown';
	/** What happened, in English. */
	message: string;
	/** What to do about it. */
	description: string;
	/** iSendPro's code [4.1], and what iSendPro said with it. */
	code?: number;
	apiMessage?: string;
	concerns: Concern;
	/** Every later request of the run would meet it too. */
	stopsRun: boolean;
	/** Asking again cannot help, or could do it twice. */
	final: boolean;
	/** iSendPro cannot have acted, and may well act in a moment: worth another try at once. */
	passes?: boolean;
}

/**
 * What a code that is no success means for what was asked.
 * @param record the fields of the answer that hold `code` and, mostly, `message`
 */
export function failureOfCode(record: AnswerRecord): Failure {
	const entry = describeCode(record.code ?? '');
	if (Number.isNaN(entry.code)) return lostAnswer(entry.meaning);
	return {
		status: 'rejected',
		message: entry.meaning,
		description: entry.advice,
		code: entry.code,
		apiMessage: record.message || entry.message || undefined,
		concerns: entry.concerns,
		stopsRun: entry.stopsRun,
		final: !entry.repeatSafe,
	};
}

const DOUBT = ', so it may have been done';

/**
 * A request that was submitted, but whose answer is not to be had.
 * @param message what happened, without a full stop
 */
export function lostAnswer(message: string): Failure {
	return {
		status: 'unknown',
		message: message + DOUBT,
		description:
			'Look in the iSendPro customer area or in the campaign report before you repeat it.',
		concerns: 'service',
		stopsRun: false,
		final: true,
	};
}

/**
 * A failure of a request that may be repeated: it reads, or sets what stays the same when it is set
 * again. Whether it was done need not trouble anybody.
 * @param failure of any status
 */
export function withoutDoubt(failure: Failure): Failure {
	if (failure.status !== 'unknown') return failure;
	return {
		...failure,
		message: failure.message.replace(DOUBT, ''),
		description:
			'Run it again: that does no harm. If it stays so, check the Base URL of the credential and the network of n8n.',
		final: false,
	};
}

/**
 * What an answer means that is not what was asked for.
 * @param what what it lacks, e.g. `the balance`
 * @param record its fields, or those of one of its results
 */
export function failureWithout(what: string, record: AnswerRecord): Failure {
	const lost = lostAnswer(`iSendPro answered without ${what}`);
	if (record.code === undefined) return lost;
	const failure = failureOfCode(record);
	if (describeCode(record.code).outcome === 'failure') return failure;
	return { ...lost, code: failure.code, apiMessage: failure.apiMessage };
}

/**
 * A file that came, but cannot be read.
 * @param message what is wrong with it
 */
export function unreadableFile(message: string): Failure {
	return {
		status: 'rejected',
		message,
		description: 'Run it again. If it stays so, show this message to support@isendpro.com.',
		concerns: 'report',
		stopsRun: false,
		final: false,
	};
}

/** A request that failed as a whole. */
export class GatewayError extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
		this.name = 'GatewayError';
	}
}
