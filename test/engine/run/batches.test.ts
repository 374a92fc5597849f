import type { Operation } from '../../../nodes/ISendPro/engine/operation';
import { cutIntoBatches, dispatch } from '../../../nodes/ISendPro/engine/run/batches';
import type { Task } from '../../../nodes/ISendPro/engine/task';
import { anna, to, useMessages, zoe } from '../../helpers/messages';
import { account, ledgerOf, lost, pendingOf, statusesOf } from '../fakes';
import { asTimePasses } from './clock';

describe('cutting into batches', () => {
	it('puts equal keys together, in the order in which keys come first, up to the size', () => {
		const tasks = ['fr', 'be', 'fr', 'be', 'fr'].map((batchKey) => ({ batchKey }));
		const batches = cutIntoBatches(pendingOf(...tasks), 2);
		expect(batches.map((batch) => batch.map(({ index }) => index))).toEqual([[0, 2], [4], [1, 3]]);
	});

	it('keeps the weights of a batch within the limit, but leaves no task out', () => {
		const tasks = [2, 3, 1, 5, 9, 0, 1].map((weight) => ({ weight }));
		const batches = cutIntoBatches(pendingOf(...tasks), 4, 5);
		expect(batches.map((batch) => batch.map(({ index }) => index))).toEqual([
			...[[0, 1], [2], [3], [4], [5, 6]],
		]);
	});

	it('takes a group for itself, and no weight where there is none', () => {
		const tasks = ['fr', 'be', 'fr', 'be'].map((batchKey) => ({ batchKey, weight: 3 }));
		const batches = cutIntoBatches(pendingOf(...tasks), 4, 6);
		expect(batches.map((batch) => batch.map(({ index }) => index))).toEqual([
			[0, 2],
			[1, 3],
		]);
		expect(cutIntoBatches(pendingOf({}, {}, {}), 4, 1)).toHaveLength(1);
	});
});

describe('dispatching batches', () => {
	const accept = (requests: readonly unknown[]) => requests.map((to) => ({ to: String(to) }));

	/** Dispatches tasks, and says what was submitted, what became of them and what the ledger was told. */
	async function run(
		tasks: Array<Partial<Task>>,
		execute: (requests: readonly unknown[]) => Awaited<ReturnType<Operation['execute']>>,
		more: { size?: number; idempotent?: boolean; signal?: AbortSignal } = {},
	) {
		const { size = 1, idempotent = false, signal } = more;
		const submitted: unknown[][] = [];
		const { ledger, told } = ledgerOf();
		const settled = await dispatch(
			{
				idempotent,
				execute: async (_, requests) => {
					submitted.push([...requests]);
					return await Promise.resolve().then(() => execute(requests));
				},
			},
			account,
			cutIntoBatches(pendingOf(...tasks), size),
			ledger,
			{ intervalMs: 0, signal },
		);
		return { submitted, settled, statuses: statusesOf(settled), told };
	}

	it('settles every task once and in order, and tells the ledger before and after each request', async () => {
		const { settled, submitted, told } = await run([{}, {}, {}], accept, { size: 2 });
		expect(submitted).toEqual([[0, 1], [2]]);
		expect(settled).toHaveLength(3);
		expect(settled).toMatchObject(
			[0, 1, 2].map((index) => ({ index, outcome: 'accepted', result: { to: String(index) } })),
		);
		expect(told).toEqual([
			...['in flight 0', 'in flight 1', 'accepted 0', 'accepted 1'],
			...['in flight 2', 'accepted 2'],
		]);
	});

	it('leaves tasks unknown whose request failed in a way that nobody foresaw', async () => {
		const { settled } = await run([{}], () => {
			throw new TypeError('x is undefined');
		});
		const failure = { status: 'unknown', ambiguous: true, isFinal: true };
		expect(settled).toMatchObject([{ failure }]);
	});

	it('leaves nothing in doubt where a request may be repeated', async () => {
		const { settled } = await run([{}], () => [{ failure: lost }], { idempotent: true });
		expect(settled).toMatchObject([{ failure: { ambiguous: false, isFinal: false } }]);
	});

	it('stops before the next request once the execution is stopped', async () => {
		const stop = new AbortController();
		const stopAfter = (requests: readonly unknown[]) => {
			stop.abort();
			return accept(requests);
		};
		const { statuses, told } = await run([{}, {}, {}], stopAfter, { signal: stop.signal });
		expect(statuses).toEqual(['accepted', 'notSent', 'notSent']);
		expect(told).toEqual(['in flight 0', 'accepted 0']);
	});

	it('leaves out of a batch only the tasks whose time has passed', async () => {
		const tasks = [{}, { submitBefore: Date.now() }, { submitBefore: Date.now() + 60_000 }];
		const { statuses, submitted, told } = await run(tasks, accept, { size: 3 });
		expect(statuses).toEqual(['accepted', 'notSent', 'accepted']);
		expect(submitted).toEqual([[0, 2]]);
		expect(told).not.toContain('in flight 1');
	});
});

describe('a run that takes long', () => {
	const { gateway, send } = useMessages();

	const later = {
		message: 'Not sent, because its time passed before its turn came',
		description: 'Run it again. If Send At is a fixed time, choose a later one first.',
		status: 'notSent',
	};

	it.each([
		['the quiet hours have begun', { quietHours: 'fail' }, 'sent'],
		['its time has passed', { sendAt: '2026-11-23T20:00:00+01:00' }, 'scheduled'],
	])('sends nothing once %s, and says what to do', async (_, option, status) => {
		// Around 20:00 in Paris, a Monday.
		const { json } = await asTimePasses(
			[new Date('2026-11-23T18:59:59.500Z'), new Date('2026-11-23T19:00:00.100Z')],
			() => gateway().requests.length > 0,
			async () =>
				await send(
					[to(anna, 'a'), to(zoe, 'a')],
					{ ...option, batchSize: 1, batchInterval: 50 },
					{ onError: 'continueRegularOutput' },
				),
		);
		expect(json).toMatchObject([{ status }, { error: later }]);
		expect(gateway().requests).toHaveLength(1);
	});
});
