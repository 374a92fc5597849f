import type { IDataObject } from 'n8n-workflow';
import { parseDirectExpression } from '../../../nodes/ISendPro/engine/reading/direct-expression';
import { readBothWays } from './both-ways';

/** Reads a message for each item both ways; says how often n8n was asked. */
async function timesAsked(message: string, jsons: object[]): Promise<number> {
	const { ours, n8ns, asked } = await readBothWays('message', { message }, jsons as IDataObject[]);
	expect(ours).toEqual(n8ns);
	return asked;
}

describe('a direct expression', () => {
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
	])('is read from each item, and n8n is asked once: %j', async (message) => {
		const jsons = Array.from({ length: 50 }, (_, index) => ({
			phone: `06${index}`,
			code: index,
			order: { lines: [{}, { text: `line ${index}` }], 'first line': 'x' },
		}));
		expect(await timesAsked(message, jsons)).toBe(1);
	});

	it('is left to n8n for text that not all of its engines hand on whole, and for no other', async () => {
		const values = ['a', 'a\0b', 'x\ud83d', '😀', '\udc00', '\ufeffb', 'b\ufeff'];
		const jsons = values.map((phone) => ({ phone }));
		for (const from of ['$json', '$input.item.json', "$('Items').item.json"]) {
			expect(await timesAsked(`={{ ${from}.phone }}`, jsons)).toBe(1 + 4);
		}
	});

	it('is left to n8n for letters whose case not every Unicode knows, and for no others', async () => {
		const values = ['Élodie ŒUVRE, 5 €', 'straße ŷ – “ÿ”', 'ƛ', 'ΟΔΟΣ', 7, 'Straße'];
		const jsons = values.map((name) => ({ name }));
		for (const method of ['toUpperCase', 'toLowerCase']) {
			expect(await timesAsked(`={{ $json.name.${method}() }}`, jsons)).toBe(1 + 3);
		}
	});

	it('is left to n8n for what not all of its engines see of a list or an object, and for no other', async () => {
		const values = [
			{ first: 'a' },
			Object.assign(['a'], { first: 'b' }),
			Object.assign(new Error('c'), { first: 'c' }),
			Object.assign(Object.create(null), { first: 'd' }),
		];
		const jsons = values.map((name) => ({ name }));
		expect(await timesAsked('={{ $json.name.first }}', jsons)).toBe(1 + 2);
	});

	it('is left to n8n for names of a list that look like indexes', async () => {
		const list = Object.assign(['a', 'b'], { '01': 'c', '4294967295': 'd' });
		for (const [place, expected] of [
			['1', 1],
			['"1"', 1],
			['"01"', 3],
			['"4294967295"', 3],
		] as const) {
			const jsons = [list, list, list].map((l) => ({ l }));
			const asked = await timesAsked(`={{ $json.l[${place}] }}`, jsons);
			expect({ place, asked }).toEqual({ place, asked: expected });
		}
	});

	it('is left to n8n where a value is neither text nor an integer, and for no other item', async () => {
		const values = ['a', true, 1, null, [], 'b', 0.5, {}, '', undefined, -3];
		const jsons = values.map((phone): IDataObject => (phone === undefined ? {} : { phone }));
		expect(await timesAsked('={{ $json.phone }}', jsons)).toBe(1 + 6);
	});

	it.each(['toString', 'constructor', '__proto__', 'toJSON', 'then'])(
		'is none with the name %s in its path',
		(name) => {
			expect(parseDirectExpression(`={{ $json.${name}.phone }}`)).toBeUndefined();
			expect(parseDirectExpression(`={{ $json.phone["${name}"] }}`)).toBeUndefined();
		},
	);
});
