import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Account } from '../api/wire/account';
import type { Operation, RunContext, RunOptions } from './operation';
import { composeOutput } from './output/compose';
import { failureError, failuresOf, inputError } from './output/errors';
import { hintsOf, onceHints, outputHint, partialFailureHint, waitsOnceHint } from './output/hints';
import { cutIntoBatches, dispatch } from './run/batches';
import { completeDryRun } from './run/dry-run';
import type { SendLedger } from './run/ledger';
import { openLedger } from './run/ledger';
import { submitOnce } from './run/once';
import { planRun } from './run/plan';
import { resolvePrerequisites } from './run/prerequisites';
import { separateRepeats, settleRepeats } from './run/repeats';
import { restore } from './run/restore';
import { enforceMaxSms } from './run/sms-limit';
import type { Pending, Settled } from './task';

/**
 * Executes an operation for all input items: reads and checks them, restores what an earlier try has
 * settled, submits the rest, and composes the output.
 * @param openAccount opens the account of the node's credential
 * @returns one output item for each task (recipient, number) or row, linked to its input item, in order
 * @throws NodeOperationError for the first bad item, with nothing sent, if the node stops on errors;
 *   where n8n is too old for the operation, in any case
 * @throws NodeApiError if nothing was accepted, if the node stops on errors
 */
export async function execute(
	context: IExecuteFunctions,
	operation: Operation,
	openAccount: () => Promise<Account>,
): Promise<INodeExecutionData[][]> {
	operation.waiting?.assertSupported(context);
	const allItems = context.getInputData();
	const inputItems = operation.waiting ? allItems.slice(0, 1) : allItems;
	const ledger = openLedger(context, operation, inputItems);
	const account = await openAccount();
	const run = openRun(context, account, ledger);

	const plan = planRun(context, operation, inputItems, run);
	const restored = restore(operation, plan, ledger);
	stopAtBadInput(context, restored.settled);
	ledger.expect(restored.pending);

	const once = await submitOnce(context, plan.options, restored, ledger, async (step) => {
		const { unique, repeats } = separateRepeats(step);
		const { settled: overLimit, pending } = enforceMaxSms(operation, plan.options, unique);
		const submitted = plan.options.dryRun
			? await completeDryRun(operation, account, pending)
			: await submit(context, operation, account, pending, plan.options, ledger);
		const settledSoFar = [...step.settled, ...overLimit, ...submitted];
		const { onDuplicate } = operation;
		return [...settledSoFar, ...settleRepeats(onDuplicate, repeats, settledSoFar, ledger)];
	});
	const settled = [...once.settled].sort((one, other) => one.index - other.index);
	context.addExecutionHints(...onceHints(settled, once.unreleased).map(outputHint));
	report(context, settled, plan.options);

	const [firstItem] = plan.items;
	const hasAccepted = settled.some(({ outcome }) => outcome === 'accepted');
	if (operation.waiting && firstItem && 'input' in firstItem && hasAccepted) {
		if (allItems.length > 1) context.addExecutionHints(waitsOnceHint(allItems.length));
		await operation.waiting.start(context, firstItem.input, run);
		ledger.clear();
		// n8n repeats a run whose first item is an error.
		const shown = settled.filter(({ outcome }) => outcome === 'accepted' || outcome === 'skipped');
		return [await composeOutput(context, shown)];
	}

	const output = await composeOutput(context, settled);
	// n8n repeats a run that threw, or whose first item is an error.
	if (output[0]?.json.error === undefined) ledger.clear();
	return [output];
}

function openRun(
	context: IExecuteFunctions,
	{ textEncoding }: Account,
	{ runId }: SendLedger,
): RunContext {
	return {
		runId,
		textEncoding,
		timezone: context.getTimezone(),
		now: new Date(),
		resumeUrl: (parameters) => context.getSignedResumeUrl({ ...parameters, round: runId }),
	};
}

/** @throws NodeOperationError for the first bad item, if the node stops on errors */
function stopAtBadInput(context: IExecuteFunctions, restored: readonly Settled[]): void {
	const refused = restored.find((one) => one.outcome === 'refused');
	if (refused && !context.continueOnFail()) throw inputError(context.getNode(), refused, restored);
}

/** Obtains what tasks require, counts again, and submits the rest batch after batch. */
async function submit(
	context: IExecuteFunctions,
	operation: Operation,
	account: Account,
	pending: readonly Pending[],
	options: RunOptions,
	ledger: SendLedger,
): Promise<Settled[]> {
	const { batchSize = operation.maxBatch, batchInterval = 0 } = options;
	const throttle = { intervalMs: batchInterval, signal: context.getExecutionCancelSignal() };
	const resolved = await resolvePrerequisites(operation, account, pending, ledger, throttle);
	const within = enforceMaxSms(operation, options, resolved.pending);
	const batches = cutIntoBatches(within.pending, Math.min(batchSize, operation.maxBatch));
	const dispatched = await dispatch(operation, account, batches, ledger, throttle);
	return [...resolved.settled, ...within.settled, ...dispatched];
}

/**
 * Adds the hints of the run: what was not accepted, and the hints of accepted tasks.
 * @throws NodeApiError if nothing was accepted or the user wants it so, if the node stops on errors
 */
function report(
	context: IExecuteFunctions,
	settled: readonly Settled[],
	{ onPartialFailure }: RunOptions,
): void {
	const tasks = settled.filter(({ outcome }) => outcome !== 'refused');
	const [first, ...others] = failuresOf(tasks);
	if (first) {
		const failures = [first, ...others] as const;
		const stops = onPartialFailure === 'stop' || !tasks.some(isDone);
		if (stops && !context.continueOnFail()) {
			throw failureError(context.getNode(), failures, settled);
		}
		context.addExecutionHints(outputHint(partialFailureHint(failures, tasks.length)));
	}
	context.addExecutionHints(...hintsOf(settled).map(outputHint));
}

/** Whether a task was accepted, or would be submitted. */
function isDone({ outcome }: Settled): boolean {
	return outcome === 'accepted' || outcome === 'checked';
}
