import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../api/wire/failure';
import { messageOf } from '../../api/wire/failure';
import type { Hint, Operation, OutputItem, Result, Unit } from '../operation';
import type { Entry, ItemPlan } from '../run/plan';

/** Whether a unit gave nothing. */
export function isFailed(result: Result): result is { failure: Failure } {
	return 'failure' in result;
}

/** An item about a unit: its name first, what else is known of it last. */
function about({ identity, always, reference, shown }: Unit, json: IDataObject): IDataObject {
	return { ...identity, ...always, ...json, ...reference, ...shown };
}

/** The items that an accepted unit gives. */
export function itemsOf(unit: Unit, result: IDataObject | OutputItem[]): OutputItem[] {
	const items = Array.isArray(result) ? result : [{ json: result }];
	if (!unit.identity && !unit.reference && !unit.shown) return items;
	return items.map((item) => ({ ...item, json: about(unit, item.json) }));
}

/** The fields of a failure that an output shows. */
function failureFields(failure: Failure): IDataObject {
	const { status, code, apiMessage } = failure;
	return {
		status,
		...(code === undefined ? {} : { code }),
		reason: messageOf(failure),
		...(apiMessage === undefined ? {} : { apiMessage }),
	};
}

/** What an error says: what happened and what to do, with iSendPro's own words. */
export function errorWords(failure: Failure): { message: string; description: string } {
	const { description, code, apiMessage } = failure;
	const message = messageOf(failure);
	return {
		message: code === undefined ? message : `${message} (iSendPro code ${code})`,
		description: apiMessage ? `${description} iSendPro said: "${apiMessage}".` : description,
	};
}

/** A repeat that is left out, because what it repeats was done. */
export function isSkipped({ onDuplicate }: Operation, { repeats }: Entry): boolean {
	return onDuplicate === 'skip' && repeats?.outcome !== undefined && 'items' in repeats.outcome;
}

/** Why an entry gave nothing: its own failure, or that of the entry whose answer it shares. */
export function failureOf({ outcome, repeats }: Entry): Failure | undefined {
	const settled = outcome ?? repeats?.outcome;
	return settled && 'failure' in settled ? settled.failure : undefined;
}

/** What the accepted ones have to say, each once. */
export function hintsOf(entries: readonly Entry[]): Hint[] {
	const hints = new Map<string, Hint>();
	for (const { unit, outcome } of entries) {
		if (!outcome || 'failure' in outcome) continue;
		for (const hint of unit.hints ?? []) hints.set(hint.message, hint);
	}
	return [...hints.values()];
}

/** What came of everything in a few words, for a run that ends without an output. */
export function summaryOf(operation: Operation, entries: Entry[]): IDataObject[] {
	return entries.map((entry) => {
		const { unit, outcome } = entry;
		const failure = failureOf(entry);
		if (isSkipped(operation, entry)) return { ...unit.identity, status: 'skipped' };
		if (failure) return { ...unit.identity, ...failureFields(failure) };
		const accepted = outcome && 'items' in outcome ? outcome.items[0]?.json.status : undefined;
		return { ...unit.identity, status: accepted ?? 'done' };
	});
}

/**
 * An item of n8n's error output: `error` is its only key, so both generations of n8n take the item for
 * an error, and nothing in it is lost.
 */
function errorJson(error: IDataObject): IDataObject {
	return { error };
}

/** The json of an input item that was refused here, before any request. */
function refusedJson(
	{ message, description }: Error & { description?: string },
	identity: IDataObject,
): IDataObject {
	const words = { message, ...(description ? { description } : {}) };
	return errorJson({ ...words, ...identity, status: 'notSent' });
}

function failedJson({ identity, reference }: Unit, failure: Failure): IDataObject {
	const words = errorWords(failure);
	return errorJson({ ...words, ...identity, ...failureFields(failure), ...reference });
}

async function addFile(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	{ property, bytes, fileName, mimeType }: NonNullable<OutputItem['file']>,
): Promise<void> {
	const binary = await context.helpers.prepareBinaryData(Buffer.from(bytes), fileName, mimeType);
	item.binary = { [property]: binary };
}

/** What one entry gives: the items of an accepted one; for every other, one that says why. */
function outputItemsOf(operation: Operation, entry: Entry, goesOn: boolean): OutputItem[] {
	const { unit, outcome, repeats } = entry;
	if (isSkipped(operation, entry)) {
		const reason = `Repeats item ${repeats?.itemIndex}: the same message is sent once in a run`;
		return [{ json: about(unit, { status: 'skipped', reason }) }];
	}
	const failure = failureOf(entry);
	if (failure) {
		return [{ json: goesOn ? failedJson(unit, failure) : about(unit, failureFields(failure)) }];
	}
	const settled = outcome ?? repeats?.outcome;
	const items = settled && 'items' in settled ? settled.items : [];
	// A repeat shares the answer, but not the object: a later node may change it.
	return repeats ? items.map((item) => ({ ...item, json: { ...item.json } })) : items;
}

/**
 * What is shown while the execution waits: what was accepted alone, since n8n repeats a run whose first
 * item is an error.
 */
export function acceptedOf(plans: ItemPlan[]): ItemPlan[] {
	return plans.map((plan) =>
		'error' in plan
			? { entries: [], input: undefined }
			: { ...plan, entries: plan.entries.filter((entry) => !failureOf(entry)) },
	);
}

/** Composes the node's output: the items of each input item, linked to it, in order. */
export async function composeOutput(
	context: IExecuteFunctions,
	operation: Operation,
	plans: ItemPlan[],
): Promise<INodeExecutionData[]> {
	const goesOn = context.continueOnFail();
	const output: INodeExecutionData[] = [];
	for (const [index, plan] of plans.entries()) {
		const given: OutputItem[][] =
			'error' in plan
				? [[{ json: refusedJson(plan.error, plan.identity) }]]
				: plan.entries.map((entry) => outputItemsOf(operation, entry, goesOn));
		const pairedItem = { item: index };
		// Two loops: a report has 200,000 items, which need not be copied into one list first.
		for (const items of given) {
			for (const { json, file } of items) {
				const item: INodeExecutionData = { json, pairedItem };
				if (file) await addFile(context, item, file);
				output.push(item);
			}
		}
	}
	return output;
}
