import { lostInCrash } from './failures';
import type { Pending, Settled, Step } from '../task';
import { failed } from '../task';
import type { SendLedger } from './ledger';
import type { ItemPlan, Plan } from './plan';

/**
 * Settles what an earlier try of the run has settled already, before the check of an item has a say:
 * whatever is wrong with it now (its time has passed, a text no longer fits), what was accepted, refused
 * for good or is unknown stays so. What is left of an item that cannot be used is refused.
 * @returns everything that the input items ask for, in order
 */
export function restore({ items }: Plan, ledger: SendLedger): Step {
	const settled: Settled[] = [];
	const pending: Pending[] = [];
	let index = 0;
	for (const [itemIndex, item] of items.entries()) {
		for (const one of 'tasks' in item
			? restoreTasks(item.tasks, itemIndex, ledger)
			: restoreRefused(item, itemIndex, ledger)) {
			if ('outcome' in one) settled.push({ ...one, index });
			else pending.push({ ...one, index });
			index += 1;
		}
	}
	return { settled, pending };
}

function restoreTasks(
	tasks: Extract<ItemPlan, { input: unknown }>['tasks'],
	itemIndex: number,
	ledger: SendLedger,
): Array<Settled | Pending> {
	const occurrences = new Map<string, number>();
	return tasks.map((task) => {
		// By its name, and how often that name came before. Not by its text, which may hold the time of day.
		const name = JSON.stringify(task.identity ?? {});
		const occurrence = occurrences.get(name) ?? 0;
		occurrences.set(name, occurrence + 1);
		const pending: Pending = { index: 0, itemIndex, key: `${name} ${occurrence}`, task };
		if (ledger.isLost) return { ...failed(pending, lostInCrash()), isRestored: true };
		return ledger.restore(pending) ?? pending;
	});
}

function restoreRefused(
	{ error, identity }: Extract<ItemPlan, { error: Error }>,
	itemIndex: number,
	ledger: SendLedger,
): Settled[] {
	const place = { index: 0, itemIndex };
	if (ledger.isLost) {
		const failure = lostInCrash();
		return [{ ...place, task: { identity }, outcome: 'failed', failure, isRestored: true }];
	}
	const { settled, left } = ledger.restoreItem(itemIndex);
	const isKnown = settled.length + left.length > 0;
	const refused = isKnown ? left : [{ identity }];
	return [
		...settled,
		...refused.map((task): Settled => ({ ...place, task, outcome: 'refused', error })),
	];
}
