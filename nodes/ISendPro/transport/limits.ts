/** How long and how often iSendPro is asked. */
export interface Limits {
	/** Milliseconds that iSendPro has for the head of an answer, and as many again for the rest. */
	timeoutMs: number;
	/** How often a request is tried that cannot have acted, or may act twice. */
	maxTries: number;
	/** Milliseconds before the second try; each further pause is twice as long. */
	firstPauseMs: number;
	/** Bytes of an answer at most. */
	maxBytes: number;
}

/** A report of 200,000 rows [3.8] has about 36 MB. */
export const STANDARD_LIMITS: Limits = {
	timeoutMs: 120_000,
	maxTries: 3,
	firstPauseMs: 500,
	maxBytes: 200_000_000,
};

/** For a test of the credential: a balance is short, and somebody is waiting in front of the screen. */
export const CREDENTIAL_TEST_LIMITS: Limits = {
	timeoutMs: 20_000,
	maxTries: 1,
	firstPauseMs: 0,
	maxBytes: 1_000_000,
};
