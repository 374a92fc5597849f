import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../api/wire/failure';
import { readInput } from '../reading/input';
import type { Operation, OutputItem, Run, Steering, Unit } from '../operation';
import { parameterReader } from '../reading/parameters';
import { Sources } from '../reading/sources';

/** What came of a unit: the items that it gave, or why it gave none. */
export type Outcome = { items: OutputItem[] } | { failure: Failure };

/** One unit of an input item on its way to an outcome. */
export interface Entry {
	readonly itemIndex: number;
	/** Not final while it needs something. */
	unit: Unit;
	/** The earlier entry that asks for the same. */
	repeats?: Entry;
	outcome?: Outcome;
}

/** Entries that share a request. */
export type Batch = [Entry, ...Entry[]];

/** One input item, read: its input and its entries, or why it was refused. */
export type ItemPlan =
	{ entries: Entry[]; input: unknown } | { error: Error; identity: IDataObject };

/** What a run is to do. */
export interface Plan {
	items: ItemPlan[];
	/** Of the items that can be read, in order; each repeat knows what it repeats. */
	entries: Entry[];
	steering: Steering;
}

type Readers = Map<string, (itemIndex: number) => unknown>;

/** What an item that was refused asks for, as it was given. */
function givenNames({ fields }: Operation, readers: Readers, itemIndex: number): IDataObject {
	for (const { name } of fields.filter(({ names }) => names)) {
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

/** Marks each entry that asks for the same as an earlier one, unless it may do so. */
function markDuplicates(entries: Entry[]): void {
	const first = new Map<string, Entry>();
	for (const entry of entries) {
		const key = entry.unit.duplicateKey;
		if (key === undefined) continue;
		const earlier = first.get(key);
		if (!earlier) first.set(key, entry);
		else if (!entry.unit.mayRepeat) entry.repeats = earlier;
	}
}

function steeringOf(operation: Operation, items: readonly ItemPlan[]): Steering {
	const all = items.flatMap((item) => ('input' in item ? [operation.steering(item.input)] : []));
	const limits = all.flatMap(({ maxSms }) => maxSms ?? []);
	return {
		...all[0],
		dryRun: all.some(({ dryRun }) => dryRun),
		maxSms: limits.reduce((one, other) => Math.min(one, other), Infinity),
	};
}

/** Those that are still to be asked for. */
export function openOf(entries: readonly Entry[]): Entry[] {
	return entries.filter(({ outcome, repeats }) => !outcome && !repeats);
}

/** Reads and checks all input items before the first request. */
export function planRun(
	context: IExecuteFunctions,
	operation: Operation,
	inputItems: INodeExecutionData[],
	run: Run,
): Plan {
	const sources = new Sources(context, inputItems);
	const readers: Readers = new Map(
		operation.fields.map((field) => [field.name, parameterReader(context, field, sources)]),
	);
	const items = inputItems.map((_, itemIndex): ItemPlan => {
		try {
			const input = readInput(operation.fields, ({ name }) => readers.get(name)?.(itemIndex));
			const units = operation.prepare(input, run);
			return { entries: units.map((unit) => ({ itemIndex, unit })), input };
		} catch (error) {
			return { error: error as Error, identity: givenNames(operation, readers, itemIndex) };
		}
	});
	const entries = items.flatMap((item) => ('entries' in item ? item.entries : []));
	markDuplicates(entries);
	return { items, entries, steering: steeringOf(operation, items) };
}

/**
 * Puts entries whose keys are equal into batches, in the order in which keys come first.
 * @param size the most entries of a batch
 */
export function cutIntoBatches(entries: Entry[], size: number): Batch[] {
	const groups = new Map<string | undefined, Batch[]>();
	for (const entry of entries) {
		const key = entry.unit.batchKey;
		const batches = groups.get(key) ?? [];
		const last = batches.at(-1);
		if (last && last.length < size) last.push(entry);
		else batches.push([entry]);
		groups.set(key, batches);
	}
	return [...groups.values()].flat();
}
