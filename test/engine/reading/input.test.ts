import type { Field } from '../../../nodes/ISendPro/engine/field';
import { readInput } from '../../../nodes/ISendPro/engine/reading/input';
import { Stored } from '../../../nodes/ISendPro/engine/reading/stored';

const label = { displayName: 'A', name: 'a', default: '' };
const text: Field = { ...label, type: 'string' };
const required: Field = { ...text, required: true };
const whole: Field = {
	...{ ...label, type: 'number' },
	typeOptions: { minValue: 1, maxValue: 5, numberPrecision: 0 },
};
const flag: Field = { ...label, type: 'boolean' };
const choice: Field = {
	...{ ...label, type: 'options' },
	options: [
		{ name: 'One', value: 1 },
		{ name: 'Automatic', value: 'automatic' },
	],
};
const collection: Field = { ...label, type: 'collection', options: [{ ...whole, name: 'b' }] };
const group = {
	...{ displayName: 'Row', name: 'row' },
	values: [text, { ...text, name: 'b', default: 'fallback' }],
};
const rows: Field = {
	...{ ...label, type: 'fixedCollection', options: [group] },
	typeOptions: { multipleValues: true },
};
const oneRow: Field = { ...rows, typeOptions: {} };

const read = (field: Field, value: unknown) => readInput([field], () => value).a;

describe('the input', () => {
	it.each<[string, Field, unknown, unknown]>([
		['a number as text', text, 7, '7'],
		['the largest number that is exact', text, 2 ** 53 - 1, '9007199254740991'],
		['a number of any length that is exact', text, 10n ** 20n, '100000000000000000000'],
		['text as a number', whole, ' 3 ', 3],
		['text as true', flag, 'true', true],
		['text as a choice that is a number', choice, '1', 1],
		['what a field reads itself', { ...text, raw: true }, [null], [null]],
		['a date as it is', { ...label, type: 'dateTime' }, 0, 0],
		['an option', collection, { b: '2' }, { b: 2 }],
		['no option that the field does not have', collection, { c: 1 }, {}],
		[
			'rows, with the default of what is not stored',
			rows,
			{ row: [{ a: 1 }] },
			{ row: [{ a: '1', b: 'fallback' }] },
		],
		['no rows', rows, {}, { row: [] }],
		['one row', oneRow, { row: { a: 'x', b: 'y' } }, { row: { a: 'x', b: 'y' } }],
		['no row', oneRow, {}, { row: undefined }],
	])('is %s', (_, field, value, expected) => {
		expect(read(field, value)).toEqual(expected);
	});

	it.each<[Field, unknown, string]>([
		[required, ' ', '"A" is empty'],
		[text, NaN, '"A" must be text, but is NaN'],
		[whole, 0, '"A" must be at least 1, but is 0'],
		[whole, 1.5, '"A" must be a whole number, but is 1.5'],
		[flag, 1, '"A" must be true or false, but is 1'],
		[collection, 'x', '"A" must be an object, but is the text "x"'],
		[rows, null, '"A" must be an object, but is nothing'],
		[rows, { row: {} }, '"A" must be a list, but is an object'],
		[rows, { row: [{ a: undefined }] }, '"A" must be text, but is nothing'],
		[whole, ' \t', '"A" must be a number, but is empty'],
		[text, 2 ** 53, '"A" has the number 9007199254740992, which was rounded on its way'],
		[text, -(2 ** 60), '"A" has the number -1152921504606847000, which was rounded on its way'],
		[required, 1e21, '"A" has the number 1e+21, which was rounded on its way'],
		[{ ...text, raw: true }, ['1', 2 ** 60], '"A" has the number 1152921504606847000, which'],
		[{ ...text, typeOptions: { password: true } }, 2 ** 60, '"A" has a number, which was rounded'],
	])('is refused by the name of its field: %# %j', (field, value, message) => {
		expect(() => read(field, value)).toThrow(message);
	});

	it('leaves notices out', () => {
		expect(readInput([{ ...label, type: 'notice' }], () => 'x')).toEqual({});
	});
});

describe('an option', () => {
	const options: Field = {
		...{ ...label, type: 'collection' },
		options: [
			{ ...whole, name: 'number' },
			{ ...flag, name: 'flag' },
			{ ...choice, name: 'choice' },
			{ ...text, name: 'text' },
			{ ...label, type: 'dateTime', name: 'date' },
			{ ...text, name: 'raw', raw: true },
			{ ...oneRow, name: 'group' },
		],
	};
	const names = ['number', 'flag', 'choice', 'text', 'date', 'raw'];
	const nothing = [undefined, null, '', ' ', '\u00a0\n\t'];
	const given = names.flatMap((name) => nothing.map((value) => [name, value] as const));

	/** Reads an option that the workflow stores like this. */
	const readStored = (value: unknown, raw: unknown) =>
		readInput(
			[options],
			() => value,
			() => new Stored(raw),
		).a;

	it.each(given)('is refused when an expression gives nothing for it: %s %j', (name, value) => {
		const stored = { [name]: '={{ $json.cell }}' };
		const message = '"A" is set, but its expression has no value';
		expect(() => readStored({ [name]: value }, stored)).toThrow(message);
		expect(() => readStored({ [name]: value }, '={{ $json.options }}')).toThrow(message);
		expect(() => read(options, { [name]: value })).toThrow(message);
	});

	it.each(given)('is as if not added when it was left empty by hand: %s %j', (name, value) => {
		if (value === undefined) return;
		expect(readStored({ [name]: value, other: 1 }, { [name]: value })).toEqual({});
	});

	it('that is an expression with nothing in it is refused', () => {
		expect(() => readStored({ text: '' }, { text: '=' })).toThrow('has no value');
	});

	it.each(nothing)('is refused when a setting inside it gets nothing: %j', (value) => {
		const stored = { group: { row: { a: '={{ $json.cell }}' } } };
		const message = '"A" is set, but its expression has no value';
		expect(() => readStored({ group: { row: { a: value } } }, stored)).toThrow(message);
	});

	it('keeps a setting inside it that was left empty by hand', () => {
		const value = { group: { row: { a: '' } } };
		expect(readStored(value, value)).toEqual({ group: { row: { a: '', b: 'fallback' } } });
	});
});

describe('a row among many', () => {
	it('may have an empty cell, which is data', () => {
		const given = { row: [{ a: '', b: ' ' }] };
		const stored = () => new Stored({ row: [{ a: '={{ $json.a }}', b: '={{ $json.b }}' }] });
		expect(readInput([rows], () => given, stored).a).toEqual(given);
	});
});
