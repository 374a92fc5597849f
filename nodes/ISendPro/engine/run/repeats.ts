import type { Operation } from '../operation';
import type { Pending, Settled, Step } from '../task';
import type { SendLedger } from './ledger';

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

/**
 * Settles each repeat by what became of the task that it repeats.
 * @param ledger told of what is skipped: at a later try, a repeat may be written otherwise
 */
export function settleRepeats(
	{ onDuplicate }: Operation,
	repeats: readonly Repeat[],
	settled: readonly Settled[],
	ledger: SendLedger,
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
		if (!isDone || onDuplicate === 'share') return [{ ...first, ...place, task }];
		const skipped: Settled = { ...place, task, outcome: 'skipped' };
		if (first.outcome === 'accepted') ledger.record(pending, skipped);
		return [skipped];
	});
}
