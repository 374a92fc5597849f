import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Account } from '../api/wire/account';
import type { Funds, Operation, RunContext, RunOptions } from './operation';
import { composeOutput } from './output/compose';
import { failureError, failuresOf, inputError } from './output/errors';
import { missingValuesHints, onceHints, outputHint, runHints, waitsOnceHint } from './output/hints';
import { cutIntoBatches, dispatch } from './run/batches';
import { completeDryRun } from './run/dry-run';
import type { SendLedger } from './run/ledger';
import { openLedger } from './run/ledger';
import type { Submitted } from './run/once';
import { submitOnce } from './run/once';
import { planRun } from './run/plan';
import { resolvePrerequisites } from './run/prerequisites';
import { separateRepeats, settleRepeats } from './run/repeats';
import { restore } from './run/restore';
import type { Limited } from './run/sms-limit';
import { acceptedUsage, enforceLimits } from './run/sms-limit';
import type { Settled, Step } from './task';

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
	const run = openRun(context, operation, account, ledger);

	const plan = planRun(context, operation, inputItems, run);
	const restored = restore(operation, plan, ledger);
	stopAtBadInput(context, restored.settled);
	ledger.expect(restored.pending);

	const submitStep = async (step: Step) =>
		await submitWithinLimits(context, operation, account, step, plan.options, ledger);
	const { funds, ...once } = await submitOnce(context, plan.options, restored, ledger, submitStep);
	const settled = [...once.settled].sort((one, other) => one.index - other.index);
	const missing = plan.items.map((item) => ('input' in item ? item.missing : undefined));
	const hints = [...missingValuesHints(missing), ...onceHints(settled, once.unreleased)];
	context.addExecutionHints(...hints.map(outputHint));
	report(context, operation, settled, plan.options, funds);

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

	const beside = plan.options.includeInputFields ? inputItems : undefined;
	const output = await composeOutput(context, settled, beside);
	// n8n repeats a run that threw, or whose first item is an error.
	if (output[0]?.json.error === undefined) ledger.clear();
	return [output];
}

function openRun(
	context: IExecuteFunctions,
	{ waiting }: Operation,
	{ baseUrl, textEncoding }: Account,
	{ runId }: SendLedger,
): RunContext {
	return {
		runId,
		textEncoding,
		gateway: baseUrl,
		timezone: context.getTimezone(),
		now: new Date(),
		resumeUrl: waiting?.addresses(context, runId) ?? (() => ''),
	};
}

/** @throws NodeOperationError for the first bad item, if the node stops on errors */
function stopAtBadInput(context: IExecuteFunctions, restored: readonly Settled[]): void {
	const refused = restored.find((one) => one.outcome === 'refused');
	if (refused && !context.continueOnFail()) throw inputError(context.getNode(), refused, restored);
}

/** Submits each request once, if the limits allow it, and settles repeats; a dry run submits nothing. */
async function submitWithinLimits(
	context: IExecuteFunctions,
	operation: Operation,
	account: Account,
	step: Step,
	options: RunOptions,
	ledger: SendLedger,
): Promise<Submitted> {
	const { unique, repeats } = separateRepeats(step);
	const within = await enforceLimits(operation, account, options, unique);
	const submitted = options.dryRun
		? await completeDryRun(operation, account, within.pending, within.funds)
		: await submit(context, operation, account, within, options, ledger);
	const settled = [...step.settled, ...within.settled, ...submitted];
	const repeated = settleRepeats(operation.onDuplicate, repeats, settled, ledger);
	return { settled: [...settled, ...repeated], funds: within.funds };
}

/** Obtains what tasks require, counts again, and submits the rest batch after batch. */
async function submit(
	context: IExecuteFunctions,
	operation: Operation,
	account: Account,
	{ pending, funds }: Limited,
	options: RunOptions,
	ledger: SendLedger,
): Promise<Settled[]> {
	const { batchSize = operation.maxBatch, batchInterval = 0 } = options;
	const throttle = { intervalMs: batchInterval, signal: context.getExecutionCancelSignal() };
	const resolved = await resolvePrerequisites(operation, account, pending, ledger, throttle);
	const within = await enforceLimits(operation, account, options, resolved.pending, funds);
	const batches = cutIntoBatches(
		within.pending,
		Math.min(batchSize, operation.maxBatch),
		operation.maxBatchWeight,
	);
	const dispatched = await dispatch(operation, account, batches, ledger, throttle);
	return [...resolved.settled, ...within.settled, ...dispatched];
}

/**
 * Adds the hints of the run: what was accepted and what was not, and the hints of accepted tasks.
 * @param funds credit and price, if the run has asked for them
 * @throws NodeApiError if nothing was accepted or the user wants it so, if the node stops on errors
 */
function report(
	context: IExecuteFunctions,
	{ billing }: Operation,
	settled: readonly Settled[],
	{ onPartialFailure }: RunOptions,
	funds?: Funds,
): void {
	const continueOnFail = context.continueOnFail();
	const [first, ...others] = failuresOf(settled);
	const stops = onPartialFailure === 'stop' || !settled.some(isDone);
	if (first && stops && !continueOnFail) {
		throw failureError(context.getNode(), [first, ...others], settled);
	}
	const usage = billing && acceptedUsage(billing, settled);
	const summary = usage && usage.parts > 0 ? billing.acceptedSummary(usage, funds) : undefined;
	const hints = runHints(settled, { summary, continueOnFail });
	context.addExecutionHints(...hints.map(outputHint));
}

/** Whether a task was accepted, or would be submitted. */
function isDone({ outcome }: Settled): boolean {
	return outcome === 'accepted' || outcome === 'checked';
}
