import type { IExecuteFunctions, INodeExecutionData, IWorkflowDataProxyData } from 'n8n-workflow';
import { isObject, isPlain } from './plain-data';

/** Where an expression reads from. */
export interface Source {
	/** An earlier node; the node's own input if absent. */
	node?: string;
	/** `json` for the node's input; otherwise `item` (the linked one), `first` or `last`, as n8n calls them. */
	selector: string;
}

type Finder = (itemIndex: number) => unknown;

/** About how many characters an item may have: n8n copies it for each evaluation, and a larger one may not fit. */
const MAX_COPIED_CHARACTERS = 100_000;

/**
 * The size of plain data, in characters.
 * @returns Infinity if there is something else in it; throws RangeError if it contains itself
 */
function sizeOf(value: unknown): number {
	if (typeof value === 'string') return value.length;
	if (!isObject(value)) return typeof value === 'function' ? Infinity : 8;
	if (value instanceof Date) return 8;
	if (!isPlain(value)) return Infinity;
	return Object.values(value).reduce<number>((size, member) => size + sizeOf(member), 8);
}

/**
 * Whether n8n's evaluation sees an item as it is: there the item comes as a copy, which n8n's engines
 * make in different ways, and one with `__isError` is taken for a failure.
 * @throws if there is no item, or none that can be copied
 */
function isSeenByN8n(item: object): boolean {
	if ('__isError' in item || sizeOf(item) > MAX_COPIED_CHARACTERS) return false;
	// What only looks plain cannot be copied.
	structuredClone(item);
	return true;
}

/**
 * Finds the items that expressions point to, through the proxy that n8n gives a node: there n8n itself
 * follows the links between items, in a hundredth of the time of an expression.
 */
export class Sources {
	private proxy: IWorkflowDataProxyData | undefined;
	private readonly finders = new Map<string, Finder>();
	private readonly seen = new WeakSet<object>();

	/** @param items the node's input */
	constructor(
		private readonly context: Pick<IExecuteFunctions, 'getWorkflowDataProxy'>,
		private readonly items: readonly INodeExecutionData[],
	) {}

	/**
	 * What an expression finds as `json` for an item.
	 * @returns undefined where only n8n can say, or has an error to tell
	 */
	jsonOf({ node, selector }: Source, itemIndex: number): unknown {
		if (selector === 'json') return this.items[itemIndex]?.json;
		const key = `${selector} ${node ?? ''}`;
		const finder = this.finders.get(key) ?? this.finderFor(node, selector);
		this.finders.set(key, finder);
		try {
			return finder(itemIndex);
		} catch {
			return undefined;
		}
	}

	private finderFor(node: string | undefined, selector: string): Finder {
		try {
			this.proxy ??= this.context.getWorkflowDataProxy(0);
			if (node === undefined && selector === 'item') {
				const all: Array<{ json?: unknown }> = this.proxy.$input.all();
				return (itemIndex) => all[itemIndex]?.json;
			}
			const found = node === undefined ? this.proxy.$input : this.proxy.$(node);
			if (selector === 'item') return (itemIndex) => this.seenJson(found.itemMatching(itemIndex));
			const item = found[selector]();
			return () => this.seenJson(item);
		} catch {
			return () => undefined;
		}
	}

	/** Checks an item once, however many parameters read it. */
	private seenJson(item: { json?: unknown }): unknown {
		if (!this.seen.has(item)) {
			if (!isSeenByN8n(item)) return undefined;
			this.seen.add(item);
		}
		return item.json;
	}
}
