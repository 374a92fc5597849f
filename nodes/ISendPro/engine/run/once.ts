import { createHash } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { RunOptions } from '../operation';
import { notReleasedHint, outputHint } from '../output/hints';
import type { Pending, Settled, Step } from '../task';
import { failed } from '../task';
import { executionStopped, onceKeysUnavailable, tooManyOnceKeys } from './failures';
import type { SendLedger } from './ledger';
import { SAME_ONCE_KEY, separateRepeats, settleRepeats } from './repeats';

/** How many once keys a node remembers: the last ones. n8n keeps them in one row of its database. */
export const MAX_ONCE_KEYS = 10_000;

type Context = Pick<
	IExecuteFunctions,
	'addExecutionHints' | 'getExecutionCancelSignal' | 'getNode' | 'getWorkflow' | 'helpers'
>;

/** The once keys of a node, as n8n's deduplication service keeps them. */
interface Memory {
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

function openMemory(context: Context): Memory {
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
async function claim(context: Context, memory: Memory, pending: readonly Pending[]): Promise<Step> {
	const keyed = pending.filter(hasOnceKey);
	const refuse = (failure: ReturnType<typeof executionStopped>): Step => ({
		pending: [],
		settled: pending.map((one) => failed(one, failure)),
	});
	if (keyed.length > MAX_ONCE_KEYS) return refuse(tooManyOnceKeys(keyed.length, MAX_ONCE_KEYS));
	if (context.getExecutionCancelSignal()?.aborted) return refuse(executionStopped());
	try {
		const added = await memory.claim(keyed.map(keyOf));
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
	submit: (step: Step) => Promise<Settled[]>,
): Promise<Settled[]> {
	if (!step.pending.some(hasOnceKey)) return await submit(step);
	const { unique, repeats } = separateRepeats(step, SAME_ONCE_KEY);
	const memory = openMemory(context);
	const claimed = dryRun ? { settled: [], pending: unique } : await claim(context, memory, unique);
	const keyed = dryRun ? [] : claimed.pending.filter(hasOnceKey);
	let submitted: readonly Settled[] | undefined;
	try {
		submitted = await submit({ settled: step.settled, pending: claimed.pending });
	} finally {
		const known = submitted ?? keyed.flatMap((one) => ledger.restore(one) ?? []);
		const done = new Set(known.filter(mayBeDone).map(({ index }) => index));
		await settleKeys(context, memory, keyed, ({ index }) => done.has(index));
	}
	const settled = [...claimed.settled, ...submitted];
	return [...settled, ...settleRepeats('skip', repeats, settled, ledger, SAME_ONCE_KEY)];
}

/** Keeps the keys of what is done or may be, and releases the rest. */
async function settleKeys(
	context: Context,
	memory: Memory,
	claimed: readonly Pending[],
	isDone: (pending: Pending) => boolean,
): Promise<void> {
	const kept = claimed.filter(isDone).map(keyOf);
	const released = claimed.filter((one) => !isDone(one)).map(keyOf);
	try {
		if (released.length > 0) await memory.release(released);
		if (kept.length > 0) await memory.confirm(kept);
	} catch {
		// What was sent counts more than this.
		if (released.length > 0)
			context.addExecutionHints(outputHint(notReleasedHint(released.length)));
	}
}
