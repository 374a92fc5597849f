import type { Field } from '../../../nodes/ISendPro/engine/field';
import { pastedExpression } from '../../../nodes/ISendPro/engine/reading/pasted-expression';

const text = { type: 'string', default: '' } as const;
const message: Field = { displayName: 'Message', name: 'message', ...text };
const options: Field = {
	...{ displayName: 'Options', name: 'options', type: 'collection', default: {} },
	options: [{ displayName: 'Tracker', name: 'tracker', ...text }],
};
const rows: Field = {
	...{ displayName: 'Parameters', name: 'parameters', type: 'fixedCollection', default: {} },
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [{ displayName: 'Value', name: 'value', ...text }],
		},
	],
};
const pasted = '{{ $json.a }}';

describe('a pasted expression', () => {
	it.each<[string, Field, unknown, string]>([
		['a text', message, `Hello ${pasted}`, '"Message"'],
		['an option', options, { tracker: pasted }, '"Tracker"'],
		['a row', rows, { parameter: [{ value: 'a' }, { value: pasted }] }, '"Value"'],
	])('is found in %s, and named by its field', (_, field, raw, name) => {
		expect(pastedExpression(field, raw)?.message).toContain(`${name} looks like an expression`);
	});

	it.each<[string, Field, unknown]>([
		['an expression', message, `=Hello ${pasted}`],
		['a text without braces', message, 'Hello'],
		['a number', message, 7],
		['nothing', message, null],
		['an option that the field does not have', options, { other: pasted }],
	])('is none in %s', (_, field, raw) => {
		expect(pastedExpression(field, raw)).toBeUndefined();
	});
});
