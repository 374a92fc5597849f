import type { Task } from '../../../nodes/ISendPro/engine/task';
import { RequestFailed } from '../../../nodes/ISendPro/api/wire/failure';
import type { Operation } from '../../../nodes/ISendPro/engine/operation';
import { cutIntoBatches, dispatch } from '../../../nodes/ISendPro/engine/run/batches';
import { runNode } from '../../helpers/engine';
import { useGateway } from '../../helpers/simulator';
import { account, ledgerOf, lost, pendingOf, rejection, statusesOf } from '../fakes';

describe('cutting into batches', () => {
	const cut = (tasks: Array<Partial<Task>>, size: number) =>
		cutIntoBatches(pendingOf(...tasks), size).map((batch) => batch.map(({ index }) => index));

	it('puts equal keys together, in the order in which keys come first', () => {
		const tasks = ['fr', 'be', 'fr', 'be', 'fr'].map((batchKey) => ({ batchKey }));
		expect(cut(tasks, 500)).toEqual([
			[0, 2, 4],
			[1, 3],
		]);
	});

	it('cuts at the size of a batch', () => {
		expect(cut([{}, {}, {}, {}, {}], 2)).toEqual([[0, 1], [2, 3], [4]]);
	});

	it('gives none for no tasks', () => {
		expect(cut([], 2)).toEqual([]);
	});
});

describe('dispatching batches', () => {
	/** Dispatches tasks, and says what was submitted, what became of them and what the ledger was told. */
	async function run(
		tasks: Array<Partial<Task>>,
		execute: (requests: unknown[]) => Awaited<ReturnType<Operation['execute']>>,
		{
			size = 1,
			idempotent = false,
			signal,
		}: { size?: number; idempotent?: boolean; signal?: AbortSignal } = {},
	) {
		const submitted: unknown[][] = [];
		const { ledger, told } = ledgerOf();
		const settled = await dispatch(
			{
				idempotent,
				execute: async (_, requests) => {
					submitted.push([...requests]);
					return await Promise.resolve().then(() => execute([...requests]));
				},
			},
			account,
			cutIntoBatches(pendingOf(...tasks), size),
			ledger,
			{ intervalMs: 0, signal },
		);
		return { submitted, settled, statuses: statusesOf(settled), told };
	}
	const accept = (requests: unknown[]) => requests.map((to) => ({ to: String(to) }));

	it('settles every task once and in order, with the result at its place', async () => {
		const { settled, submitted } = await run([{}, {}, {}], accept, { size: 2 });
		expect(submitted).toEqual([[0, 1], [2]]);
		expect(settled).toMatchObject([
			{ index: 0, outcome: 'accepted', result: { to: '0' } },
			{ index: 1, outcome: 'accepted', result: { to: '1' } },
			{ index: 2, outcome: 'accepted', result: { to: '2' } },
		]);
		expect(settled).toHaveLength(3);
	});

	it('tells the ledger of every task before and after its request', async () => {
		const { told } = await run([{}, {}, {}], accept, { size: 2 });
		expect(told).toEqual([
			...['in flight 0', 'in flight 1', 'accepted 0', 'accepted 1'],
			...['in flight 2', 'accepted 2'],
		]);
	});

	it('leaves tasks without a result unknown', async () => {
		const { statuses } = await run([{}, {}, {}], () => [{ to: 'first' }], { size: 3 });
		expect(statuses).toEqual(['accepted', 'unknown', 'unknown']);
	});

	it('fails the tasks of a request that failed as a whole, and no others', async () => {
		const { statuses } = await run(
			[{}, {}, {}],
			(requests) => {
				if (requests[0] === 0) throw new RequestFailed(rejection());
				return accept(requests);
			},
			{ size: 2 },
		);
		expect(statuses).toEqual(['rejected', 'rejected', 'accepted']);
	});

	it('leaves tasks unknown whose request failed in a way that nobody foresaw', async () => {
		const { settled } = await run([{}], () => {
			throw new TypeError('x is undefined');
		});
		expect(settled).toMatchObject([
			{ failure: { status: 'unknown', ambiguous: true, isFinal: true } },
		]);
	});

	it('leaves nothing in doubt where a request may be repeated', async () => {
		const { settled } = await run([{}], () => [{ failure: lost }], { idempotent: true });
		expect(settled).toMatchObject([{ failure: { ambiguous: false, isFinal: false } }]);
	});

	it('stops before the next request once the execution is stopped', async () => {
		const stop = new AbortController();
		const { statuses, submitted, told } = await run(
			[{}, {}, {}],
			(requests) => {
				stop.abort();
				return accept(requests);
			},
			{ signal: stop.signal },
		);
		expect(statuses).toEqual(['accepted', 'notSent', 'notSent']);
		expect(submitted).toHaveLength(1);
		expect(told).toEqual(['in flight 0', 'accepted 0']);
	});

	it('leaves out of a batch only the tasks whose time has passed', async () => {
		const tasks = [{}, { submitBefore: Date.now() }, {}];
		const { statuses, submitted, told } = await run(tasks, accept, { size: 3 });
		expect(statuses).toEqual(['accepted', 'notSent', 'accepted']);
		expect(submitted).toEqual([[0, 2]]);
		expect(told).not.toContain('in flight 1');
	});

	it('submits nothing whose time has passed', async () => {
		const tasks = [{ submitBefore: Date.now() }, { submitBefore: Date.now() + 60_000 }];
		const { statuses, submitted } = await run(tasks, accept);
		expect(statuses).toEqual(['notSent', 'accepted']);
		expect(submitted).toEqual([[1]]);
	});
});

describe('a run that takes long', () => {
	const gateway = useGateway();

	const later = {
		message: 'Not sent, because its time passed before its turn came',
		description: 'Run it again. If Send At is a fixed time, choose a later one first.',
		status: 'notSent',
	};

	it.each([
		['the quiet hours have begun', { quietHours: 'fail' }, 'sent'],
		['its time has passed', { sendAt: '2026-11-23T20:00:00+01:00' }, 'scheduled'],
	])('sends nothing once %s, and says what to do', async (_, option, status) => {
		// 19:59:59.5 in Paris, a Monday; the clock goes on when the first request has arrived.
		const realTimers = ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] as const;
		jest.useFakeTimers({
			now: new Date('2026-11-23T18:59:59.500Z'),
			doNotFake: [...realTimers, 'queueMicrotask', 'performance'],
		});
		const clock = setInterval(() => {
			if (gateway().requests.length > 0) jest.setSystemTime(new Date('2026-11-23T19:00:00.100Z'));
		}, 1);
		try {
			const { json } = await runNode({
				url: gateway().url,
				resource: 'sms',
				operation: 'send',
				onError: 'continueRegularOutput',
				parameters: {
					to: '0612345671, 0612345672',
					message: 'a',
					options: { ...option, batchSize: 1, batchInterval: 50 },
				},
			});
			expect(json).toMatchObject([{ status }, { error: later }]);
			expect(gateway().requests).toHaveLength(1);
		} finally {
			clearInterval(clock);
			jest.useRealTimers();
		}
	});
});
