import type { Fault } from './fault';
import type { RequestKind } from './request-kind';

/** A request as it arrived; the control page and its API show it with the key masked. */
export interface RecordedRequest {
	/** 1 for the first one since the start or the last reset. */
	number: number;
	kind: RequestKind;
	method: string;
	/** Path and query string as they came. */
	target: string;
	contentType: string;
	/** The body as it came, one character a byte. */
	body: string;
	/** Decoded; the last one wins when a name is repeated. */
	arguments: Record<string, string>;
	/** Arguments that the manual does not know, or that had no effect on this request. */
	ignoredArguments: string[];
	/** What was asked for is done (messages accepted…), whatever the client saw. */
	acted: boolean;
	/** The fault that was applied. */
	fault?: Fault;
	/** What the client was given; absent while it hangs and when the connection was reset. */
	answer?: { status: number; contentType: string; body: string };
	at: Date;
}
