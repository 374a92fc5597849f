import fc from 'fast-check';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { weighted } from './arbitraries';

type Change = (item: INodeExecutionData) => void;

class Contact {
	city = 'Lyon';
}

/** Makes something else of each record in an item. */
function changeRecords({ json }: INodeExecutionData, change: (record: object) => object): void {
	for (const [name, value] of Object.entries(json))
		if (typeof value === 'object' && value !== null && !Array.isArray(value))
			Object.defineProperty(json, name, { value: change(value) });
}

/** Makes an item one that not all of n8n's engines for expressions can copy, or see in full. */
export const uncopiable = {
	'with a function': ({ json }) => Reflect.set(json, 'later', () => 'x'),
	'with a symbol': ({ json }) => Reflect.set(json, 'kind', Symbol('x')),
	'with objects of a class': (item) => {
		changeRecords(item, (record) => Object.assign(new Contact(), record));
		item.json.contact = new Contact() as object as IDataObject;
	},
	'with an error': ({ json }) => Reflect.set(json, 'cause', new Error('x')),
	'that failed': (item) => (item.error = new NodeOperationError({} as INode, 'x')),
	'that seems to have failed': (item) => Reflect.set(item, '__isError', true),
	'behind a proxy': (item) => (item.json = new Proxy(item.json, {})),
	'with a long text': ({ json }) => (json.text = 'x'.repeat(100_000)),
	'with a long list': ({ json }) => (json.list = Array.from({ length: 20_000 }, () => 0)),
	'with a large file': (item) =>
		(item.binary = { file: { data: 'A'.repeat(100_000), mimeType: 'text/plain' } }),
} satisfies Record<string, Change>;

/** Makes an item one that looks unusual and is copied all the same. */
export const copiable = {
	'with a small file': (item) => (item.binary = { file: { data: 'QQ==', mimeType: 'text/plain' } }),
	'with a date': ({ json }) => Reflect.set(json, 'since', new Date(0)),
	'with a mark in its json': ({ json }) => (json.__isError = true),
	'with lists that have names': (item) =>
		changeRecords(item, (record) => Object.assign(['first'], { ...record, length: 1 })),
	'with lists and objects': ({ json }) => (json.lines = [{ text: null, list: [[]] }]),
} satisfies Record<string, Change>;

/** A way in which an item is unusual. */
export type Unusual = keyof typeof uncopiable | keyof typeof copiable;

export const unusual: Record<Unusual, Change> = { ...uncopiable, ...copiable };

/** Of one in ten items, a way in which it is unusual. */
export const unusualOrNot: fc.Arbitrary<Unusual | undefined> = weighted(
	[9, fc.constant(undefined)],
	[1, fc.constantFrom(...(Object.keys(unusual) as Unusual[]))],
);
