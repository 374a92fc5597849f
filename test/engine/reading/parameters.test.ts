import fc from 'fast-check';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	IWorkflowSettings,
} from 'n8n-workflow';
import type { Field } from '../../../nodes/ISendPro/engine/field';
import { parseDirectExpression } from '../../../nodes/ISendPro/engine/reading/direct-expression';
import { parameterReader } from '../../../nodes/ISendPro/engine/reading/parameters';
import { Sources } from '../../../nodes/ISendPro/engine/reading/sources';
import { send } from '../../../nodes/ISendPro/actions/sms/send.operation';
import { runNode, TestedNode } from '../../helpers/engine';
import { fieldNames, readings } from '../../helpers/expressions';
import { uncopiable, unusual } from '../../helpers/unusual-items';

function fieldNamed(wanted: string): Field {
	const found = send.fields.find(({ name }) => name === wanted);
	if (!found) throw new Error(`there is no field ${wanted}`);
	return found;
}

/** What reading gives: a value, or the error that n8n shows. */
function attempt(read: () => unknown): unknown {
	try {
		return { value: read() };
	} catch (error) {
		return { error: (error as Error).message };
	}
}

/** The time of day moves on between two readings. */
function withoutTime(values: unknown[]): unknown {
	return JSON.parse(JSON.stringify(values).replace(/T\d\d:\d\d:\d\d\.\d{3}/g, ''));
}

interface Reading {
	/** By this package, for each item. */
	ours: unknown[];
	/** By n8n. */
	n8ns: unknown[];
	/** How often n8n was asked. */
	asked: number;
}

/** Reads a parameter for each item in n8n's own engine, both ways. */
async function read(
	name: string,
	parameters: INodeParameters,
	items: IDataObject[],
	linked?: INodeExecutionData[],
	settings?: IWorkflowSettings,
): Promise<Reading> {
	const reading: Reading = { ours: [], n8ns: [], asked: 0 };
	const field = fieldNamed(name);
	const execute = jest.spyOn(TestedNode.prototype, 'execute').mockImplementation(async function (
		this: IExecuteFunctions,
	) {
		const input = this.getInputData();
		const n8ns = jest.spyOn(this, 'getNodeParameter');
		const reader = parameterReader(this, field, new Sources(this, input));
		reading.ours = input.map((_, index) => attempt(() => reader(index)));
		reading.asked = n8ns.mock.calls.length - 1;
		n8ns.mockRestore();
		reading.n8ns = input.map((_, index) =>
			attempt(() => this.getNodeParameter(name, index, field.default as IDataObject)),
		);
		return await Promise.resolve([input]);
	});
	try {
		const result = await runNode({
			url: 'http://127.0.0.1:9/',
			resource: 'sms',
			operation: 'send',
			parameters: { to: '0601020304', message: 'Hello', ...parameters },
			items,
			linked,
			settings,
		});
		if (result.error) throw new Error(result.error.message);
	} finally {
		execute.mockRestore();
	}
	return reading;
}

/** One expression, and 20 items to read it for. */
const readingCases = fieldNames
	.chain((fields) => readings(fields, ['Items'], { items: 20, expressions: 1 }))
	.map(({ expressions: [expression = ''], items }) => ({ expression, items }));

