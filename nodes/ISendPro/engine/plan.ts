import type { Operation, Outcome } from './operation';

/** One unit of an input item on its way to an outcome. */
export interface Entry<Unit> {
	itemIndex: number;
	unit: Unit;
	/** The earlier entry that asks for the same. */
	repeats?: Entry<Unit>;
	outcome?: Outcome;
}

/** Entries that share a request. */
export type Batch<Unit> = [Entry<Unit>, ...Array<Entry<Unit>>];

/** Marks each entry that asks for the same as an earlier one. */
export function markDuplicates<Unit>(
	operation: Operation<unknown, Unit>,
	entries: Array<Entry<Unit>>,
): void {
	const first = new Map<string, Entry<Unit>>();
	for (const entry of entries) {
		const key = operation.duplicateKey(entry.unit);
		if (key === undefined) continue;
		const earlier = first.get(key);
		if (earlier) entry.repeats = earlier;
		else first.set(key, entry);
	}
}

/**
 * Puts entries whose keys are equal into batches, in the order in which keys come first.
 * @param size the most entries of a batch
 */
export function cutIntoBatches<Unit>(
	operation: Operation<unknown, Unit>,
	entries: Array<Entry<Unit>>,
	size: number,
): Array<Batch<Unit>> {
	const groups = new Map<string, Array<Batch<Unit>>>();
	for (const entry of entries) {
		const key = operation.batchKey(entry.unit);
		const batches = groups.get(key) ?? [];
		const last = batches.at(-1);
		if (last && last.length < size) last.push(entry);
		else batches.push([entry]);
		groups.set(key, batches);
	}
	return [...groups.values()].flat();
}
