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
	])('is refused by the name of its field: %# %j', (field, value, message) => {
		expect(() => read(field, value)).toThrow(message);
	});

	it('leaves notices out', () => {
		expect(readInput([{ ...label, type: 'notice' }], () => 'x')).toEqual({});
	});
});