describe('A parameter is read as n8n reads it', () => {
	it('inside a collection', async () => {
		const members = fc.dictionary(
			fc.constantFrom('timezone', 'tracker', 'sendAt'),
			fc.constantFrom('', 'Shop', '={{ $parameter["&tracker"] }}', '={{ $now }}', 'expression'),
			{ minKeys: 1 },
		);
		await fc.assert(
			fc.asyncProperty(members, readingCases, async (chosen, { expression, items }) => {
				const entries = Object.entries(chosen).map(([name, value]) => [
					name,
					value === 'expression' ? expression : value,
				]);
				const options: INodeParameters = Object.fromEntries(entries);
				const { ours, n8ns } = await read('options', { options }, items);
				expect(withoutTime(ours)).toEqual(withoutTime(n8ns));
			}),
			{ numRuns: 50 },
		);
	}, 60_000);

	it.each([
		['={{ $json.phone }}'],
		['={{$json.phone}}'],
		['={{ $json["phone"] }}'],
		["={{ $json['phone'] }}"],
		['=Bonjour {{ $json.phone }} !'],
		['=Bonjour {{ $json.phone }},\nvotre code : {{ $json.code }}\n}}'],
		['={{ $json.order.lines[1].text }}'],
		['={{ $json["order"]["first line"] }}'],
		["={{ $('Items').item.json.phone }}"],
		['=Bonjour {{ $("Items").item.json.order["first line"] }}, {{ $json.code }}'],
		["={{ $('Items').first().json.phone }}{{ $('Items').last().json.phone }}"],
		['={{ $input.item.json.phone }}{{ $input.first().json.code }}{{ $input.last().json.code }}'],
		["={{ $('Items').item.json.phone.trim().toUpperCase() }}"],
		['=Bonjour {{ $json.phone.toLowerCase() }}{{ String($json.code).trim() }}'],
		['={{ String($json.code) }}'],
	])('and without asking n8n for each item: %j', async (message) => {
		const jsons = Array.from({ length: 50 }, (_, index) => ({
			phone: `06${index}`,
			code: index,
			order: { lines: [{}, { text: `line ${index}` }], 'first line': 'x' },
		}));
		const { ours, n8ns, asked } = await read('message', { message }, jsons);
		expect(ours).toEqual(n8ns);
		expect(asked).toBe(1);
	});

	it('with its errors, where an item belongs to none of the earlier node', async () => {
		const jsons = Array.from({ length: 4 }, (_, index) => ({ phone: `06${index}` }));
		const linked = jsons.map((json, item) => ({
			json,
			pairedItem: { item: item === 2 ? 99 : item },
		}));
		const message = "={{ $('Items').item.json.phone }}";
		const { ours, n8ns, asked } = await read('message', { message }, jsons, linked);
		expect(ours).toEqual(n8ns);
		expect(ours[2]).toEqual({ error: expect.stringMatching(/item/) });
		expect(asked).toBe(2);
	});

	it.each(["$('Linked').item", "$('Linked').first()", "$('Linked').last()", '$input.first()'])(
		'asking n8n for items that it may not be able to copy, and for no other: %s',
		async (from) => {
			const message = `={{ ${from}.json.phone }}`;
			for (const [name, change] of Object.entries(unusual)) {
				const item = { json: { phone: '0601' }, pairedItem: { item: 0 } };
				change(item);
				const { ours, n8ns, asked } = await read('message', { message }, [{}], [item, item, item]);
				expect(ours).toEqual(n8ns);
				expect({ name, asked }).toEqual({ name, asked: name in uncopiable ? 3 : 1 });
			}
		},
	);

	it('asking n8n for text that not all of its engines hand on whole, and for no other', async () => {
		const values = ['a', 'a\0b', 'x\ud83d', '😀', '\udc00', '\ufeffb', 'b\ufeff'];
		const jsons = values.map((phone) => ({ phone }));
		for (const from of ['$json', '$input.item.json', "$('Items').item.json"]) {
			const { ours, n8ns, asked } = await read(
				'message',
				{ message: `={{ ${from}.phone }}` },
				jsons,
			);
			expect(ours).toEqual(n8ns);
			expect(asked).toBe(1 + 4);
		}
	});

	it('asking n8n for capitals and small letters that not every Unicode knows, and for no others', async () => {
		const values = ['Élodie ŒUVRE, 5 €', 'straße ŷ – “ÿ”', 'ƛ', 'ΟΔΟΣ', 7, 'Straße'];
		const jsons = values.map((name) => ({ name }));
		for (const method of ['toUpperCase', 'toLowerCase']) {
			const message = `={{ $json.name.${method}() }}`;
			const { ours, n8ns, asked } = await read('message', { message }, jsons);
			expect(ours).toEqual(n8ns);
			expect(asked).toBe(1 + 3);
		}
	});

	it('asking n8n for what not all of its engines see of a list or an object, and for no other', async () => {
		const values = [
			{ first: 'a' },
			Object.assign(['a'], { first: 'b' }),
			Object.assign(new Error('c'), { first: 'c' }),
			Object.assign(Object.create(null), { first: 'd' }),
		];
		const jsons = values.map((name) => ({ name }) as object as IDataObject);
		const { ours, n8ns, asked } = await read(
			'message',
			{ message: '={{ $json.name.first }}' },
			jsons,
		);
		expect(ours).toEqual(n8ns);
		expect(asked).toBe(1 + 2);
	});

	it('asking n8n for names of a list that look like places in it', async () => {
		const list = Object.assign(['a', 'b'], { '01': 'c', '4294967295': 'd' });
		for (const [place, expected] of [
			['1', 1],
			['"1"', 1],
			['"01"', 3],
			['"4294967295"', 3],
		] as const) {
			const jsons = [list, list, list].map((l) => ({ l }) as object as IDataObject);
			const message = `={{ $json.l[${place}] }}`;
			const { ours, n8ns, asked } = await read('message', { message }, jsons);
			expect(ours).toEqual(n8ns);
			expect({ place, asked }).toEqual({ place, asked: expected });
		}
	});

	it('where $input.item is the json alone, too', async () => {
		const settings = { binaryMode: 'combined' } as const;
		const jsons = ['a', 'b'].map((letter) => ({ phone: letter, json: { phone: `a` } }));
		const message = '={{ $input.item.json.phone }}';
		const { ours, n8ns } = await read('message', { message }, jsons, undefined, settings);
		expect(n8ns[1]).toEqual({ value: 'a' });
		expect(ours).toEqual(n8ns);
	});

	it('asking n8n where a value is neither text nor an integer, and for no other item', async () => {
		const values = ['a', true, 1, null, [], 'b', 0.5, {}, '', undefined, -3];
		const jsons = values.map((phone): IDataObject => (phone === undefined ? {} : { phone }));
		const { ours, n8ns, asked } = await read('message', { message: '={{ $json.phone }}' }, jsons);
		expect(ours).toEqual(n8ns);
		expect(asked).toBe(1 + 6);
	});

	it.each(['toString', 'constructor', '__proto__', 'toJSON', 'then'])(
		'leaving to n8n every path with the name %s, whatever the first item holds',
		(name) => {
			expect(parseDirectExpression(`={{ $json.${name}.phone }}`)).toBeUndefined();
			expect(parseDirectExpression(`={{ $json.phone["${name}"] }}`)).toBeUndefined();
		},
	);

	it('leaving names to n8n that n8n refuses', async () => {
		const message = '={{ $json.caller }}';
		const { ours, n8ns } = await read('message', { message }, [{ caller: 'a' }, { caller: 'b' }]);
		expect(ours).toEqual(n8ns);
	});
});
