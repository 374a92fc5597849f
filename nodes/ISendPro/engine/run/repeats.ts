import type { Operation } from '../operation';
import type { Pending, Settled, Step } from '../task';

/** A task that asks for the same as an earlier one of the run. */
interface Repeat {
	readonly pending: Pending;
	/** Place of the earlier one in the output. */
	readonly original: number;
}

/**
 * Sets aside each task that asks for the same as another of the run, be that restored or before it, unless
 * it may repeat it.
 * @returns the tasks that are left, and the repeats
 */
export function separateRepeats({ settled, pending }: Step): {
	unique: Pending[];
	repeats: Repeat[];
} {
	const originals = new Map<string, number>();
	for (const { index, task, outcome } of settled) {
		const { duplicateKey } = task;
		if (duplicateKey === undefined || outcome === 'refused' || originals.has(duplicateKey))
			continue;
		originals.set(duplicateKey, index);
	}
	const unique: Pending[] = [];
	const repeats: Repeat[] = [];
	for (const one of pending) {
		const { duplicateKey, mayRepeat } = one.task;
		const original = duplicateKey === undefined ? undefined : originals.get(duplicateKey);
		if (duplicateKey !== undefined && original === undefined)
			originals.set(duplicateKey, one.index);
		if (original === undefined || mayRepeat) unique.push(one);
		else repeats.push({ pending: one, original });
	}
	return { unique, repeats };
}

/** Settles each repeat by what became of the task that it repeats. */
export function settleRepeats(
	{ onDuplicate }: Operation,
	repeats: readonly Repeat[],
	settled: readonly Settled[],
): Settled[] {
	if (repeats.length === 0) return [];
	const byIndex = new Map(settled.map((one) => [one.index, one]));
	return repeats.flatMap(({ pending, original }): Settled[] => {
		const first = byIndex.get(original);
		if (!first) return [];
		const { index, itemIndex } = pending;
		const place = { index, itemIndex, repeatedItem: first.itemIndex };
		// The text of the first one may have been finalized since.
		const task = { ...pending.task, outputDetails: first.task.outputDetails };
		const isDone = first.outcome === 'accepted' || first.outcome === 'checked';
		if (isDone && onDuplicate === 'skip') return [{ ...place, task, outcome: 'skipped' }];
		return [{ ...first, ...place, task }];
	});
}
