import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../api/wire/failure';
import { messageOf } from '../../api/wire/failure';
import type { Accepted, OutputItem, Refused, Settled, TaskDescription } from '../task';

/** The fields of a task's item: its name first, its details last. */
function itemJson(
	{ identity, outputDefaults, userReference, outputDetails }: TaskDescription,
	json: IDataObject,
): IDataObject {
	// Several spreads take twice the time.
	return Object.assign({ ...identity }, outputDefaults, json, userReference, outputDetails);
}

/** The items that an accepted task gives. */
function acceptedItems(task: TaskDescription, result: Accepted): OutputItem[] {
	if (!Array.isArray(result)) return [{ json: itemJson(task, result) }];
	if (!task.identity && !task.userReference && !task.outputDetails) return result;
	return result.map((item) => ({ ...item, json: itemJson(task, item.json) }));
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

/** The text of an error: what happened and what to do, with iSendPro's code and message. */
export function errorMessage(failure: Failure): { message: string; description: string } {
	const { description, code, apiMessage } = failure;
	const message = messageOf(failure);
	return {
		message: code === undefined ? message : `${message} (iSendPro code ${code})`,
		description: apiMessage ? `${description} iSendPro said: "${apiMessage}".` : description,
	};
}

/** What became of each task in a few words, for a run that ends without an output. */
export function summarize(settled: readonly Settled[]): IDataObject[] {
	return settled.flatMap((one): IDataObject[] => {
		// Names in errors are cut short, so the item tells two recipients with the same last digits apart.
		const identity = { item: one.itemIndex, ...one.task.identity };
		switch (one.outcome) {
			case 'refused':
				return [];
			case 'failed':
				return [{ ...identity, ...failureFields(one.failure) }];
			case 'accepted': {
				const { json: first = {} } = Array.isArray(one.result)
					? (one.result[0] ?? {})
					: { json: one.result };
				return [{ ...identity, status: first.status ?? 'done' }];
			}
			default:
				return [{ ...identity, status: one.outcome }];
		}
	});
}

/**
 * The json of an input item that was refused before any request. `error` must be the only key: then n8n
 * 1.x and 2.x both treat the item as an error, and keep all of it.
 */
function refusedJson({ error, task }: Refused): IDataObject {
	const { message, description }: Error & { description?: string } = error;
	const advice = description ? { description } : {};
	return { error: { message, ...advice, ...task.identity, status: 'notSent' } };
}

function failedJson({ identity, userReference }: TaskDescription, failure: Failure): IDataObject {
	const { message, description } = errorMessage(failure);
	const fields = { ...identity, ...failureFields(failure), ...userReference };
	return { error: { message, description, ...fields } };
}

/** What a settled task gives: the items of an accepted one; for every other, one that says why. */
function itemsOf(settled: Settled, continueOnFail: boolean): OutputItem[] {
	const { task } = settled;
	switch (settled.outcome) {
		case 'accepted':
			return acceptedItems(task, settled.result);
		case 'checked':
			return [{ json: itemJson(task, { status: 'checked' }) }];
		case 'skipped':
			return [{ json: itemJson(task, { status: 'skipped', reason: settled.reason }) }];
		case 'failed': {
			const { failure } = settled;
			const json = continueOnFail
				? failedJson(task, failure)
				: itemJson(task, failureFields(failure));
			return [{ json }];
		}
		case 'refused':
			return [{ json: refusedJson(settled) }];
	}
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
 * The fields of an item's output first, then those of its input item that it does not have; but for
 * `error`, which n8n takes for a failure of this node.
 */
function withInputFields(json: IDataObject, input: INodeExecutionData | undefined): IDataObject {
	const { error: _error, ...others } = input?.json ?? {};
	return { ...json, ...others, ...json };
}

/**
 * Composes the node's output: the items of each task, linked to its input item.
 * @param settled in order
 * @param beside the input items, where their fields come out beside those of the output; not beside an
 * error, where n8n puts them itself
 */
export async function composeOutput(
	context: IExecuteFunctions,
	settled: readonly Settled[],
	beside?: readonly INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const continueOnFail = context.continueOnFail();
	const output: INodeExecutionData[] = [];
	let pairedItem = { item: -1 };
	for (const one of settled) {
		// A report has 200,000 items, which share their link.
		if (pairedItem.item !== one.itemIndex) pairedItem = { item: one.itemIndex };
		for (const { json, file } of itemsOf(one, continueOnFail)) {
			// A repeat shares the answer, but not the object: a later node may change it.
			const own = one.repeatedItem === undefined ? json : { ...json };
			const isError = one.outcome === 'refused' || (one.outcome === 'failed' && continueOnFail);
			const whole = beside && !isError ? withInputFields(own, beside[one.itemIndex]) : own;
			const item: INodeExecutionData = { json: whole, pairedItem };
			if (file) await addFile(context, item, file);
			output.push(item);
		}
	}
	return output;
}
