import { createHash } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../../api/wire/failure';
import type { Funds, RunOptions } from '../operation';
import type { Pending, Settled, Step } from '../task';
import { failed } from '../task';
import { executionStopped, onceKeysUnavailable, tooManyOnceKeys } from './failures';
import type { SendLedger } from './ledger';
import type { OnceKeys } from './once-keys';
import { MAX_ONCE_KEYS, openOnceKeys } from './once-keys';
import { SAME_ONCE_KEY, separateRepeats, settleRepeats } from './repeats';

type Context = Pick<
	IExecuteFunctions,
	'getExecutionCancelSignal' | 'getNode' | 'getWorkflow' | 'helpers'
>;

/** What n8n stores of a once key: nothing that can be read. */
const keyOf = ({ task: { onceKey = '' } }: Pending) =>
	createHash('sha256').update(onceKey).digest('base64url');

const hasOnceKey = ({ task }: Pending) => task.onceKey !== undefined;

/** Done, or maybe done: whoever asks for the same again gets nothing. */
function mayBeDone(settled: Settled): boolean {
	if (settled.outcome === 'failed') return settled.failure.status === 'unknown';
	return settled.outcome === 'accepted' || settled.outcome === 'skipped';
}

/** Records the once keys of tasks before they are submitted; skips what an earlier run has recorded. */
async function claim(
	context: Context,
	onceKeys: OnceKeys,
	pending: readonly Pending[],
): Promise<Step> {
	const keyed = pending.filter(hasOnceKey);
	const refuse = (failure: Failure): Step => ({
		pending: [],
		settled: pending.map((one) => failed(one, failure)),
	});
	if (keyed.length > MAX_ONCE_KEYS) return refuse(tooManyOnceKeys(keyed.length, MAX_ONCE_KEYS));
	if (context.getExecutionCancelSignal()?.aborted) return refuse(executionStopped());
	try {
		const added = await onceKeys.claim(keyed.map(keyOf));
		const isNew = (one: Pending) => !hasOnceKey(one) || added.has(keyOf(one));
		const skipped = pending.filter((one) => !isNew(one));
		return {
			pending: pending.filter(isNew),
			settled: skipped.map(({ index, itemIndex, task }) => ({
				...{ index, itemIndex, task, outcome: 'skipped' },
				reason:
					'An earlier run of this node with the same Once Key has sent it, or may have. To send it again, e.g. in a test, change the Once Key',
			})),
		};
	} catch (error) {
		return refuse(onceKeysUnavailable((error as Error).message));
	}
}

/** What was submitted, settled, and credit and price where they were asked for. */
export interface Submitted {
	readonly settled: readonly Settled[];
	readonly funds?: Funds;
}

/** A run whose tasks were submitted once. */
interface SubmittedOnce extends Submitted {
	/** How many once keys of what was not done could not be released. */
	readonly unreleased: number;
}

/**
 * Has each once key submitted once: within the run, and by all runs of the node. The keys are recorded
 * before the requests, so that nothing is done twice if n8n is killed in between; what was surely not
 * done is released again, also if `submit` throws.
 * @param step what earlier tries have settled, and what is left to do
 * @param submit settles what is left of a step; gives all that the step holds, settled
 * @returns everything, settled
 */
export async function submitOnce(
	context: Context,
	{ dryRun = false }: RunOptions,
	step: Step,
	ledger: SendLedger,
	submit: (step: Step) => Promise<Submitted>,
): Promise<SubmittedOnce> {
	if (!step.pending.some(hasOnceKey)) return { ...(await submit(step)), unreleased: 0 };
	const { unique, repeats } = separateRepeats(step, SAME_ONCE_KEY);
	const onceKeys = openOnceKeys(context);
	const claimed = dryRun
		? { settled: [], pending: unique }
		: await claim(context, onceKeys, unique);
	const keyed = dryRun ? [] : claimed.pending.filter(hasOnceKey);
	let submitted: Submitted | undefined;
	let unreleased = 0;
	try {
		submitted = await submit({ settled: step.settled, pending: claimed.pending });
	} finally {
		const known = submitted?.settled ?? keyed.flatMap((one) => ledger.restore(one) ?? []);
		unreleased = await settleKeys(onceKeys, keyed, known);
	}
	const settled = [...claimed.settled, ...submitted.settled];
	const repeated = settleRepeats('skip', repeats, settled, ledger, SAME_ONCE_KEY);
	return { ...submitted, settled: [...settled, ...repeated], unreleased };
}

/**
 * Keeps the keys of what is done or may be, and releases the rest.
 * @returns how many could not be released
 */
async function settleKeys(
	onceKeys: OnceKeys,
	claimed: readonly Pending[],
	settled: readonly Settled[],
): Promise<number> {
	const done = new Set(settled.filter(mayBeDone).map(({ index }) => index));
	const kept = claimed.filter(({ index }) => done.has(index)).map(keyOf);
	const released = claimed.filter(({ index }) => !done.has(index)).map(keyOf);
	try {
		if (released.length > 0) await onceKeys.release(released);
		if (kept.length > 0) await onceKeys.confirm(kept);
		return 0;
	} catch {
		// What was sent counts more than this.
		return released.length;
	}
}
