import type { RequestKind } from '../manual/fidelity';

/** What goes wrong. `acts`: whether the simulator acts on the request despite the fault. */
export type FaultKind =
	/** Stop listening before that request, until `resume()` or for `milliseconds`. */
	| { kind: 'refuse'; milliseconds?: number }
	/** Reset the connection without acting. */
	| { kind: 'resetBefore' }
	/** Act, then reset the connection. */
	| { kind: 'resetAfter' }
	/** Never answer. */
	| { kind: 'hangBefore' }
	| { kind: 'hangAfter' }
	/** A complete HTTP answer whose XML ends early. */
	| { kind: 'cutXml'; acts?: boolean }
	/** The connection ends in the middle of the body. */
	| { kind: 'cutConnection'; acts?: boolean }
	/** A proxy's error page; `acts` is false by default. */
	| { kind: 'html'; status?: number; acts?: boolean }
	/** 200 with an empty body. */
	| { kind: 'empty'; acts?: boolean }
	/** The XML declares UTF-8, but is not. */
	| { kind: 'wrongCharset'; acts?: boolean }
	| { kind: 'wrongRoot'; acts?: boolean }
	/** An answer of so many `bytes` (64 MB by default). */
	| { kind: 'huge'; bytes?: number; acts?: boolean }
	/** A bare HTTP status (429, 503…); `acts` is false by default. */
	| { kind: 'status'; status: number; retryAfter?: number; acts?: boolean }
	/** A code of [4.1], or any other number, for the whole request; HTTP 200 by default. */
	| { kind: 'code'; code: number; message?: string; status?: number; acts?: boolean }
	/** Codes for single records, by their number; the others are served. */
	| { kind: 'recordCodes'; codes: Record<number, number> }
	/** Records that a numbered answer lacks although they were acted on. */
	| { kind: 'missingRecords'; records: number[] }
	/** Records in reverse order. */
	| { kind: 'shuffledRecords' }
	/** The answer names other numbers than the request. */
	| { kind: 'otherNumbers' }
	/** Only so many fields of the form are read, as on servers with a limit. */
	| { kind: 'cutForm'; fields: number }
	/** Text around the answer, e.g. a warning of PHP. */
	| { kind: 'surrounded'; before?: string; after?: string }
	| { kind: 'latency'; milliseconds: number };

/**
 * Faults apply in order, one for each request. `request`: only to the request of that number since
 * the last reset. `on`: only to requests of that kind. `times`: 1 by default.
 */
export type Fault = FaultKind & { request?: number; on?: RequestKind; times?: number };

export interface Faults {
	add(...faults: Fault[]): void;
	clear(): void;
	pending(): Fault[];
}
