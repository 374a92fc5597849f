import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../api/wire/failure';
import { errorFields, failureFields, inputErrorFields } from './errors';
import type { FailedUnit } from './errors';
import type { Operation, OutputItem } from './operation';
import type { Entry } from './plan';

/** The outcome that counts for an entry: its own, or that of the entry it repeats. */
function failureOf({ outcome, repeats }: Entry<unknown>): Failure | undefined {
	const settled = outcome ?? repeats?.outcome;
	return settled && 'failure' in settled ? settled.failure : undefined;
}

/** The entries that were not accepted, those left out as repeats excepted. */
export function failedUnits(operation: Operation, entries: Array<Entry<unknown>>): FailedUnit[] {
	return entries.flatMap((entry) => {
		const failure = entry.repeats ? undefined : failureOf(entry);
		const { itemIndex, unit } = entry;
		return failure ? [{ itemIndex, failure, identity: operation.identify(unit) }] : [];
	});
}

/** What came of everything in a few words, for a run that ends without an output. */
export function resultsOf(operation: Operation, entries: Array<Entry<unknown>>): IDataObject[] {
	return entries.map((entry) => {
		const { unit, outcome, repeats } = entry;
		const failure = failureOf(entry);
		const identity = operation.identify(unit);
		if (repeats && operation.onDuplicate === 'skip') return { ...identity, status: 'skipped' };
		if (failure) return { ...identity, ...failureFields(failure) };
		const accepted = outcome && 'items' in outcome ? outcome.items[0]?.json.status : undefined;
		return { ...identity, status: accepted ?? 'done' };
	});
}

/** The output of an input item that was refused here. `error` is its only key, see {@link errorFields}. */
export function inputErrorItem(
	error: Error,
	identity: IDataObject,
	itemIndex: number,
): INodeExecutionData {
	return { json: { error: inputErrorFields(error, identity) }, pairedItem: { item: itemIndex } };
}

function skippedJson(operation: Operation, { unit, repeats }: Entry<unknown>): IDataObject {
	return {
		...operation.identify(unit),
		status: 'skipped',
		reason: `Repeats item ${repeats?.itemIndex}: the same is asked for once in a run`,
		...operation.refer(unit),
		...operation.describe(unit),
	};
}

function failedJson(
	operation: Operation,
	{ unit }: Entry<unknown>,
	failure: Failure,
	goesOn: boolean,
): IDataObject {
	const identity = operation.identify(unit);
	const reference = operation.refer(unit);
	if (goesOn) return { error: errorFields(failure, identity, reference) };
	return { ...identity, ...failureFields(failure), ...reference, ...operation.describe(unit) };
}

async function addFile(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	{ property, bytes, fileName, mimeType }: NonNullable<OutputItem['file']>,
): Promise<void> {
	const binary = await context.helpers.prepareBinaryData(Buffer.from(bytes), fileName, mimeType);
	item.binary = { [property]: binary };
}

/**
 * Appends the output of one entry, linked to its input item: the items of an accepted entry; for
 * every other, one that says why.
 */
export async function appendOutput(
	output: INodeExecutionData[],
	context: IExecuteFunctions,
	operation: Operation,
	entry: Entry<unknown>,
): Promise<void> {
	const pairedItem = { item: entry.itemIndex };
	const settled = entry.outcome ?? entry.repeats?.outcome;
	if (entry.repeats && operation.onDuplicate === 'skip') {
		output.push({ json: skippedJson(operation, entry), pairedItem });
	} else if (settled && 'items' in settled) {
		for (const { json, file } of settled.items) {
			// A repeat shares the answer, but not the object: a later node may change it.
			const item: INodeExecutionData = { json: entry.repeats ? { ...json } : json, pairedItem };
			if (file) await addFile(context, item, file);
			output.push(item);
		}
	} else if (settled) {
		const json = failedJson(operation, entry, settled.failure, context.continueOnFail());
		output.push({ json, pairedItem });
	}
}
