import type { IDataObject } from 'n8n-workflow';
import { ExpressionParts } from '../../../nodes/ISendPro/engine/reading/expression-parts';
import { Sources } from '../../../nodes/ISendPro/engine/reading/sources';
import { inEngine } from './in-engine';

/** The parts without a value in each item, in n8n's own engine, and how often n8n was asked. */
async function missingIn(
	raw: unknown,
	...jsons: IDataObject[]
): Promise<{ found: string[][]; asked: number }> {
	const result = { found: [] as string[][], asked: 0 };
	await inEngine({}, jsons, (context) => {
		const isExpression = typeof raw === 'string' && raw.startsWith('=');
		const texts = jsons.map((_, itemIndex) => {
			try {
				return isExpression ? context.evaluateExpression(raw.slice(1), itemIndex) : raw;
			} catch {
				return undefined;
			}
		});
		const asking = jest.spyOn(context, 'evaluateExpression');
		const parts = new ExpressionParts(context, new Sources(context, context.getInputData()));
		result.found = texts.map((text, itemIndex) => parts.missingIn(raw, text, itemIndex));
		result.asked = asking.mock.calls.length;
		asking.mockRestore();
	});
	return result;
}

const item = {
	...{ a: 'A', empty: '', blank: ' \t', nothing: null, zero: 0, no: false, list: ['x'], none: [] },
	...{ 'First name?': '', 'Name & first name': '' },
	...{ deep: { a: 'A', nothing: null }, date: 'soon', ratio: 0.5 },
};

describe('a part of a text', () => {
	it.each([
		['={{ $json.lacking }}, à demain', ['$json.lacking']],
		['=Bonjour {{ $json.empty }}, à demain', ['$json.empty']],
		['=Bonjour {{ $json.blank }}, à demain', ['$json.blank']],
		['=Bonjour {{ $json.nothing }}, à demain', ['$json.nothing']],
		['=Bonjour {{ $json["first name"] }}', ['$json["first name"]']],
		['=Bonjour {{ $json.lacking.name }}', ['$json.lacking.name']],
		['=Bonjour {{ $json.deep.nothing }}', ['$json.deep.nothing']],
		['=Bonjour {{ $json.a.lacking }}', ['$json.a.lacking']],
		['=Bonjour {{ $json.list[1] }}', ['$json.list[1]']],
		['=Bonjour {{ $json.list.lacking }}', ['$json.list.lacking']],
		['=Bonjour {{ $json.lacking.trim() }}', ['$json.lacking.trim()']],
		['=Bonjour {{ $json.empty.trim() }}', ['$json.empty.trim()']],
		['=Bonjour {{ $json.empty.toTitleCase() }}', ['$json.empty.toTitleCase()']],
		['=Bonjour {{ $json.lacking.toTitleCase() }}', ['$json.lacking.toTitleCase()']],
		['=Bonjour {{ $json?.lacking }}', ['$json?.lacking']],
		['=Bonjour {{ $json?.empty }}', ['$json?.empty']],
		// as forms name their columns
		['=Bonjour {{ $json["First name?"] }}', ['$json["First name?"]']],
		['=Bonjour {{ $json["Name & first name"] }}', ['$json["Name & first name"]']],
		["=Bonjour {{ $json.empty.replace('?', '') }}", ["$json.empty.replace('?', '')"]],
		["=Bonjour {{ $('Items').item.json.lacking }}", ["$('Items').item.json.lacking"]],
		["=Bonjour {{ $('Items').first().json.empty }}", ["$('Items').first().json.empty"]],
		['=Bonjour {{ $input.item.json.lacking }}', ['$input.item.json.lacking']],
		['={{ $json.none.join(", ") }}.', ['$json.none.join(", ")']],
		['=Bonjour {{ null }}', ['null']],
		['=Bonjour {{ undefined }}', ['undefined']],
		['=Bonjour {{ 0 / 0 }}', ['0 / 0']],
		['=Bonjour {{ Number($json.a) }}', ['Number($json.a)']],
		['=Bonjour {{ noFunction() }}', ['noFunction()']],
		['=Bonjour {{ JSON.parse("{") }}', ['JSON.parse("{")']],
		['={{ $json.a }}{{ $json.empty }}{{ $json.lacking }}', ['$json.empty', '$json.lacking']],
		[
			'=Bonjour\n{{\n$json.lacking\n\t.name\n}}\n{{ $json.empty }}',
			['$json.lacking .name', '$json.empty'],
		],
		['=a {{ $json.lacking /* \\}} */ }}', ['$json.lacking /* \\}} */']],
	])('has no value in %j', async (raw, missing) => {
		expect((await missingIn(raw, item)).found).toEqual([missing]);
	});

	it.each([
		['=Bonjour {{ $json.a }}{{ $json.deep.a }}{{ $json.list[0] }}'],
		[
			'={{ $json.zero }} SMS, {{ $json.no }}, {{ $json.ratio }}, {{ $json.list }}, {{ $json.deep }}',
		],
		["=Bonjour {{ $json.no ? 'VIP ' : '' }}"],
		['=Bonjour {{ $json.lacking || "" }}'],
		['=Bonjour {{ $json.nothing ?? "" }}'],
		["=Bonjour {{ $if($json.no, 'VIP', '') }}"],
		['=Bonjour {{ $ifEmpty($json.empty, "") }}'],
		["=Bonjour {{ $json['First name?'] ? 'VIP ' : '' }}"],
		['=Bonjour {{ $json.empty?.trim() || "" }}'],
		['=Bonjour {{ "" }}'],
		['=Bonjour {{ String($json.lacking) }}'],
		['=Bonjour {{ $json.date }} {{ $now.year }}'],
		// A text that is one part is the parameter's own value, which is read as a whole.
		['={{ $json.lacking }}'],
		['= {{ $json.empty }} '],
		['Bonjour {{ $json.lacking }}'],
		['=Bonjour'],
		['=Bonjour {{ $json.lacking'],
		['=Bonjour \\{{ $json.lacking }}'],
		[undefined],
	])('has a value, or is empty on purpose, in %j', async (raw) => {
		expect((await missingIn(raw, item)).found).toEqual([[]]);
	});

	it('that only points into items is read from them, and n8n is asked once', async () => {
		const raw = "=Bonjour {{ $json.a }} {{ $('Items').item.json.b.c }}";
		const names = ['A', '', null, undefined, 7, ' '];
		const jsons = names.map((a) => ({ a, b: { c: 'C' } }) as IDataObject);
		const { found, asked } = await missingIn(raw, ...jsons, ...jsons);
		expect(found.map(({ length }) => length)).toEqual([0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1]);
		expect(asked).toBeLessThanOrEqual(2);
	});

	it('is asked of n8n for every item once n8n reads the first one otherwise', async () => {
		const { found } = await missingIn(
			'=Bonjour {{ $json.caller }}',
			{ caller: 'a' },
			{ caller: 'b' },
		);
		expect(found).toEqual([['$json.caller'], ['$json.caller']]);
	});

	it('is looked for only where nothing stands in the place of a part', async () => {
		const raw = '={{ $json.a.toUpperCase() }}, {{ $json.b.toUpperCase() }}: {{ 1 + 1 }}';
		const jsons = Array.from({ length: 20 }, (_, index) => ({ a: 'A', b: index === 7 ? '' : 'B' }));
		const { found, asked } = await missingIn(raw, ...jsons);
		expect(found.flat()).toEqual(['$json.b.toUpperCase()']);
		expect(asked).toBeLessThanOrEqual(4);
	});

	it('is named by the start of its code', async () => {
		const raw = `=Bonjour {{ $json.lacking.${'x'.repeat(100)} }}`;
		expect((await missingIn(raw, {})).found).toEqual([[`$json.lacking.${'x'.repeat(46)}…`]]);
	});
});

