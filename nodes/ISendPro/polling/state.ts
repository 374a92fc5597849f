import type { BlacklistState } from './blacklist';

/** What is known of the messages that were sent in one hour, by the clock of France. */
export interface KnownHour {
	/** How many rows there are, and the sum of their ids: together they show a row that appeared late. */
	readonly count: number;
	readonly sum: string;
	/** Packed ids of all rows of a recent hour; of an older hour, only count and sum are kept. */
	readonly ids?: string;
	/** Packed ids of the rows without a final status. */
	readonly open: string;
	/** Packed hashes of the replies that came out, or were there at the baseline. */
	readonly replies: string;
}

/** The way back through older hours, from the newest to the oldest, in as many polls as it takes. */
export interface Sweep {
	/** Hours before this one are still to be read. */
	readonly next: number;
	/** The first hour to read. */
	readonly target: number;
	/** When it began, as a clock reading. */
	readonly startedAt: number;
	/** Whether it goes back as far as messages are watched. */
	readonly isWhole: boolean;
	/** Whether what it finds is taken as known. */
	readonly isBaseline: boolean;
}

/** What the last poll with events gave to n8n, for a process that does not know what became of it. */
export interface HandedOut {
	/** The process that gave it. */
	readonly process: string;
	/** By hour: packed ids of rows whose status, and hashes of replies, came out. */
	readonly hours: Readonly<Record<string, { readonly receipts: string; readonly replies: string }>>;
	/** What was known of the blacklist before numbers came out. */
	readonly blacklist: readonly BlacklistState[];
}

/** What is known of the report. Times are clock readings in France, as the milliseconds of the same in UTC. */
export interface ReportState {
	/** The first hour that is watched. */
	readonly from: number;
	readonly polledAt: number;
	/** When the last way back through three days, and through all that is watched, began. */
	readonly hourlyAt?: number;
	readonly dailyAt?: number;
	readonly sweep?: Sweep;
	/** By hour. */
	readonly hours: Readonly<Record<string, KnownHour>>;
}

/** What is remembered between polls: plain JSON, without a number or a text in it. */
export interface PollingState {
	readonly version: 1;
	/** Hash of account and node: another one is another baseline. */
	readonly owner: string;
	/** Counts the polls: the higher, the newer. */
	readonly sequence: number;
	readonly handedOut?: HandedOut;
	/** Absent while it is not read, or until it was read for the first time. */
	readonly report?: ReportState;
	readonly blacklist?: BlacklistState;
	/** What was known of the blacklist before changes that another process gave out, which come out once more. */
	readonly earlierBlacklists?: readonly BlacklistState[];
}

/**
 * Reads what n8n kept.
 * @returns undefined when there is nothing, or it is of another account, another node or another version
 */
export function readState(stored: unknown, owner: string): PollingState | undefined {
	return isState(stored) && stored.owner === owner ? stored : undefined;
}

function isState(stored: unknown): stored is PollingState {
	return (
		typeof stored === 'object' &&
		stored !== null &&
		Reflect.get(stored, 'version') === 1 &&
		typeof Reflect.get(stored, 'sequence') === 'number'
	);
}
