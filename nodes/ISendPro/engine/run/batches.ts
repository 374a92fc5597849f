import { sleep } from 'n8n-workflow';
import { InvalidInputError, UnreadableAnswerError } from '../../api/errors';
import type { Account } from '../../api/wire/account';
import type { Failure } from '../../api/wire/failure';
import {
	asIdempotent,
	outcomeUnknown,
	RequestFailed,
	unanswered,
	unreadableFile,
} from '../../api/wire/failure';
import type { NonEmpty, Operation } from '../operation';
import type { Failed, Pending, Result, Settled } from '../task';
import { failed, isFailure } from '../task';
import { CircuitBreaker } from './circuit-breaker';
import { executionStopped, invalidInput, timeHasPassed } from './failures';
import type { SendLedger } from './ledger';

/** Tasks that share a request. */
export type Batch = NonEmpty<Pending>;

/** How the requests of a run follow each other. */
export interface Throttle {
	/** Milliseconds between two requests. */
	readonly intervalMs: number;
	/** Aborted when the user stops the execution. */
	readonly signal?: AbortSignal;
}

/** Milliseconds after which a pause looks whether the execution was stopped. */
const MAX_SLEEP_MS = 1_000;

/** What is executed in batches. */
type Executable = Pick<Operation, 'idempotent' | 'execute'>;

/**
 * Puts tasks whose keys are equal into batches, in the order in which keys come first.
 * @param size the most tasks of a batch
 * @param maxWeight the most that their weights may come to
 */
export function cutIntoBatches(
	pending: readonly Pending[],
	size: number,
	maxWeight = Infinity,
): Batch[] {
	const groups = new Map<string | undefined, OpenBatch[]>();
	for (const one of pending) {
		const { batchKey, weight = 0 } = one.task;
		const batches = groups.get(batchKey) ?? [];
		const last = batches.at(-1);
		if (last && last.tasks.length < size && last.weight + weight <= maxWeight) {
			last.tasks.push(one);
			last.weight += weight;
		} else batches.push({ tasks: [one], weight });
		groups.set(batchKey, batches);
	}
	return [...groups.values()].flat().map(({ tasks }) => tasks);
}

/** A batch that may still get tasks. */
interface OpenBatch {
	tasks: [Pending, ...Pending[]];
	weight: number;
}

/**
 * Submits batch after batch. Skips a task if an earlier failure would recur, if its time has passed, or
 * if the execution was stopped.
 * @param ledger told before and after each request
 * @returns all tasks, settled
 */
export async function dispatch(
	executable: Executable,
	account: Account,
	batches: readonly Batch[],
	ledger: SendLedger,
	throttle: Throttle,
): Promise<Settled[]> {
	const breaker = new CircuitBreaker();
	const settled: Settled[] = [];
	let requests = 0;
	for (const batch of batches) {
		const [{ task: first }] = batch;
		const obstacle = breaker.reasonToSkip(first);
		if (!obstacle && requests > 0) await pause(throttle);
		const { submittable, skipped } = separateSkipped(batch, obstacle, throttle);
		settled.push(...skipped);
		if (!submittable) continue;
		requests += 1;
		if (!executable.idempotent) for (const pending of submittable) ledger.markInFlight(pending);
		const results = await resultsOf(executable, account, submittable);
		breaker.record(results, first);
		for (const [position, pending] of submittable.entries()) {
			const outcome = settle(executable, pending, results[position]);
			ledger.record(pending, outcome);
			settled.push(outcome);
		}
	}
	return settled;
}

/** Separates tasks that can still be submitted from the rest: the tasks of a batch may differ in time. */
function separateSkipped(
	batch: Batch,
	obstacle: Failure | undefined,
	{ signal }: Throttle,
): { submittable?: Batch; skipped: Failed[] } {
	const now = Date.now();
	const stopped = obstacle ?? (signal?.aborted ? executionStopped() : undefined);
	const isSkipped = ({ task }: Pending) => stopped || now >= (task.submitBefore ?? Infinity);
	const [first, ...others] = batch.filter((pending) => !isSkipped(pending));
	const skipped = batch.filter(isSkipped).map((one) => failed(one, stopped ?? timeHasPassed()));
	return { submittable: first && [first, ...others], skipped };
}

/** Waits between two requests, but no longer than the execution lives. */
async function pause({ intervalMs, signal }: Throttle): Promise<void> {
	for (let left = intervalMs; left > 0 && !signal?.aborted; left -= MAX_SLEEP_MS) {
		await sleep(Math.min(left, MAX_SLEEP_MS));
	}
}

async function resultsOf(
	{ execute }: Executable,
	account: Account,
	[first, ...others]: Batch,
): Promise<Result[]> {
	const requests = [first.task.request, ...others.map(({ task }) => task.request)] as const;
	try {
		return await execute(account, requests);
	} catch (error) {
		const failure = failureOf(error as Error);
		return requests.map(() => ({ failure }));
	}
}

function failureOf(error: Error): Failure {
	if (error instanceof RequestFailed) return error.failure;
	if (error instanceof InvalidInputError) return invalidInput(error);
	if (error instanceof UnreadableAnswerError) return unreadableFile(error.message);
	// A batch that failed in a way that nobody foresaw may have been accepted.
	return outcomeUnknown(error.message);
}

function settle(
	{ idempotent }: Executable,
	pending: Pending,
	result: Result = { failure: unanswered() },
): Settled {
	if (isFailure(result)) {
		return failed(pending, idempotent ? asIdempotent(result.failure) : result.failure);
	}
	const { index, itemIndex, task } = pending;
	return { index, itemIndex, task, outcome: 'accepted', result };
}
