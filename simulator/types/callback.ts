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
}

/** One call to a receipt or reply page. */
export interface CallbackCall {
	kind: 'receipt' | 'reply';
	/** The same for the repeats of a call. */
	event: number;
	/** 1 to 4. */
	attempt: number;
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
	/** false: the phone got an error, or no reply URL is set. */
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
	/** Resolves when no call is under way and none is due. */
	settled(): Promise<void>;
}
