import type { IExecuteFunctions, INodeExecutionData, IWorkflowDataProxyData } from 'n8n-workflow';

/** Where an expression reads from. */
export interface Source {
	/** An earlier node; the node's own input if absent. */
	node?: string;
	/** The item that belongs to the one at hand, the first or the last: n8n's own words. */
	which: string;
}

/** An item of n8n's data proxy, as far as it is read here. */
type FoundItem = { json?: unknown } | undefined;

type Finder = (itemIndex: number) => FoundItem;

/**
 * Finds the items that expressions point to, through the proxy that n8n gives a node: there n8n itself
 * follows the links between items, in a hundredth of the time of an expression.
 */
export class Sources {
	private proxy: IWorkflowDataProxyData | undefined;

	private readonly finders = new Map<string, Finder>();

	/** @param items the node's input */
	constructor(
		private readonly context: Pick<IExecuteFunctions, 'getWorkflowDataProxy'>,
		private readonly items: readonly INodeExecutionData[],
	) {}

	/**
	 * What an expression finds as `json` for an item.
	 * @returns undefined where only n8n can say, or has an error to tell
	 */
	jsonOf({ node, which }: Source, itemIndex: number): unknown {
		if (node === undefined && which === 'item') return this.items[itemIndex]?.json;
		const key = `${which} ${node ?? ''}`;
		const finder = this.finders.get(key) ?? this.finderFor(node, which);
		this.finders.set(key, finder);
		try {
			return finder(itemIndex)?.json;
		} catch {
			return undefined;
		}
	}

	private finderFor(node: string | undefined, which: string): Finder {
		try {
			this.proxy ??= this.context.getWorkflowDataProxy(0);
			const found = node === undefined ? this.proxy.$input : this.proxy.$(node);
			if (which === 'item') return found.itemMatching;
			const item: FoundItem = found[which]();
			return () => item;
		} catch {
			return () => undefined;
		}
	}
}
