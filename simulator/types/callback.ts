import type { ReceiptBehaviour } from './phone';

/** A URL that the control page offers. */
export interface Page {
	kind: CallbackCall['kind'];
	name: string;
	url: string;
}

export interface CallbackSettings {
	/** Where receipts go [3.10]; none are sent without it. */
	receiptUrl: string;
	/** Where replies go [3.11]. */
	replyUrl: string;
	method: 'GET' | 'POST';
	/** Charset of what is percent-encoded; the manual does not say. */
	charset: 'utf-8' | 'iso-8859-15';
	/** Milliseconds of simulated time between a message and its receipt. */
	receiptDelay: number;
	/** Maximum number of calls at the same time. */
	concurrency: number;
	/** Milliseconds of real time after which a call fails. */
	timeout: number;
	/** What the control page offers for the two URLs. */
	pages: Page[];
}

/** One call to a receipt or reply page. */
export interface CallbackCall {
	kind: 'receipt' | 'reply';
	/** The same for all attempts of a call. */
	event: number;
	/** 1 to 4. */
	attempt: number;
	/** Of a receipt: the message's id and outcome. */
	message?: string;
	outcome?: ReceiptBehaviour['outcome'];
	method: 'GET' | 'POST';
	url: string;
	/** Of a POST. */
	body?: string;
	at: Date;
	status?: number;
	/** The first 2,000 characters of it. */
	answer?: string;
	error?: string;
	/** The answer was exactly `validation`. */
	validated: boolean;
	nextAttemptAt?: Date;
}

export interface Transmission {
	/** false when the phone got an error, no URL is set, or the message has not arrived. */
	transmitted: boolean;
	reason?: string;
	call?: CallbackCall;
}

export interface Callbacks extends CallbackSettings {
	readonly calls: readonly CallbackCall[];
	/**
	 * A phone answers. It writes to the number after STOP, or to the sender when that is a number.
	 * With `to: 'sender'` it answers the message directly, which fails when the sender was changed
	 * [3.11].
	 */
	reply(from: string, text: string, options?: { to?: 'sender' }): Promise<Transmission>;
	/**
	 * Sends a receipt for a message now, in addition to its phone's own. Rejects with a `RangeError`
	 * for an unknown message.
	 */
	report(messageId: string, receipt: ReceiptBehaviour): Promise<Transmission>;
	/** Resolves when no call is running or due. */
	settled(): Promise<void>;
}
