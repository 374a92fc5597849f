import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { runBatches } from '../engine/run/batches';
import type { FailedEntry } from '../engine/output/errors';
import {
	failureError,
	inputError,
	partialFailureHint,
	waitsOnceHint,
} from '../engine/output/errors';
import { Memory } from '../engine/run/ledger';
import type { Run } from '../engine/operation';
import {
	acceptedOf,
	composeOutput,
	failureOf,
	hintsOf,
	isSkipped,
	summaryOf,
} from '../engine/output/compose';
import { cutIntoBatches, openOf, planRun } from '../engine/run/plan';
import { Preliminaries } from '../engine/run/prerequisites';
import { checkOnly, keepWithin } from '../engine/run/dry-run';
import { assertSignedResumeUrl, startWaiting } from '../waiting/execution';
import { openAccount } from '../transport/account';
import { STANDARD_LIMITS } from '../transport/limits';
import { findOperation } from './registry';

/**
 * Runs the chosen operation for all input items, as the node's `execute`.
 * @returns one output item for each unit (recipient, number, row), linked to its input item, in order
 * @throws NodeOperationError for the first bad item, with nothing sent, if the node stops on errors;
 *   where n8n is too old for the operation, in any case
 * @throws NodeApiError if nothing was accepted, if the node stops on errors
 */
export async function execute(
	context: IExecuteFunctions,
	limits = STANDARD_LIMITS,
): Promise<INodeExecutionData[][]> {
	const node = context.getNode();
	const goesOn = context.continueOnFail();
	const operation = findOperation(
		context.getNodeParameter('resource', 0),
		context.getNodeParameter('operation', 0),
	);
	if (operation.waits) assertSignedResumeUrl(context);
	const given = context.getInputData();
	const inputItems = operation.waits ? given.slice(0, 1) : given;
	const memory = operation.idempotent ? undefined : new Memory(context, inputItems);
	const account = await openAccount(context, operation.idempotent, limits);
	const run: Run = {
		textEncoding: account.textEncoding,
		timezone: context.getTimezone(),
		now: new Date(),
		obtained: new Map(),
		resumeUrl: (parameters) =>
			context.getSignedResumeUrl({ ...parameters, round: memory?.run ?? '' }),
	};

	const { items, entries, steering } = planRun(context, operation, inputItems, run);
	const badItem = items.findIndex((item) => 'error' in item);
	const bad = items[badItem];
	if (!goesOn && bad && 'error' in bad) throw inputError(node, bad.error, badItem);

	const preliminaries = new Preliminaries(operation, items, run, memory);
	memory?.recall(entries);
	keepWithin(steering, openOf(entries));
	if (steering.dryRun) {
		const open = openOf(entries);
		if (open.length > 0) context.addExecutionHints(await checkOnly(operation, account, open));
	} else {
		const { batchSize = operation.maxBatch, batchInterval = 0 } = steering;
		const pace = {
			interval: batchInterval,
			isCancelled: () => context.getExecutionCancelSignal()?.aborted ?? false,
		};
		await preliminaries.ask(account, openOf(entries), pace);
		keepWithin(steering, openOf(entries));
		const batches = cutIntoBatches(openOf(entries), Math.min(batchSize, operation.maxBatch));
		await runBatches(operation, account, batches, run, pace, memory);
	}

	const asked = entries.filter((entry) => !isSkipped(operation, entry));
	const [firstFailed, ...otherFailed] = asked.flatMap((entry): FailedEntry[] => {
		const failure = failureOf(entry);
		return failure ? [{ entry, failure }] : [];
	});
	if (firstFailed) {
		const failed = [firstFailed, ...otherFailed] as const;
		const stops = failed.length === asked.length || steering.onPartialFailure === 'stop';
		if (!goesOn && stops) throw failureError(node, failed, summaryOf(operation, entries));
		context.addExecutionHints({
			message: partialFailureHint(failed, entries.length),
			location: 'outputPane',
			type: 'warning',
		});
	}

	context.addExecutionHints(
		...hintsOf(entries).map((hint) => ({ ...hint, location: 'outputPane' as const })),
	);
	const [first] = items;
	if (operation.waits && first && 'input' in first && asked.some((entry) => !failureOf(entry))) {
		if (given.length > 1) {
			context.addExecutionHints({ message: waitsOnceHint(given.length), location: 'outputPane' });
		}
		await startWaiting(context, operation.waits(first.input, run), memory?.run ?? '');
		memory?.forget();
		return [await composeOutput(context, operation, acceptedOf(items))];
	}

	const output = await composeOutput(context, operation, items);
	// n8n repeats a run that threw, or whose first item is an error.
	if (output[0]?.json.error === undefined) memory?.forget();
	return [output];
}
