import { readFileSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { inspect, isDeepStrictEqual } from 'node:util';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { Field } from '../../../../nodes/ISendPro/engine/field';
import { parameterReader } from '../../../../nodes/ISendPro/engine/reading/parameters';
import { Sources } from '../../../../nodes/ISendPro/engine/reading/sources';
import type { Unusual } from '../../../helpers/unusual-items';
import { unusual } from '../../../helpers/unusual-items';

/** As many parameters as a run compares, each so many times. */
export const PARAMETERS = 50;
export const READINGS_EACH = 20;

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

/** An item of the file. */
export interface GivenItem {
	json: IDataObject;
	kind?: Unusual;
}

function itemOf({ json, kind }: GivenItem): INodeExecutionData {
	const item: INodeExecutionData = { json };
	if (kind) unusual[kind](item);
	return item;
}

function attempt(read: () => unknown): object {
	try {
		return { value: read() };
	} catch (error) {
		const { message, description } = error as Error & { description?: string };
		return { message, description };
	}
}

/**
 * Two nodes for tests in one, loaded into a real n8n. Without input items it gives those of a file;
 * with input items it reads each parameter for some of them, as this package's node does and as n8n
 * does, and tells where the two differ.
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
			const given: GivenItem[] = JSON.parse(readFileSync(file, 'utf8'));
			return await Promise.resolve([given.map(itemOf)]);
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
		let compared = 0;
		let failed = 0;
		for (const field of parameters) {
			// n8n hears others meanwhile.
			await pause();
			const reader = parameterReader(counting, field, sources);
			for (let reading = 0; reading < READINGS_EACH; reading++) {
				const item = compared++ % items.length;
				const ours = attempt(() => reader(item));
				const n8ns = attempt(() => this.getNodeParameter(field.name, item, ''));
				if ('message' in n8ns) failed += 1;
				if (isDeepStrictEqual(ours, n8ns)) continue;
				const expression = this.getNode().parameters[field.name];
				differences.push({ expression, ours: inspect(ours), n8ns: inspect(n8ns), item });
			}
		}
		// Each reader looks at its parameter once.
		const direct = compared - (asked - parameters.length);
		return [[{ json: { compared, direct, failed, differences } }]];
	}
}
