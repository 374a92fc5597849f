import { createHash } from 'crypto';
import type { IContextObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../api/wire/failure';
import type { Operation } from '../operation';
import { isObject } from '../reading/plain-data';
import type { Accepted, Pending, Place, Settled, Task, TaskDescription } from '../task';
import { isRetryAfterCrash } from './crash';
import { interrupted } from './failures';

/** What the ledger holds of one task. With its description alone, it may be submitted. */
interface Entry {
	readonly task: TaskDescription;
	readonly result?: Accepted;
	readonly failure?: Failure;
	/** It was skipped as a repeat of this item, which was accepted. */
	readonly repeatedItem?: number;
	/** Why it was skipped. */
	readonly reason?: string;
	/** Hash of a refused request: another request may be submitted. What may have been sent blocks any. */
	readonly requestHash?: string;
}

/** The entries of a run, by input item and by task. */
interface Records {
	/** n8n was killed in an earlier try, before its ledger was stored. */
	isLost?: boolean;
	readonly entries: Record<number, Record<string, Entry>>;
}

/**
 * What was accepted, refused for good or may have been done, so that n8n's "Retry On Fail" and a later
 * retry of the execution never do it twice.
 */
export interface SendLedger {
	/** Names this run of the node: the same at every try, another at every run. */
	readonly runId: string;
	/** Nothing tells what an earlier try submitted. */
	readonly isLost: boolean;
	/** What an earlier try settled for a task, where that still holds. */
	restore(pending: Pending): Settled | undefined;
	/**
	 * What earlier tries know of an input item whose input can no longer be used, in order: what they
	 * settled stays so, and the rest is refused.
	 */
	restoreItem(item: Place & { readonly error: Error }): Settled[];
	/** To be called with all that is left to do, in order: an item that is refused later names it. */
	expect(pending: readonly Pending[]): void;
	/** To be called before the request, so that even an interruption is known. */
	markInFlight(pending: Pending): void;
	/** To be called with what became of the task. */
	record(pending: Pending, settled: Settled): void;
	/** Once the run has ended in a way that n8n does not repeat, the execution's data stay small. */
	clear(): void;
}

/** For operations that may be executed again: nothing is kept. */
const NO_LEDGER: SendLedger = {
	runId: '',
	isLost: false,
	restore: () => undefined,
	restoreItem: () => [],
	expect: () => {},
	markInFlight: () => {},
	record: () => {},
	clear: () => {},
};

/** Writes circular values as JSON: each object once. */
function stringifyCircular(value: unknown): string {
	const written = new WeakSet();
	return JSON.stringify(value, (_, part: unknown) => {
		if (typeof part === 'bigint') return String(part);
		if (!isObject(part)) return part;
		if (written.has(part)) return 'again';
		written.add(part);
		return part;
	});
}

function hash(value: unknown): string {
	let text: string;
	try {
		text = JSON.stringify(value);
	} catch {
		text = stringifyCircular(value);
	}
	return createHash('sha256').update(text).digest('base64url');
}

/** Of the task as it was prepared: its short links may differ at the next try. */
function hashRequest({ task, prepared = task }: Pending): string {
	return hash([prepared.request, prepared.requires]);
}

function describe(task: TaskDescription): TaskDescription {
	const { identity, outputDefaults, outputDetails, userReference, duplicateKey, onceKey } = task;
	return { identity, outputDefaults, outputDetails, userReference, duplicateKey, onceKey };
}

/**
 * Opens the ledger of a run. It lives in the execution's data, which outlives both kinds of retry, and
 * is kept apart for each input and, in loops, for each run of the node. n8n counts every try of an AI
 * agent's tool as a run, so there the input alone counts.
 *
 * To be called before anything can fail: a run that leaves no trace was killed.
 * @param items the node's input
 */
export function openLedger(
	context: IExecuteFunctions,
	{ idempotent }: Operation,
	items: INodeExecutionData[],
): SendLedger {
	if (idempotent) return NO_LEDGER;
	const isTool = context.getNode().type.endsWith('Tool');
	const run = isTool ? 'tool' : `run ${context.getWorkflowDataProxy(0).$runIndex}`;
	const store: IContextObject = context.getContext('node');
	const name = `${run} of ${hash(items.map(({ json }) => json))}`;
	const found = store[name] as Partial<Records> | undefined;
	// What version 0.1.0 of this package left there cannot be read.
	const isLost = found ? !found.entries || found.isLost : !isTool && isRetryAfterCrash(context);
	const { entries } = (store[name] = { entries: found?.entries ?? {}, isLost } satisfies Records);
	const inFlight = interrupted();

	return {
		runId: hash(name).slice(0, 8),
		isLost: isLost ?? false,
		restore(pending) {
			const entry = entries[pending.itemIndex]?.[pending.key];
			if (!entry) return undefined;
			const { failure, requestHash } = entry;
			const holds = failure?.status !== 'rejected' || requestHash === hashRequest(pending);
			return holds ? settledBy(entry, pending, pending.task) : undefined;
		},
		restoreItem({ index, itemIndex, error }) {
			return Object.values(entries[itemIndex] ?? {}).map((entry, position): Settled => {
				const place = { index: index + position, itemIndex };
				const refused = { ...place, task: entry.task, outcome: 'refused', error } as const;
				return settledBy(entry, place) ?? refused;
			});
		},
		expect(pending) {
			for (const { itemIndex, key, task } of pending) {
				(entries[itemIndex] ??= {})[key] ??= { task: { identity: task.identity } };
			}
		},
		markInFlight({ itemIndex, key, task }) {
			(entries[itemIndex] ??= {})[key] = { task: describe(task), failure: inFlight };
		},
		record(pending, settled) {
			const ofItem = (entries[pending.itemIndex] ??= {});
			const { task = describe(pending.task) } = ofItem[pending.key] ?? {};
			if (settled.outcome === 'accepted') {
				ofItem[pending.key] = { task, result: settled.result };
			} else if (settled.outcome === 'failed' && settled.failure.isFinal) {
				const { failure } = settled;
				ofItem[pending.key] = { task, failure, requestHash: hashRequest(pending) };
			} else if (settled.outcome === 'skipped') {
				const { repeatedItem, reason } = settled;
				ofItem[pending.key] = { task: describe(settled.task), repeatedItem, reason };
			} else {
				ofItem[pending.key] = { task };
			}
		},
		clear() {
			delete store[name];
		},
	};
}

function settledBy(
	{ task, result, failure, repeatedItem, reason = '' }: Entry,
	{ index, itemIndex }: Place,
	current?: Task,
): Settled | undefined {
	// The output shows what was submitted, not what would be written now: a text may have the time of day.
	// Its repeats are written now, so they are found by its present keys.
	const { duplicateKey = task.duplicateKey, onceKey = task.onceKey } = current ?? {};
	const restored = { ...current, ...task, duplicateKey, onceKey };
	const described = { index, itemIndex, task: restored, isRestored: true };
	if (result) return { ...described, outcome: 'accepted', result };
	if (repeatedItem !== undefined) return { ...described, repeatedItem, reason, outcome: 'skipped' };
	return failure && { ...described, outcome: 'failed', failure };
}
