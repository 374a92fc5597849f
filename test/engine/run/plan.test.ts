import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import type { Field } from '../../../nodes/ISendPro/engine/field';
import type { Operation, RunContext, RunOptions } from '../../../nodes/ISendPro/engine/operation';
import { planRun } from '../../../nodes/ISendPro/engine/run/plan';
import { operationOf } from '../fakes';

const run: RunContext = {
	...{ runId: 'run', textEncoding: 'iso-8859-15', timezone: 'Europe/Paris' },
	...{ now: new Date(0), resumeUrl: () => '' },
};
const fields: Field[] = [
	{ displayName: 'To', name: 'to', type: 'string', default: '', raw: true, names: true },
	{ displayName: 'Options', name: 'options', type: 'string', default: '', raw: true },
];

/** Plans a run whose parameters are expressions that give the fields of each item. */
function plan(
	items: Array<{ to?: unknown; options?: RunOptions | Error }>,
	more: Partial<Operation> = {},
) {
	const context = {
		getNodeParameter: (name: 'to' | 'options', index: number, _: unknown, asked?: object) => {
			if (asked) return '={{ something() }}';
			const value = items[index]?.[name];
			if (value instanceof Error) throw value;
			return value;
		},
	};
	const operation = operationOf({
		fields,
		runOptions: (input) => (input as { options?: RunOptions }).options ?? {},
		prepare: (input) => {
			const { to } = input as IDataObject;
			if (to === 'bad') throw new InvalidInputError('No number', 'Give one.');
			return [{ identity: { to }, request: to }];
		},
		...more,
	});
	const inputItems = items.map(() => ({ json: {} }));
	return planRun(context as unknown as IExecuteFunctions, operation, inputItems, run);
}

describe('the plan of a run', () => {
	it('has the tasks of each item, or why it is refused and what it asked for', () => {
		const { items } = plan([{ to: 'a' }, { to: 'bad' }, { to: 'c' }]);
		expect(items).toMatchObject([
			{ tasks: [{ request: 'a' }] },
			{ error: { message: 'No number' }, identity: { to: 'bad' } },
			{ tasks: [{ request: 'c' }] },
		]);
	});

	it('refuses an item whose expression fails, and names what it asked for', () => {
		const { items } = plan([{ to: 601, options: new Error('No path back') }]);
		expect(items).toMatchObject([{ error: { message: 'No path back' }, identity: { to: '601' } }]);
	});

	it('takes the options of the first item that can be read', () => {
		const { options } = plan([
			{ to: 'bad', options: new Error('x') },
			{ to: 'b', options: { batchSize: 2, onPartialFailure: 'stop' } },
			{ to: 'c', options: { batchSize: 3 } },
		]);
		expect(options).toMatchObject({ batchSize: 2, onPartialFailure: 'stop', dryRun: false });
	});

	it('is a dry run for all as soon as one item asks for it', () => {
		expect(plan([{ to: 'a' }, { to: 'b', options: { dryRun: true } }]).options.dryRun).toBe(true);
	});

	it.each<[string, Array<number | undefined>, number]>([
		['the smallest limit', [3, undefined, 2, 5], 2],
		['no limit where no item has one', [undefined], Infinity],
		['a limit of none', [0, 4], 0],
	])('holds %s', (_, limits, expected) => {
		const { options } = plan(limits.map((maxSms) => ({ to: 'a', options: { maxSms } })));
		expect(options.maxSms).toBe(expected);
	});
});
