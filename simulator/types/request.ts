import type { Fault } from './fault';
import type { RequestKind } from '../manual/fidelity';

/** A request as it arrived; the control API masks its key. */
export interface RecordedRequest {
	/** 1 for the first request since the last reset. */
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
	/** The simulator acted on it (accepted messages…), whatever the client received. */
	acted: boolean;
	/** The fault that was applied. */
	fault?: Fault;
	/** What the client received; absent while it hangs and after a reset of the connection. */
	answer?: { status: number; contentType: string; body: string };
	at: Date;
}
