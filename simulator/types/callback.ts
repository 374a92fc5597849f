import type { ReceiptBehaviour } from './phone';

/** An address that the control page offers to choose. */
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
	/** Calls at the same time. */
	concurrency: number;
	/** Milliseconds of real time before a silent page counts as such. */
	timeout: number;
	/** What the control page offers for the two addresses. */
	pages: Page[];
}

/** One call to a receipt or reply page. */
export interface CallbackCall {
	kind: 'receipt' | 'reply';
	/** The same for the repeats of a call. */
	event: number;
	/** 1 to 4. */
	attempt: number;
	/** Of a receipt: the message's id, and what it says of it. */
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
	/** `validation` was answered, and nothing else. */
	validated: boolean;
	nextAttemptAt?: Date;
}

export interface Transmission {
	/** false: the phone got an error, no URL is set, or the message has not arrived. */
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
	 * Sends a receipt for a message now, beside what its phone sends by itself. Rejects with a
	 * `RangeError` when there is no such message.
	 */
	report(messageId: string, receipt: ReceiptBehaviour): Promise<Transmission>;
	/** Resolves when no call is under way and none is due. */
	settled(): Promise<void>;
}
