import type { Operation } from '../operation';
import type { Pending, Place, Settled, Step, Task } from '../task';
import { failed } from '../task';
import { lostInCrash } from './failures';
import type { SendLedger } from './ledger';
import type { ItemPlan, Plan } from './plan';

/**
 * Restores what earlier tries of the run settled. It counts more than the check of the item: even if
 * the check fails now (its time has passed, a text no longer fits), what was accepted, refused for good
 * or is unknown stays so, and only the rest of the item is refused.
 * A question is refused even if there is no rest: without its input the node cannot wait for the answer.
 * @returns everything that the input items ask for, in order
 */
export function restore({ waiting }: Operation, { items }: Plan, ledger: SendLedger): Step {
	const settled: Settled[] = [];
	const pending: Pending[] = [];
	let index = 0;
	for (const [itemIndex, item] of items.entries()) {
		if ('error' in item) {
			const restored = restoreRefused(item, { index, itemIndex }, ledger, Boolean(waiting));
			settled.push(...restored);
			index += restored.length;
			continue;
		}
		const keyOf = keysOf(item.tasks);
		for (const task of item.tasks) {
			const one: Pending = { index, itemIndex, key: keyOf(task), task };
			const known = ledger.isLost ? lost(one) : ledger.restore(one);
			if (known) settled.push(known);
			else pending.push(one);
			index += 1;
		}
	}
	return { settled, pending };
}

/**
 * The keys of an item's tasks, in order: by its name, and how often that name came before. Not by its
 * text, which may hold the time of day.
 */
function keysOf(tasks: readonly Task[]): (task: Task) => string {
	if (tasks.length === 1) return (task) => keyFor(task, 0);
	const occurrences = new Map<string, number>();
	return (task) => {
		const name = keyFor(task, 0);
		const occurrence = occurrences.get(name) ?? 0;
		occurrences.set(name, occurrence + 1);
		return occurrence === 0 ? name : keyFor(task, occurrence);
	};
}

function keyFor({ identity = {} }: Task, occurrence: number): string {
	return `${JSON.stringify(identity)} ${occurrence}`;
}

function lost(pending: Pending): Settled {
	return { ...failed(pending, lostInCrash()), isRestored: true };
}

function restoreRefused(
	{ error, identity }: Extract<ItemPlan, { error: Error }>,
	{ index, itemIndex }: Place,
	ledger: SendLedger,
	waits: boolean,
): Settled[] {
	if (ledger.isLost) return [lost({ index, itemIndex, key: '', task: { identity, request: {} } })];
	const restored = ledger.restoreItem({ index, itemIndex, error });
	const isRefused = restored.some(({ outcome }) => outcome === 'refused');
	if (isRefused || (restored.length > 0 && !waits)) return restored;
	const place = { index: index + restored.length, itemIndex };
	return [...restored, { ...place, task: { identity }, outcome: 'refused', error }];
}
