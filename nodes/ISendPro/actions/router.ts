import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createGateway } from '../transport/account';
import { runBatches } from '../engine/batches';
import { failureError, inputError, partialFailureHint } from '../engine/errors';
import { PHONE_NUMBER_PARAMETERS } from '../engine/field';
import { readInput } from '../engine/input';
import { Memory } from '../engine/memory';
import type { Operation, Run } from '../engine/operation';
import { appendOutput, failedUnits, inputErrorItem, resultsOf } from '../engine/output';
import { parameterReader } from '../engine/parameters';
import type { Entry } from '../engine/plan';
import { cutIntoBatches, markDuplicates } from '../engine/plan';
import { findOperation } from './registry';

/** One input item, read: its entries, or why it was refused. */
type ItemPlan = { entries: Array<Entry<unknown>> } | { error: Error; identity: IDataObject };

/** Options that steer a whole run; those of the first item that can be read hold. */
interface Steering {
	batchSize: number;
	batchInterval: number;
	onPartialFailure: string;
}

function steeringOf(inputs: Array<Record<string, unknown>>, maxBatch: number): Steering {
	const options: Partial<Steering> = inputs[0]?.options ?? {};
	return {
		batchSize: Math.min(options.batchSize ?? maxBatch, maxBatch),
		batchInterval: options.batchInterval ?? 0,
		onPartialFailure: options.onPartialFailure ?? 'continue',
	};
}

type Readers = Map<string, (itemIndex: number) => unknown>;

/** The numbers of an item that was refused, as they were given. */
function givenNumbers(readers: Readers, itemIndex: number): IDataObject {
	for (const name of PHONE_NUMBER_PARAMETERS) {
		try {
			const value = readers.get(name)?.(itemIndex);
			if (typeof value === 'string' || typeof value === 'number') return { [name]: String(value) };
		} catch {
			// The expression itself is what the item was refused for.
			return {};
		}
	}
	return {};
}

/** Reads and checks all input items before the first request. */
function planItems(
	context: IExecuteFunctions,
	operation: Operation,
	items: INodeExecutionData[],
	run: Run,
): { plans: ItemPlan[]; inputs: Array<Record<string, unknown>> } {
	const readers: Readers = new Map(
		operation.fields.map((field) => [field.name, parameterReader(context, field, items)]),
	);
	const inputs: Array<Record<string, unknown>> = [];
	const plans = items.map((_, itemIndex): ItemPlan => {
		try {
			const input = readInput(operation.fields, ({ name }) => readers.get(name)?.(itemIndex));
			const units = operation.prepare(input, run);
			inputs.push(input);
			return { entries: units.map((unit) => ({ itemIndex, unit })) };
		} catch (error) {
			return { error: error as Error, identity: givenNumbers(readers, itemIndex) };
		}
	});
	return { plans, inputs };
}

/**
 * Runs the chosen operation for all input items, as the node's `execute`.
 * @returns one output item for each unit (recipient, number, row), linked to its input item, in order
 * @throws NodeOperationError for the first bad item, with nothing sent, if the node stops on errors
 * @throws NodeApiError if nothing was accepted, if the node stops on errors
 */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const node = context.getNode();
	const goesOn = context.continueOnFail();
	const operation = findOperation(
		context.getNodeParameter('resource', 0),
		context.getNodeParameter('operation', 0),
	);
	const memory = operation.repeatable ? undefined : new Memory(context, items, operation);
	const gateway = await createGateway(context);
	const run: Run = {
		textEncoding: gateway.textEncoding,
		timezone: context.getTimezone(),
		now: new Date(),
	};

	const { plans, inputs } = planItems(context, operation, items, run);
	const badItem = plans.findIndex((plan) => 'error' in plan);
	const badPlan = plans[badItem];
	if (!goesOn && badPlan && 'error' in badPlan) throw inputError(node, badPlan.error, badItem);

	const entries = plans.flatMap((plan) => ('entries' in plan ? plan.entries : []));
	markDuplicates(operation, entries);
	for (const entry of entries) entry.outcome = memory?.recall(entry);

	const steering = steeringOf(inputs, operation.maxBatch);
	const open = entries.filter(({ outcome, repeats }) => !outcome && !repeats);
	await runBatches(
		operation,
		gateway,
		cutIntoBatches(operation, open, steering.batchSize),
		run,
		{
			interval: steering.batchInterval,
			isCancelled: () => context.getExecutionCancelSignal()?.aborted ?? false,
		},
		memory,
	);

	const [firstFailure, ...otherFailures] = failedUnits(operation, entries);
	if (firstFailure) {
		const failed = [firstFailure, ...otherFailures] as const;
		const nothingAccepted = failed.length === entries.filter(({ repeats }) => !repeats).length;
		const stops = nothingAccepted || steering.onPartialFailure === 'stop';
		if (!goesOn && stops) throw failureError(node, failed, resultsOf(operation, entries));
		context.addExecutionHints({
			message: partialFailureHint(failed, entries.length),
			location: 'outputPane',
			type: 'warning',
		});
	}

	const output: INodeExecutionData[] = [];
	for (const [itemIndex, plan] of plans.entries()) {
		if ('error' in plan) output.push(inputErrorItem(plan.error, plan.identity, itemIndex));
		else {
			for (const entry of plan.entries) await appendOutput(output, context, operation, entry);
		}
	}
	// n8n repeats a run that threw, or whose first item is an error.
	if (output[0]?.json.error === undefined) memory?.forget();
	return [output];
}
