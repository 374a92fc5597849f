import type { Field } from '../../../nodes/ISendPro/engine/field';
import { readInput } from '../../../nodes/ISendPro/engine/reading/input';

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
const many: Field = {
	...{ ...label, type: 'options' },
	options: Array.from({ length: 9 }, (_, value) => ({ name: `N${value}`, value })),
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
		['text', text, 'a', 'a'],
		['a number as text', text, 7, '7'],
		['a number', whole, 3, 3],
		['text as a number', whole, ' 3 ', 3],
		['text as true', flag, 'true', true],
		['false', flag, false, false],
		['a choice by its value', choice, 'automatic', 'automatic'],
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
		[required, undefined, '"A" is empty'],
		[text, null, '"A" must be text, but is nothing'],
		[text, NaN, '"A" must be text, but is NaN'],
		[text, ['a'], '"A" must be text, but is a list'],
		[text, {}, '"A" must be text, but is an object'],
		[whole, '', '"A" must be a number, but is empty'],
		[whole, 'x'.repeat(41), `"A" must be a number, but is the text "${'x'.repeat(40)}…"`],
		[whole, 0, '"A" must be at least 1, but is 0'],
		[whole, 6, '"A" must be at most 5, but is 6'],
		[whole, 1.5, '"A" must be a whole number, but is 1.5'],
		[flag, 1, '"A" must be true or false, but is 1'],
		[choice, 'two', '"A" must be one of One, Automatic, but is the text "two"'],
		[many, 'x', '"A" must be one of N0, N1, N2, …, but is the text "x"'],
		[collection, 'x', '"A" must be an object, but is the text "x"'],
		[collection, { b: null }, '"A" is set, but its expression has no value'],
		[rows, null, '"A" must be an object, but is nothing'],
		[rows, { row: {} }, '"A" must be a list, but is an object'],
		[rows, { row: [{ a: undefined }] }, '"A" must be text, but is nothing'],
	])('is refused by the name of its field: %# %j', (field, value, message) => {
		expect(() => read(field, value)).toThrow(message);
	});

	it('leaves notices out', () => {
		expect(readInput([{ ...label, type: 'notice' }], () => 'x')).toEqual({});
	});
});
