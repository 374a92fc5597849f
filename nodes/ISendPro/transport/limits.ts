/** The limits of a request. */
export interface Limits {
	/** Milliseconds until the head of the answer arrives, and again until the rest has. */
	timeoutMs: number;
	/** How often a request is made at most, where repeating it does no harm. */
	maxTries: number;
	/** Milliseconds before the second try; each further pause is twice as long as the one before. */
	firstPauseMs: number;
	/** The most bytes of an answer. */
	maxBytes: number;
}

/** A report of 200,000 rows [3.8] has about 36 MB. */
export const STANDARD_LIMITS: Limits = {
	timeoutMs: 120_000,
	maxTries: 3,
	firstPauseMs: 500,
	maxBytes: 200_000_000,
};

/** For a test of the credential: a balance is short, and a user is waiting. */
export const CREDENTIAL_TEST_LIMITS: Limits = {
	timeoutMs: 20_000,
	maxTries: 1,
	firstPauseMs: 0,
	maxBytes: 1_000_000,
};
