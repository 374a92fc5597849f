import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation, RunContext, RunOptions } from '../operation';
import { readInput } from '../reading/input';
import { parameterReader } from '../reading/parameters';
import { Sources } from '../reading/sources';
import { readCollections } from '../reading/steering';
import { missingPartError, StoredParameters } from '../reading/stored-parameters';
import type { Task } from '../task';

/** One input item, read: its input and its tasks, or why it is refused and what it asked for. */
export type ItemPlan =
	| {
			readonly input: unknown;
			readonly tasks: readonly Task[];
			/** The parts of its texts that have no value, e.g. `$json.firstName`. */
			readonly missing: readonly string[];
	  }
	| { readonly error: Error; readonly identity: IDataObject };

/** What a run is to do. */
export interface Plan {
	readonly items: readonly ItemPlan[];
	readonly options: RunOptions;
}

type Readers = ReadonlyMap<string, (itemIndex: number) => unknown>;

/** What an item that is refused asks for, as it was given. */
function givenNames({ fields }: Operation, readers: Readers, itemIndex: number): IDataObject {
	for (const { name } of fields.filter(({ names }) => names)) {
		try {
			const value = readers.get(name)?.(itemIndex);
			if (typeof value === 'string' || typeof value === 'number') return { [name]: String(value) };
		} catch {
			// The item is refused for this expression.
			return {};
		}
	}
	return {};
}

/**
 * @param planned options of the items that are not refused
 * @param all those of all items, as far as they can be read
 */
function optionsOf(planned: readonly RunOptions[], all: readonly RunOptions[]): RunOptions {
	return {
		...planned[0],
		dryRun: all.some(({ dryRun }) => dryRun),
		maxSms: all.reduce((least, { maxSms = Infinity }) => Math.min(least, maxSms), Infinity),
		maxCost: all.reduce((least, { maxCost = Infinity }) => Math.min(least, maxCost), Infinity),
		minimumCredit: all.reduce(
			(most, { minimumCredit = -Infinity }) => Math.max(most, minimumCredit),
			-Infinity,
		),
	};
}

/** Reads and checks all input items before the first request. */
export function planRun(
	context: IExecuteFunctions,
	operation: Operation,
	inputItems: INodeExecutionData[],
	run: RunContext,
): Plan {
	const sources = new Sources(context, inputItems);
	const stored = new StoredParameters(context, operation.fields, sources);
	const readers: Readers = new Map(
		operation.fields.map((field) => [field.name, parameterReader(context, field, sources)]),
	);
	const planned: RunOptions[] = [];
	const all: RunOptions[] = [];
	const items = inputItems.map((_, itemIndex): ItemPlan => {
		try {
			const input = readInput(
				operation.fields,
				({ name }) => readers.get(name)?.(itemIndex),
				stored.of,
			);
			const options = operation.runOptions(input);
			const missing = stored.lookAt(itemIndex, input);
			const [first] = missing;
			if (first && options.missingValues === 'refuse') throw missingPartError(first);
			const tasks = operation.prepare(input, run);
			planned.push(options);
			all.push(options);
			return { input, tasks, missing: missing.map(({ code }) => code) };
		} catch (error) {
			all.push(operation.runOptions(readCollections(context, operation.fields, itemIndex)));
			return { error: error as Error, identity: givenNames(operation, readers, itemIndex) };
		}
	});
	return { items, options: optionsOf(planned, all) };
}
