import type { RequestKind } from './request-kind';

/** What goes wrong. `acts` says whether the request is acted on all the same. */
export type FaultKind =
	/** Stop listening when its turn comes, until `resume()` or for `milliseconds`. */
	| { kind: 'refuse'; milliseconds?: number }
	/** Read the request, then reset the connection without having acted. */
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
	/** An error page of a proxy; acts is false unless said. */
	| { kind: 'html'; status?: number; acts?: boolean }
	/** 200 with nothing. */
	| { kind: 'empty'; acts?: boolean }
	/** The XML declares UTF-8, which it is not written in. */
	| { kind: 'wrongCharset'; acts?: boolean }
	| { kind: 'wrongRoot'; acts?: boolean }
	/** An answer of `bytes` (64 MB). */
	| { kind: 'huge'; bytes?: number; acts?: boolean }
	/** A bare HTTP status (429, 503…); acts is false unless said. */
	| { kind: 'status'; status: number; retryAfter?: number; acts?: boolean }
	/** The code of [4.1], or any other number, for the whole request; HTTP 200 unless said. */
	| { kind: 'code'; code: number; message?: string; status?: number; acts?: boolean }
	/** Codes for single records by their number; the other records are served. */
	| { kind: 'recordCodes'; codes: Record<number, number> }
	/** Records that are missing from a numbered answer, though they were acted on. */
	| { kind: 'missingRecords'; records: number[] }
	/** Records in reverse order. */
	| { kind: 'shuffledRecords' }
	/** The answer names numbers that nobody asked for. */
	| { kind: 'otherNumbers' }
	/** No more than so many fields of the form are read, as by servers that have such a limit. */
	| { kind: 'cutForm'; fields: number }
	/** Text around the answer, e.g. a warning of PHP. */
	| { kind: 'surrounded'; before?: string; after?: string }
	| { kind: 'latency'; milliseconds: number };

/**
 * Faults are used up in order, one for each request that fits. `request`: only the request of that
 * number since the last reset. `on`: only requests of that kind. `times`: 1 unless said.
 */
export type Fault = FaultKind & { request?: number; on?: RequestKind; times?: number };

export interface Faults {
	add(...faults: Fault[]): void;
	clear(): void;
	pending(): Fault[];
}
