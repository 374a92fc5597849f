import type { IExecuteFunctions } from 'n8n-workflow';
import type { Field } from '../../../nodes/ISendPro/engine/field';
import { defineOperation } from '../../../nodes/ISendPro/engine/operation';
import type { Operation, RunContext, RunOptions } from '../../../nodes/ISendPro/engine/operation';
import { planRun } from '../../../nodes/ISendPro/engine/run/plan';

const run: RunContext = {
	...{ runId: 'run', textEncoding: 'iso-8859-15', timezone: 'Europe/Paris' },
	...{ now: new Date(0), gateway: '', resumeUrl: () => '' },
};
const fields: Field[] = [
	{ displayName: 'To', name: 'to', type: 'string', default: '', raw: true, names: true },
	{ displayName: 'Options', name: 'options', type: 'string', default: '', raw: true },
];
const operation = {
	...defineOperation({
		...{ option: { name: 'Test', value: 'test' }, fields: [], idempotent: false },
		prepare: (input: { to?: unknown }) => [{ request: input.to }],
		execute: async () => await Promise.resolve([]),
	}),
	...{ fields, runOptions: (input: { options?: RunOptions }) => input.options ?? {} },
} as Operation;

/** Plans a run whose parameters are expressions that give the fields of each item. */
function plan(...items: Array<{ to?: unknown; options?: RunOptions | Error }>) {
	const context: IExecuteFunctions = Object.create({
		getNodeParameter: (name: 'to' | 'options', index: number, _: unknown, asked?: object) => {
			if (asked) return '={{ something() }}';
			const value = items[index]?.[name];
			if (value instanceof Error) throw value;
			return value;
		},
	});
	const inputItems = items.map(() => ({ json: {} }));
	return planRun(context, operation, inputItems, run);
}

describe('the plan of a run', () => {
	it('refuses an item whose expression fails, and names what it asked for', () => {
		const { items } = plan({ to: 601, options: new Error('No path back') }, { to: 'b' });
		expect(items).toMatchObject([
			{ error: { message: 'No path back' }, identity: { to: '601' } },
			{ tasks: [{ request: 'b' }] },
		]);
	});

	it('takes the options of the first item that can be read', () => {
		const { options } = plan(
			{ to: 'bad', options: new Error('x') },
			{ to: 'b', options: { batchSize: 2, onPartialFailure: 'stop' } },
			{ to: 'c', options: { batchSize: 3 } },
		);
		expect(options).toMatchObject({ batchSize: 2, onPartialFailure: 'stop', dryRun: false });
	});

	it('takes a limit of no SMS for one', () => {
		expect(plan({ options: { maxSms: 0 } }, { options: { maxSms: 4 } }).options.maxSms).toBe(0);
	});
});
