import { readFileSync } from 'node:fs';
import { inspect, isDeepStrictEqual } from 'node:util';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { Field } from '../../../../nodes/ISendPro/engine/field';
import { parameterReader } from '../../../../nodes/ISendPro/engine/parameters';
import { Sources } from '../../../../nodes/ISendPro/engine/sources';

/** As many parameters as a run compares, each for so many items. n8n is deaf while it does. */
export const PARAMETERS = 50;
export const ITEMS_EACH = 20;

const parameters = Array.from(
	{ length: PARAMETERS },
	(_, index) =>
		({
			displayName: `P${index}`,
			name: `p${index}`,
			type: 'string',
			default: '',
		}) satisfies Field,
);

function attempt(read: () => unknown): unknown {
	try {
		return { value: read() };
	} catch (error) {
		return { error: (error as Error).message };
	}
}

/**
 * Two nodes for tests in one, loaded into a real n8n. With a file it gives the items of that; without
 * one it reads each parameter for its share of them, as this package's node does and as
 * n8n does, and tells where the two differ.
 */
export class ReadingProbe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Reading Probe',
		name: 'readingProbe',
		group: ['transform'],
		version: 1,
		description: 'Compares two ways to read a parameter',
		defaults: { name: 'Reading Probe' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'File', name: 'file', type: 'string', default: '' }, ...parameters],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const file = this.getNodeParameter('file', 0) as string;
		if (file !== '') {
			const given: INodeExecutionData[] = JSON.parse(readFileSync(file, 'utf8'));
			return await Promise.resolve([given]);
		}
		const items = this.getInputData();
		let asked = 0;
		const counting = new Proxy(this, {
			get(context, name) {
				if (name === 'getNodeParameter') asked += 1;
				return Reflect.get(context, name);
			},
		});
		const sources = new Sources(this, items);
		const differences: IDataObject[] = [];
		for (const [index, field] of parameters.entries()) {
			const reader = parameterReader(counting, field, sources);
			for (let item = index * ITEMS_EACH; item < (index + 1) * ITEMS_EACH; item++) {
				const ours = attempt(() => reader(item));
				const n8ns = attempt(() => this.getNodeParameter(field.name, item, ''));
				if (isDeepStrictEqual(ours, n8ns)) continue;
				const expression = this.getNode().parameters[field.name];
				differences.push({ expression, ours: inspect(ours), n8ns: inspect(n8ns), item });
			}
		}
		// Each reader looks at its parameter once.
		const direct = items.length - (asked - parameters.length);
		return [[{ json: { compared: items.length, direct, differences } }]];
	}
}
