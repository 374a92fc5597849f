import type { IExecuteFunctions } from 'n8n-workflow';

/** How many once keys a node remembers: the last ones. n8n keeps them in one row of its database. */
export const MAX_ONCE_KEYS = 10_000;

/** The once keys of a node, as n8n's deduplication service keeps them. */
export interface OnceKeys {
	/** Remembers keys, and tells which of them it did not know. */
	claim(keys: readonly string[]): Promise<ReadonlySet<string>>;
	/** Adds keys again that another process of n8n has overwritten meanwhile. */
	confirm(keys: readonly string[]): Promise<unknown>;
	release(keys: readonly string[]): Promise<unknown>;
}

const turns = new Map<string, Promise<unknown>>();

/** Does work once all earlier work of that place has ended: n8n's service has no lock. */
async function inTurn<Value>(place: string, work: () => Promise<Value>): Promise<Value> {
	const own = (turns.get(place) ?? Promise.resolve()).then(work);
	const settled = own.catch(() => undefined);
	turns.set(place, settled);
	try {
		return await own;
	} finally {
		if (turns.get(place) === settled) turns.delete(place);
	}
}

/** Opens the once keys of the node. */
export function openOnceKeys(
	context: Pick<IExecuteFunctions, 'getNode' | 'getWorkflow' | 'helpers'>,
): OnceKeys {
	const { helpers } = context;
	const place = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	// What this run adds must not push out what is remembered: most of it may be released again.
	const optionsFor = ({ length }: readonly string[]) =>
		({ mode: 'entries', maxEntries: MAX_ONCE_KEYS + length }) as const;
	const record = async (keys: readonly string[]) =>
		await helpers.checkProcessedAndRecord([...keys], 'node', optionsFor(keys));
	return {
		claim: async (keys) =>
			await inTurn(place, async () => {
				const { new: added, processed } = await record(keys);
				if (added.length + processed.length !== keys.length)
					throw new Error('n8n does not say which keys are new');
				return new Set(added.map(String));
			}),
		confirm: async (keys) => await inTurn(place, async () => await record(keys)),
		release: async (keys) =>
			await inTurn(
				place,
				async () => await helpers.removeProcessed([...keys], 'node', optionsFor(keys)),
			),
	};
}
