import { sleep } from 'n8n-workflow';
import { InvalidInputError, UnreadableAnswerError } from '../api/errors';
import type { Failure } from '../api/wire/failure';
import { GatewayError, lostAnswer, unreadableFile, withoutDoubt } from '../api/wire/failure';
import type { Gateway } from '../api/wire/account';
import type { Memory } from './memory';
import type { Operation, Outcome, Run } from './operation';
import type { Batch } from './plan';

/** How the batches of a run follow each other. */
export interface Pace {
	/** Milliseconds between two requests. */
	interval: number;
	/** Whether the user has stopped the execution. */
	isCancelled(): boolean;
}

/** Lost answers in a row after which the gateway is taken for dead: more would only be more doubt. */
const LOST_ANSWERS = 2;

/** Milliseconds after which a pause looks whether the execution was stopped. */
const LONGEST_SLEEP = 1_000;

function notSent(message: string, description: string, concerns: Failure['concerns']): Failure {
	return { status: 'notSent', message, description, concerns, stopsRun: true, final: false };
}

function notSentBecause({ message, description, code, concerns }: Failure): Failure {
	const cause = code === undefined ? message : `${message}, code ${code}`;
	return notSent(`Not sent, because an earlier request failed: ${cause}`, description, concerns);
}

/** Sleeps between two requests, but not longer than the execution lives. */
async function pauseFor({ interval, isCancelled }: Pace): Promise<void> {
	for (let left = interval; left > 0 && !isCancelled(); left -= LONGEST_SLEEP) {
		await sleep(Math.min(left, LONGEST_SLEEP));
	}
}

/** What keeps later batches from being asked for, as far as earlier ones have shown. */
class Obstacles {
	private forAll: Failure | undefined;

	private readonly forSender = new Map<string, Failure>();

	private lostAnswers = 0;

	/** The reason for which a batch need not be asked for. */
	before(senderKey: string): Failure | undefined {
		const obstacle = this.forAll ?? this.forSender.get(senderKey);
		return obstacle && notSentBecause(obstacle);
	}

	/** Learns from the outcomes of a batch. */
	note(outcomes: Outcome[], senderKey: string): void {
		const failures = outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []));
		for (const failure of failures.filter(({ stopsRun }) => stopsRun)) {
			if (failure.concerns === 'sender') this.forSender.set(senderKey, failure);
			else this.forAll ??= failure;
		}
		const lost = failures.find(({ status }) => status === 'unknown');
		this.lostAnswers = lost ? this.lostAnswers + 1 : 0;
		if (lost && this.lostAnswers >= LOST_ANSWERS) this.forAll ??= lost;
	}
}

/** An accepted unit's output names the unit, and ends with what else is known of it. */
function completed<Unit>(
	operation: Operation<unknown, Unit>,
	unit: Unit,
	outcome: Outcome | undefined,
): Outcome | undefined {
	if (!outcome || 'failure' in outcome) return outcome;
	const identity = operation.identify(unit);
	const rest = { ...operation.refer(unit), ...operation.describe(unit) };
	if (Object.keys(identity).length + Object.keys(rest).length === 0) return outcome;
	return {
		items: outcome.items.map((item) => ({ ...item, json: { ...identity, ...item.json, ...rest } })),
	};
}

function failureOf(error: Error): Failure {
	if (error instanceof GatewayError) return error.failure;
	// What was not seen before is seen when the request is written: nothing went out.
	if (error instanceof InvalidInputError) {
		return { ...notSent(error.message, error.description, 'request'), stopsRun: false };
	}
	if (error instanceof UnreadableAnswerError) return unreadableFile(error.message);
	// A batch whose failure nobody foresaw may have been done; the earlier ones must not be lost.
	return lostAnswer(error.message);
}

async function outcomesOf<Unit>(
	operation: Operation<unknown, Unit>,
	gateway: Gateway,
	units: Unit[],
	run: Run,
): Promise<Outcome[]> {
	try {
		const outcomes = await operation.runBatch(gateway, units, run);
		if (outcomes.length === units.length) return outcomes;
		const failure = lostAnswer(
			`iSendPro's answer does not match the ${units.length} that it was asked about`,
		);
		return units.map(() => ({ failure }));
	} catch (error) {
		const failure = failureOf(error as Error);
		return units.map(() => ({ failure: operation.repeatable ? withoutDoubt(failure) : failure }));
	}
}

/**
 * Asks for batch after batch, and gives each entry its outcome. Nothing is asked for that an earlier
 * failure has shown to be in vain.
 * @param memory told before and after each request; absent if repeating does no harm
 */
export async function runBatches<Unit>(
	operation: Operation<unknown, Unit>,
	gateway: Gateway,
	batches: Array<Batch<Unit>>,
	run: Run,
	pace: Pace,
	memory: Memory | undefined,
): Promise<void> {
	const obstacles = new Obstacles();
	let requests = 0;
	for (const batch of batches) {
		const senderKey = operation.senderKey(batch[0].unit);
		let obstacle = obstacles.before(senderKey);
		if (!obstacle && requests > 0) await pauseFor(pace);
		if (pace.isCancelled()) {
			obstacle ??= notSent(
				'Not sent, because the execution was stopped',
				'Run it again.',
				'request',
			);
		}
		if (operation.isTooLate(batch[0].unit, new Date())) {
			obstacle ??= {
				...notSent('Not sent, because its time has passed', 'Run it again.', 'schedule'),
				stopsRun: false,
			};
		}
		if (obstacle) {
			for (const entry of batch) entry.outcome = { failure: obstacle };
			continue;
		}
		requests += 1;
		for (const entry of batch) memory?.submit(entry);
		const outcomes = await outcomesOf(
			operation,
			gateway,
			batch.map(({ unit }) => unit),
			run,
		);
		obstacles.note(outcomes, senderKey);
		for (const [index, entry] of batch.entries()) {
			entry.outcome = completed(operation, entry.unit, outcomes[index]);
			memory?.settle(entry);
		}
	}
}
