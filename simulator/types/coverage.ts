import type { RequestKind } from './request-kind';

/** How faithfully a part of the manual is simulated, and the reason when it is not exact. */
export type Degree = 'exact' | { approximate: string } | { missing: string };

export interface CoveredRequest {
	/** The last two are the calls that iSendPro makes. */
	kind: RequestKind | 'receipt' | 'reply';
	degree: Degree;
}

/** Everything the manual names, by its own name. */
export interface Coverage {
	/** By section. */
	requests: Record<string, CoveredRequest>;
	/** Arguments of the requests. */
	arguments: Record<string, Degree>;
	/** Parameters of the calls to the customer's pages [3.10, 3.11]. */
	parameters: Record<string, Degree>;
	codes: Record<number, Degree>;
}
