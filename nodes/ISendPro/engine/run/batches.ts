import { sleep } from 'n8n-workflow';
import { InvalidInputError, UnreadableAnswerError } from '../../api/errors';
import type { Account } from '../../api/wire/account';
import type { Failure } from '../../api/wire/failure';
import {
	executionStopped,
	skippedBecauseOf,
	outcomeUnknown,
	refusedInput,
	RequestFailed,
	timeHasPassed,
	unanswered,
	unreadableFile,
	asIdempotent,
} from '../../api/wire/failure';
import type { Memory } from './ledger';
import type { NonEmpty, Operation, Result, Run, Unit } from '../operation';
import { isFailed, itemsOf } from '../output/compose';
import type { Batch } from './plan';

/** How the batches of a run follow each other. */
export interface Pace {
	/** Milliseconds between two requests. */
	interval: number;
	/** Whether the user has stopped the execution. */
	isCancelled(): boolean;
}

/** Lost answers in a row after which iSendPro is taken for dead: more would only be more doubt. */
export const MAX_LOST_ANSWERS = 2;

/** Milliseconds after which a pause looks whether the execution was stopped. */
const MAX_SLEEP_MS = 1_000;

/** Sleeps between two requests, but not longer than the execution lives. */
async function pauseFor({ interval, isCancelled }: Pace): Promise<void> {
	for (let left = interval; left > 0 && !isCancelled(); left -= MAX_SLEEP_MS) {
		await sleep(Math.min(left, MAX_SLEEP_MS));
	}
}

/** What keeps later batches from being asked for, as far as earlier ones have shown. */
class Obstacles {
	private forAll: Failure | undefined;

	private readonly forSender = new Map<string | undefined, Failure>();

	private lostAnswers = 0;

	/** The reason for which a batch need not be asked for. */
	before({ senderKey }: Unit): Failure | undefined {
		const obstacle = this.forAll ?? this.forSender.get(senderKey);
		return obstacle && skippedBecauseOf(obstacle);
	}

	/** Learns from the results of a batch. */
	note(results: Result[], { senderKey }: Unit): void {
		const failures = results.flatMap((result) => (isFailed(result) ? [result.failure] : []));
		for (const failure of failures) {
			if (failure.stops === 'sender') this.forSender.set(senderKey, failure);
			if (failure.stops === 'run') this.forAll ??= failure;
		}
		const lost = failures.find(({ status }) => status === 'unknown');
		this.lostAnswers = lost ? this.lostAnswers + 1 : 0;
		if (lost && this.lostAnswers >= MAX_LOST_ANSWERS) this.forAll ??= lost;
	}
}

function failureOf(error: Error): Failure {
	if (error instanceof RequestFailed) return error.failure;
	if (error instanceof InvalidInputError) return refusedInput(error);
	if (error instanceof UnreadableAnswerError) return unreadableFile(error.message);
	// A batch whose failure nobody foresaw may have been done; the earlier ones must not be lost.
	return outcomeUnknown(error.message);
}

/** What is run in batches. */
type Runnable = Pick<Operation, 'idempotent' | 'run'>;

async function resultsOf(
	operation: Runnable,
	account: Account,
	requests: NonEmpty<unknown>,
	run: Run,
): Promise<Result[]> {
	try {
		return await operation.run(account, requests, run);
	} catch (error) {
		const failure = failureOf(error as Error);
		return requests.map(() => ({ failure }));
	}
}

/**
 * Asks for batch after batch, and gives each entry its outcome. Nothing is asked for that an earlier
 * failure has shown to be in vain.
 * @param memory told before and after each request; absent if repeating does no harm
 */
export async function runBatches(
	operation: Runnable,
	account: Account,
	batches: Batch[],
	run: Run,
	pace: Pace,
	memory: Memory | undefined,
): Promise<void> {
	const obstacles = new Obstacles();
	let requests = 0;
	for (const batch of batches) {
		const [{ unit: first }, ...others] = batch;
		let obstacle = obstacles.before(first);
		if (!obstacle && requests > 0) await pauseFor(pace);
		if (pace.isCancelled()) obstacle ??= executionStopped();
		if (Date.now() >= (first.sendBefore ?? Infinity)) obstacle ??= timeHasPassed();
		if (obstacle) {
			for (const entry of batch) entry.outcome = { failure: obstacle };
			continue;
		}
		requests += 1;
		for (const entry of batch) memory?.submit(entry);
		const asked = [first.request, ...others.map(({ unit }) => unit.request)] as const;
		const results = await resultsOf(operation, account, asked, run);
		obstacles.note(results, first);
		for (const [index, entry] of batch.entries()) {
			const result = results[index] ?? { failure: unanswered() };
			entry.outcome = isFailed(result)
				? { failure: operation.idempotent ? asIdempotent(result.failure) : result.failure }
				: { items: itemsOf(entry.unit, result) };
			memory?.settle(entry);
		}
	}
}
