import type { InvalidInputError } from '../../api/errors';
import type { Account } from '../../api/wire/account';
import type { Failure } from '../../api/wire/failure';
import type { Operation } from '../operation';
import type { Pending, Settled, Step } from '../task';
import { failed } from '../task';
import type { Throttle } from './batches';
import { cutIntoBatches, dispatch } from './batches';
import { invalidInput } from './failures';
import type { SendLedger } from './ledger';

/** The item index of prerequisites in the ledger: they belong to the run, not to an item. */
const NO_ITEM = -1;

/**
 * Obtains what tasks require, each requirement once, and finalizes the tasks with it. A task fails if a
 * requirement cannot be resolved, or if the task no longer fits once it is final.
 */
export async function resolvePrerequisites(
	operation: Operation,
	account: Account,
	pending: readonly Pending[],
	ledger: SendLedger,
	throttle: Throttle,
): Promise<Step> {
	const { prerequisite } = operation;
	const required = new Set(pending.flatMap(({ task }) => task.requires ?? []));
	if (!prerequisite || required.size === 0) return { pending, settled: [] };

	const requests = [...required].map((requirement, index): Pending => ({
		index,
		itemIndex: NO_ITEM,
		key: requirement,
		task: { request: requirement },
	}));
	const known = requests.flatMap((request) => ledger.restore(request) ?? []);
	const isKnown = new Set(known.map(({ index }) => index));
	const asked = await dispatch(
		{
			idempotent: prerequisite.idempotent,
			execute: async (_, [requirement]) => [
				{ resolved: await prerequisite.resolve(account, String(requirement)) },
			],
		},
		account,
		cutIntoBatches(
			requests.filter(({ index }) => !isKnown.has(index)),
			1,
		),
		ledger,
		throttle,
	);
	const resolved = new Map<string, string>();
	const unresolved = new Map<string, Failure>();
	for (const one of [...known, ...asked]) {
		const requirement = requests[one.index]?.key ?? '';
		if (one.outcome === 'failed') unresolved.set(requirement, one.failure);
		else if (one.outcome === 'accepted' && 'resolved' in one.result)
			resolved.set(requirement, String(one.result.resolved));
	}
	return finalizeAll(operation, pending, resolved, unresolved);
}

/** Writes tasks anew with what they require; those whose requirement is not there fail. */
function finalizeAll(
	{ prerequisite, finalize }: Operation,
	pending: readonly Pending[],
	resolved: ReadonlyMap<string, string>,
	unresolved: ReadonlyMap<string, Failure>,
): Step {
	const settled: Settled[] = [];
	const final: Pending[] = [];
	for (const one of pending) {
		const { requires = [] } = one.task;
		const missing = requires.find((requirement) => unresolved.has(requirement));
		const cause = unresolved.get(missing ?? '');
		if (missing !== undefined && cause && prerequisite) {
			settled.push(failed(one, prerequisite.failure(missing, cause)));
			continue;
		}
		try {
			const task = requires.length > 0 && finalize ? finalize(one.task, resolved) : one.task;
			final.push({ ...one, task, prepared: one.task });
		} catch (error) {
			// A short link may be longer than its stand-in.
			settled.push(failed(one, invalidInput(error as InvalidInputError)));
		}
	}
	return { settled, pending: final };
}
