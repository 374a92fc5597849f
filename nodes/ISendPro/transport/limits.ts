/** Milliseconds that iSendPro has for the head of an answer, and as many again for the rest. */
export const ANSWER_TIME = 120_000;
/** How often a request is tried that cannot have acted, or may act twice; pauses double. */
export const TRIES = 3;
export const FIRST_PAUSE = 500;
/** A report of 200,000 rows [3.8] has about 36 MB. */
export const MOST_BYTES = 200_000_000;
