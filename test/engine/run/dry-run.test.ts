import type { Billing, Operation, Prerequisite } from '../../../nodes/ISendPro/engine/operation';
import { completeDryRun } from '../../../nodes/ISendPro/engine/run/dry-run';
import { account, operationOf, pendingOf, rejection } from '../fakes';

const billing: Billing = {
	limitExceeded: () => rejection(),
	dryRunHint: async (_, { parts }) =>
		await Promise.resolve({ type: 'info', message: `Takes ${parts} SMS.` }),
};
const prerequisite: Prerequisite = {
	idempotent: false,
	resolve: async () => await Promise.reject(new Error('asked for in a dry run')),
	failure: () => rejection(),
	standInNote: 'With stand-ins.',
};
const execute: Operation['execute'] = async () => await Promise.reject(new Error('executed'));
const operation = operationOf({ billing, prerequisite, execute });

describe('a dry run', () => {
	it('checks every task and executes none', async () => {
		const { settled } = await completeDryRun(operation, account, pendingOf({}, {}));
		expect(settled).toMatchObject([
			{ index: 0, outcome: 'checked' },
			{ index: 1, outcome: 'checked' },
		]);
	});

	it.each([
		['what the run would take', {}, 'Takes 2 SMS.'],
		['that it counts with stand-ins', { requires: ['a'] }, 'Takes 2 SMS. With stand-ins.'],
	])('says in a hint %s', async (_, more, message) => {
		const { hints } = await completeDryRun(operation, account, pendingOf({ parts: 2, ...more }));
		expect(hints).toEqual([{ type: 'info', message }]);
	});

	it.each([
		['nothing is left to check', operation, []],
		['the operation takes no SMS', operationOf(), pendingOf({})],
	])('gives no hint where %s', async (_, which, pending) => {
		expect((await completeDryRun(which, account, pending)).hints).toEqual([]);
	});
});
