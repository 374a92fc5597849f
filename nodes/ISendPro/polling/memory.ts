import type { PollingState } from './state';

/** What a process of n8n remembers of one node, as long as it runs. */
export interface Memory {
	isPolling: boolean;
	/** The newest state, also of polls without events, which n8n does not store. */
	state?: PollingState;
	/** The sequence of the last state that was given to n8n with events. */
	emitted: number;
}

const memories = new Map<string, Memory>();

/** The memory of the node at a place: n8n may have several timers for one node, each with data of its own. */
export function memoryOf(place: string): Memory {
	const memory = memories.get(place) ?? { isPolling: false, emitted: -1 };
	memories.set(place, memory);
	return memory;
}

/**
 * The state to go on from: what n8n stored, or what this process knows where that is newer.
 * @param owner of the account and the node as they are now
 * @param mayBeDropped whether n8n may have dropped what the last poll gave, and with it the state
 */
export function newestState(
	{ state, emitted }: Memory,
	stored: PollingState | undefined,
	owner: string,
	mayBeDropped: boolean,
): PollingState | undefined {
	if (!state || state.owner !== owner) return stored;
	if (!stored) return state;
	if (stored.sequence >= state.sequence) return stored;
	return mayBeDropped && stored.sequence < emitted ? stored : state;
}
