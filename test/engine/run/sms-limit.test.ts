import { notSent } from '../../../nodes/ISendPro/api/wire/failure';
import type { Billing } from '../../../nodes/ISendPro/engine/operation';
import { enforceMaxSms, usageOf } from '../../../nodes/ISendPro/engine/run/sms-limit';
import { operationOf, pendingOf, statusesOf } from '../fakes';

const billing: Billing = {
	limitExceeded: ({ parts }, maxSms) => notSent(`${parts} of ${maxSms}`, ''),
	dryRunHint: async () => await Promise.reject(new Error('not in this test')),
};
const pending = pendingOf({ parts: 2 }, {}, { parts: 1, partsCondition: 'if one contact' });

describe('the usage of tasks', () => {
	it('is the sum of their parts, with the first condition', () => {
		expect(usageOf(pending)).toEqual({ parts: 3, condition: 'if one contact' });
	});
});

describe('the limit of SMS', () => {
	it('lets a run go that takes just as many', () => {
		const step = enforceMaxSms(operationOf({ billing }), { maxSms: 3 }, pending);
		expect(step).toEqual({ pending, settled: [] });
	});

	it('fails every task of a run that takes more', () => {
		const step = enforceMaxSms(operationOf({ billing }), { maxSms: 2 }, pending);
		expect(step.pending).toEqual([]);
		expect(statusesOf(step.settled)).toEqual(['notSent', 'notSent', 'notSent']);
		expect(step.settled[0]).toMatchObject({ failure: { message: '3 of 2' } });
	});

	it.each([
		['without a limit', operationOf({ billing }), {}],
		['for an operation that takes no SMS', operationOf(), { maxSms: 0 }],
	])('lets a run go %s', (_, operation, options) => {
		expect(enforceMaxSms(operation, options, pending).pending).toEqual(pending);
	});
});