describe('a rounded number', () => {
	const id = 2 ** 60;
	const written = '1152921504606846976';
	const json = { id, huge: 1e21, negative: -id, text: written, deep: { id }, small: 2 ** 53 - 1 };

	/** Looks for one in the text that n8n makes. */
	async function roundedIn(raw: string): Promise<number | undefined> {
		let found: number | undefined;
		await inEngine({}, [json], (context) => {
			const parts = new ExpressionParts(context, new Sources(context, context.getInputData()));
			found = parts.roundedIn(raw, String(context.evaluateExpression(raw.slice(1), 0)), 0);
		});
		return found;
	}

	it.each([
		['=Order {{ $json.id }}', id],
		['=Order {{ $json.huge }}', 1e21],
		['=Order {{ $json.negative }}', -id],
		['={{ $json.deep.id }}-{{ $json.text }}', id],
		["=Order {{ $('Items').item.json.id }}", id],
		['={{ String($json.id) }}', id],
		['={{ $json.id.toString() }}', id],
		['={{ "order-" + $json.id }}', id],
		['={{ `order-${$json.deep.id}` }}', id],
		['=Order {{ $json.small * 4 }}', 4 * (2 ** 53 - 1)],
		['=Order {{ 7615917337495251231 }}', 7615917337495251000],
		['=Order {{ Object.values($json)[0] }}', id],
	])('is found in %j', async (raw, number) => {
		expect(await roundedIn(raw)).toBe(number);
	});

	it.each([
		[`=Order ${written}`],
		[`=Order ${written} {{ $json.small }}`],
		['=Order {{ $json.text }}'],
		['=Order {{ $json.text.slice(1) }}'],
		['=Order {{ $json.small }}{{ $json.small }}'],
		['=Order {{ $json.lacking }}'],
		['={{ $json.id > 5 ? "7615917337495251231" : "" }}'],
	])('is none in %j', async (raw) => {
		expect(await roundedIn(raw)).toBeUndefined();
	});
});
