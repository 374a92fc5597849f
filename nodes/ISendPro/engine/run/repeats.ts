import type { Operation } from '../operation';
import type { Pending, Settled, Step, Task, TaskDescription } from '../task';
import type { SendLedger } from './ledger';

/** When a task repeats another one of the run. */
interface RepeatRule {
	keyOf(task: TaskDescription): string | undefined;
	/** Whether a task is executed all the same. */
	mayRepeat(task: Task): boolean | undefined;
	/** Why a task is skipped that repeats one of that input item. */
	reason(itemIndex: number): string;
}

/** Tasks that ask for the same. */
export const SAME_REQUEST: RepeatRule = {
	keyOf: ({ duplicateKey }) => duplicateKey,
	mayRepeat: ({ mayRepeat }) => mayRepeat,
	reason: (itemIndex) => `Repeats item ${itemIndex}: the same message is sent once in a run`,
};

/** Tasks that are about the same, whatever they ask for. */
export const SAME_ONCE_KEY: RepeatRule = {
	keyOf: ({ onceKey }) => onceKey,
	mayRepeat: () => false,
	reason: (itemIndex) => `Repeats item ${itemIndex}, which has the same Once Key`,
};

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
export function separateRepeats(
	{ settled, pending }: Step,
	{ keyOf, mayRepeat }: RepeatRule = SAME_REQUEST,
): { unique: Pending[]; repeats: Repeat[] } {
	const originals = new Map<string, number>();
	for (const { index, task, outcome } of settled) {
		const key = keyOf(task);
		if (key === undefined || outcome === 'refused' || originals.has(key)) continue;
		originals.set(key, index);
	}
	const unique: Pending[] = [];
	const repeats: Repeat[] = [];
	for (const one of pending) {
		const key = keyOf(one.task);
		const original = key === undefined ? undefined : originals.get(key);
		if (key !== undefined && original === undefined) originals.set(key, one.index);
		if (original === undefined || mayRepeat(one.task)) unique.push(one);
		else repeats.push({ pending: one, original });
	}
	return { unique, repeats };
}

/**
 * Settles each repeat by what became of the task that it repeats.
 * @param ledger told of what is skipped: at a later try, a repeat may be written otherwise
 */
export function settleRepeats(
	onDuplicate: Operation['onDuplicate'],
	repeats: readonly Repeat[],
	settled: readonly Settled[],
	ledger: SendLedger,
	{ reason }: RepeatRule = SAME_REQUEST,
): Settled[] {
	if (repeats.length === 0) return [];
	const byIndex = new Map(settled.map((one) => [one.index, one]));
	return repeats.flatMap(({ pending, original }): Settled[] => {
		const first = byIndex.get(original);
		if (!first) return [];
		const { index, itemIndex } = pending;
		const place = { index, itemIndex, repeatedItem: first.itemIndex };
		const isSame = first.task.duplicateKey === pending.task.duplicateKey;
		// The text of the first one may have been finalized since.
		const { outputDetails } = isSame ? first.task : pending.task;
		const task = { ...pending.task, outputDetails };
		const isDone = first.outcome === 'accepted' || first.outcome === 'checked';
		// An earlier run has done both: neither is a repeat within this one.
		if (first.outcome === 'skipped') return [{ ...first, index, itemIndex, task }];
		if (!isDone || onDuplicate === 'share') return [{ ...first, ...place, task }];
		const skipped: Settled = {
			...place,
			task,
			outcome: 'skipped',
			reason: reason(first.itemIndex),
		};
		if (first.outcome === 'accepted') ledger.record(pending, skipped);
		return [skipped];
	});
}
