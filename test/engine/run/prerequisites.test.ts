import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import type { Failure } from '../../../nodes/ISendPro/api/wire/failure';
import { notSent, RequestFailed } from '../../../nodes/ISendPro/api/wire/failure';
import { resolvePrerequisites } from '../../../nodes/ISendPro/engine/run/prerequisites';
import type { Task } from '../../../nodes/ISendPro/engine/task';
import { account, ledgerOf, lost, operationOf, pendingOf, rejection } from '../fakes';

interface World {
	failures?: Record<string, Failure>;
	known?: Record<string, string>;
	idempotent?: boolean;
	finalize?: (task: Task) => Task;
}

/** Resolves what tasks require: each requirement in capitals, unless it fails. */
async function resolve(
	tasks: Array<Partial<Task>>,
	{ failures = {}, known, idempotent = false, finalize }: World = {},
) {
	const asked: string[] = [];
	const { ledger, told } = ledgerOf(known);
	const operation = operationOf({
		prerequisite: {
			idempotent,
			resolve: async (_, requirement) => {
				asked.push(requirement);
				const failure = failures[requirement];
				if (failure) throw new RequestFailed(failure);
				return await Promise.resolve(requirement.toUpperCase());
			},
			failure: (requirement, { message, isFinal }) =>
				notSent(`No ${requirement}: ${message}`, '', { isFinal }),
		},
		finalize: (task, resolved) => {
			finalize?.(task);
			return { ...task, request: task.requires?.map((each) => resolved.get(each)) };
		},
	});
	const throttle = { intervalMs: 0 };
	const step = await resolvePrerequisites(
		operation,
		account,
		pendingOf(...tasks),
		ledger,
		throttle,
	);
	return {
		asked,
		told,
		final: step.pending.map(({ task }) => task.request),
		failed: step.settled.map((one) => [one.index, 'failure' in one && one.failure.message]),
		...step,
	};
}

describe('prerequisites', () => {
	it('are asked for once, however many tasks require them', async () => {
		const { asked, final, failed } = await resolve([
			{ requires: ['a', 'b'] },
			{ requires: ['a'] },
			{ request: 'as it is' },
		]);
		expect(asked).toEqual(['a', 'b']);
		expect(final).toEqual([['A', 'B'], ['A'], 'as it is']);
		expect(failed).toEqual([]);
	});

	it('leave tasks as they are that require nothing', async () => {
		const { asked, pending } = await resolve([{}, {}]);
		expect([asked, pending]).toEqual([[], pendingOf({}, {})]);
	});

	it('keep each task as it was prepared, by which the ledger knows it', async () => {
		const { pending } = await resolve([{ requires: ['a'] }]);
		expect(pending[0]?.prepared?.request).toBe(0);
	});

	it('fail only the tasks that require what is refused, among 500 as well', async () => {
		const tasks = Array.from({ length: 500 }, (_, index) => ({
			requires: index === 250 ? ['bad'] : ['good'],
		}));
		const { failed, final } = await resolve(tasks, { failures: { bad: rejection() } });
		expect(failed).toEqual([[250, 'No bad: Refused']]);
		expect(final).toHaveLength(499);
	});

	it('fail only the task that no longer fits once it is final', async () => {
		const { failed, final } = await resolve([{ requires: ['a'] }, { requires: ['b'] }], {
			finalize: (task) => {
				if (task.requires?.includes('a')) throw new InvalidInputError('Too long', 'Shorten it.');
				return task;
			},
		});
		expect(failed).toEqual([[0, 'Too long']]);
		expect(final).toEqual([['B']]);
	});

	it('are taken from the ledger where an earlier try has made them', async () => {
		const { asked, final } = await resolve([{ requires: ['a', 'b'] }], { known: { a: 'made' } });
		expect([asked, final]).toEqual([['b'], [['made', 'B']]]);
	});

	it('are noted in the ledger before and after their request', async () => {
		const { told } = await resolve([{ requires: ['a'] }]);
		expect(told).toEqual(['in flight a', 'accepted a']);
	});

	it('are not asked for any more after two lost answers in a row', async () => {
		const tasks = ['a', 'b', 'c'].map((requirement) => ({ requires: [requirement] }));
		const { asked, failed } = await resolve(tasks, { failures: { a: lost, b: lost } });
		expect(asked).toEqual(['a', 'b']);
		expect(failed.map(([index]) => index)).toEqual([0, 1, 2]);
	});

	it.each([
		[true, false],
		[false, true],
	])('whose answer was lost end for good unless idempotent: %j', async (idempotent, isFinal) => {
		const { settled } = await resolve([{ requires: ['a'] }], { failures: { a: lost }, idempotent });
		expect(settled).toMatchObject([{ failure: { isFinal } }]);
	});
});
