import type { AnswerRecord } from './answer';
import { describeCode } from './codes';

/** Why something was not done, and whether it may have been. Every one is made in this file. */
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
	/** What would meet it too: every later request of the run, or those with the same sender. */
	readonly stops?: 'run' | 'group';
	/** Asking again cannot help, or could do it twice. */
	readonly isFinal: boolean;
	/** iSendPro cannot have acted, and may well act in a moment: worth another try at once. */
	readonly isTransient?: boolean;
	/** It may have been done, and doing it once more would do harm. */
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
	'Look in the iSendPro customer area, or for an SMS in the campaign report, whether it was done before you repeat it.';

/** What happened, and whether it may have been done all the same. */
export function messageOf({ message, ambiguous }: Failure): string {
	return ambiguous ? `${message}, so it may have been done` : message;
}

/**
 * A failure of a request that may be repeated: it reads, or sets what stays the same when it is set
 * again. Whether it was done need not trouble anybody.
 */
export function asIdempotent(failure: Failure): Failure {
	if (!failure.ambiguous) return failure;
	return {
		...failure,
		description:
			'Try again: that does no harm. If it keeps failing, check the Base URL of the credential, and that no firewall keeps n8n from reaching it.',
		isFinal: false,
		ambiguous: false,
	};
}

// iSendPro answered

/**
 * What a code that is no success means for what was asked.
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
 * What an answer means that is not what was asked for.
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
 * A number that the blacklist does not hold, or still holds, although it was asked otherwise.
 * @param adding whether it was to be added
 * @param apiMessage iSendPro's word on it
 * @param unread why the list itself could not be looked into
 */
export function blacklistUnchanged(adding: boolean, apiMessage: string, unread?: string): Failure {
	const message = adding
		? 'iSendPro did not add the number to the blacklist'
		: 'iSendPro did not remove the number from the blacklist';
	const rejected = { status: 'rejected', apiMessage, isFinal: false } as const;
	if (unread !== undefined) {
		return {
			...rejected,
			message: `${message}, and the list could not be read: ${unread}`,
			description: `It may be ${adding ? 'on' : 'off'} the list already: run it again, or look with Blacklist: Get Many.`,
		};
	}
	return {
		...rejected,
		message,
		description: adding
			? 'SMS still reach it. iSendPro adds only numbers that are valid: check it, then add it again or in the customer area.'
			: 'Remove it in the customer area, or ask support@isendpro.com: operators put numbers there too.',
	};
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

// Nobody knows whether iSendPro acted

/**
 * A request that was submitted, but whose answer is not to be had.
 * @param message what happened, without a full stop
 */
export function outcomeUnknown(message: string, description = LOOK_FIRST): Failure {
	return { status: 'unknown', message, description, isFinal: true, ambiguous: true };
}

/** An answer to a request about several that says nothing of this one. */
export function unanswered(): Failure {
	return outcomeUnknown("iSendPro's answer says nothing of this number");
}

export function connectionBroke(host: string): Failure {
	return outcomeUnknown(`The connection to ${host} broke before the answer was complete`);
}

export function hostFailed(host: string, httpStatus: number): Failure {
	return outcomeUnknown(`${host} failed while it was asked (HTTP ${httpStatus})`);
}

// Nothing went out

export function notSent(
	message: string,
	description: string,
	more: Partial<Failure> = {},
): Failure {
	return { status: 'notSent', message, description, isFinal: false, ...more };
}

/** Nothing reached iSendPro, and nothing will before somebody acts. */
const FOR_GOOD = { stops: 'run', isTransient: false } as const;
/** Nothing reached iSendPro, but the next try may. */
const FOR_NOW = { stops: 'run', isTransient: true } as const;

export function hostNotFound(host: string): Failure {
	return notSent(
		`The host ${host} was not found`,
		'Check the Base URL of the credential, and the internet connection and DNS of the machine that n8n runs on.',
		FOR_NOW,
	);
}

export function notConnected(host: string): Failure {
	return notSent(
		`No connection to ${host}`,
		'Check the Base URL of the credential, and that no firewall keeps n8n from reaching it. Then run again.',
		FOR_NOW,
	);
}

export function notTrusted(host: string): Failure {
	return notSent(
		`No secure connection to ${host}: its certificate was not accepted`,
		'Check the Base URL of the credential, and the clock of the machine that n8n runs on.',
		FOR_GOOD,
	);
}

export function noKey(): Failure {
	return notSent(
		'The Key ID of the credential is empty',
		'Paste the key of the iSendPro account into it. If it is an expression, that finds nothing.',
		FOR_GOOD,
	);
}

/** n8n's own protection against requests to where a user may not look. */
export function notAllowed(host: string): Failure {
	return notSent(
		`n8n does not allow requests to ${host}`,
		'Check the Base URL of the credential. If it is right, the administrator of n8n can allow the host with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
		FOR_GOOD,
	);
}

export function noWebAddress(): Failure {
	return notSent(
		'The Base URL of the credential is not a web address',
		'Write a whole one, e.g. https://www.isendpro.com/cgi-bin/.',
		FOR_GOOD,
	);
}

export function noCapacity(host: string, httpStatus: number): Failure {
	return notSent(
		`${host} has too many requests at the moment (HTTP ${httpStatus})`,
		'Nothing was done. Run again in a few minutes.',
		FOR_NOW,
	);
}

export function notTheApi(host: string, httpStatus: number): Failure {
	return notSent(
		`${host} turned the request away (HTTP ${httpStatus})`,
		'Nothing was done. Check the Base URL of the credential, e.g. https://www.isendpro.com/cgi-bin/ (https and no other page), and that no firewall or proxy keeps n8n out.',
		FOR_GOOD,
	);
}
