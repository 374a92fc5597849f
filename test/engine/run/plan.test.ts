import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
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
	{
		...({ displayName: 'Options', name: 'options', type: 'collection', default: {} } as const),
		options: [
			{ displayName: 'Dry Run', name: 'dryRun', type: 'boolean', default: true },
			...['maxSms', 'maxCost', 'minimumCredit', 'batchSize'].map((name): Field => ({
				...{ displayName: name, name, type: 'number', default: 1 },
			})),
			{
				...({ displayName: 'Failure', name: 'onPartialFailure', type: 'options' } as const),
				...{ default: 'continue', options: [{ name: 'Stop', value: 'stop' }] },
			},
		],
	},
];
const operation = {
	...defineOperation({
		...{ option: { name: 'Test', value: 'test' }, fields: [], idempotent: false },
		prepare: ({ to }: { to?: unknown }) => {
			if (to === 'refused') throw new InvalidInputError('Refused', 'Correct it.');
			return [{ request: to }];
		},
		execute: async () => await Promise.resolve([]),
	}),
	...{ fields, runOptions: (input: { options?: RunOptions }) => input.options ?? {} },
} as Operation;

/** What the expressions of an item give, option by option; an error is thrown by its expression. */
interface Item {
	to?: unknown;
	options?: Record<string, unknown>;
}

/** Plans a run whose parameters are expressions that give the fields of each item. */
function plan(...items: Item[]) {
	const names = new Set(items.flatMap(({ options = {} }) => Object.keys(options)));
	const raw = {
		to: '={{ something() }}',
		options: Object.fromEntries([...names].map((name) => [name, '={{ something() }}'])),
	};
	const evaluate = (value: unknown): unknown => {
		if (value instanceof Error) throw value;
		return value;
	};
	const context: IExecuteFunctions = Object.create({
		getNodeParameter: (path: string, index: number, _: unknown, asked?: object): unknown => {
			if (asked) return raw[path as 'to' | 'options'];
			const { to, options = {} } = items[index] ?? {};
			if (path === 'to') return evaluate(to);
			// n8n evaluates a collection as a whole: one failing member fails them all.
			if (path === 'options')
				return Object.fromEntries([...names].map((name) => [name, evaluate(options[name])]));
			return evaluate(options[path.replace('options.', '')]);
		},
	});
	const inputItems = items.map(() => ({ json: {} }));
	return planRun(context, operation, inputItems, run);
}

const noPath = new Error('No path back');

describe('the plan of a run', () => {
	it('refuses an item whose expression fails, and names what it asked for', () => {
		const { items } = plan(
			{ to: 601, options: { maxSms: noPath } },
			{ to: 'b', options: { maxSms: 2 } },
		);
		expect(items).toMatchObject([
			{ error: { message: 'No path back' }, identity: { to: '601' } },
			{ tasks: [{ request: 'b' }] },
		]);
	});

	it('takes the pace of the first item that is not refused', () => {
		const { options } = plan(
			{ to: 'bad', options: { batchSize: 1, onPartialFailure: noPath } },
			{ to: 'b', options: { batchSize: 2, onPartialFailure: 'stop' } },
			{ to: 'c', options: { batchSize: 3, onPartialFailure: 'stop' } },
		);
		expect(options).toMatchObject({ batchSize: 2, onPartialFailure: 'stop', dryRun: false });
	});

	it('takes a limit of no SMS for one', () => {
		expect(plan({ options: { maxSms: 0 } }, { options: { maxSms: 4 } }).options.maxSms).toBe(0);
	});

	it('has no limit where none is set', () => {
		expect(plan({ to: 'a' }, { to: 'b' }).options).toMatchObject({
			...{ dryRun: false, maxSms: Infinity, maxCost: Infinity, minimumCredit: -Infinity },
		});
	});

	const careful = { dryRun: true, maxSms: 3, maxCost: 4, minimumCredit: 70 };
	const careless = { dryRun: false, maxSms: 9, maxCost: 9, minimumCredit: 9 };

	it.each<[reason: string, item: Item]>([
		['whose number is bad', { to: new Error('bad'), options: careful }],
		['whose other option has no value', { options: { ...careful, batchSize: undefined } }],
		['whose other option is of another kind', { options: { ...careful, batchSize: 'ten' } }],
		['whose other option cannot be evaluated', { options: { ...careful, batchSize: noPath } }],
		['whose choice does not exist', { options: { ...careful, onPartialFailure: 'perhaps' } }],
		['that the operation refuses', { to: 'refused', options: careful }],
	])('holds to the most careful options of an item %s', (_, item) => {
		const good: Item = {
			to: 'b',
			options: { batchSize: 1, onPartialFailure: 'stop', ...careless },
		};
		for (const items of [
			[item, good],
			[good, item],
		]) {
			const { items: planned, options } = plan(...items);
			expect(planned.filter((one) => 'error' in one)).toHaveLength(1);
			expect(options).toMatchObject(careful);
		}
	});

	it.each<[name: keyof typeof careful, value: unknown]>([
		['dryRun', 'oui'],
		['dryRun', ''],
		['dryRun', undefined],
		['dryRun', noPath],
		['maxSms', '12 SMS'],
		['maxSms', NaN],
		['maxSms', ''],
		['maxSms', null],
		['maxCost', 'ten'],
		['minimumCredit', noPath],
	])('refuses an item whose %s is %p, and holds to its other options', (name, value) => {
		const bad: Item = { to: 'a', options: { ...careful, [name]: value } };
		const { items, options } = plan(bad, { to: 'b', options: careless });
		expect(items).toMatchObject([{ error: expect.anything() }, { tasks: [{}] }]);
		expect(options).toMatchObject({
			...careful,
			[name]: careless[name],
		});
	});
});
