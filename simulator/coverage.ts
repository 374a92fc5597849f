/** How faithfully something of the manual is simulated; the last two say why. */
export type Degree = 'exact' | { approximate: string } | { missing: string };

/** Everything the manual names, by its own name. */
export interface Coverage {
	requests: Record<string, Degree>;
	arguments: Record<string, Degree>;
	codes: Record<number, Degree>;
}

export const coverage: Coverage = { requests: {}, arguments: {}, codes: {} };
