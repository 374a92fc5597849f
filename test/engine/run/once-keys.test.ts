import type { IExecuteFunctions } from 'n8n-workflow';
import { submitOnce } from '../../../nodes/ISendPro/engine/run/once';
import { openOnceKeys } from '../../../nodes/ISendPro/engine/run/once-keys';
import type { Pending, Settled } from '../../../nodes/ISendPro/engine/task';
import { failed } from '../../../nodes/ISendPro/engine/task';
import { Deduplicator } from '../../helpers/deduplication';
import { ledgerOf, lost, pendingOf, rejection, statusesOf } from '../fakes';

/** What n8n gives a node of that id. */
function contextOf(
	service: Deduplicator,
	{ node = 'node', workflow = 'workflow', signal }: Partial<ContextSettings> = {},
): IExecuteFunctions {
	const data = { node: { id: node } as never, workflow: { id: workflow, active: true } };
	const context: unknown = {
		getNode: () => ({ id: node }),
		getWorkflow: () => ({ id: workflow }),
		getExecutionCancelSignal: () => signal,
		helpers: {
			checkProcessedAndRecord: async (items: string[], scope: 'node', options: never) =>
				await service.checkProcessedAndRecord(items, scope, data, options),
			removeProcessed: async (items: string[], scope: 'node') =>
				await service.removeProcessed(items, scope, data),
		},
	};
	return context as IExecuteFunctions;
}

interface ContextSettings {
	node: string;
	workflow: string;
	signal: AbortSignal;
}

const accepted = ({ index, itemIndex, task }: Pending): Settled => ({
	...{ index, itemIndex, task, outcome: 'accepted', result: {} },
});

describe('A run whose tasks have once keys', () => {
	const service = new Deduplicator();
	beforeEach(() => service.reset());

	const tasks = () => pendingOf({ onceKey: 'a' }, { onceKey: 'b' }, { onceKey: 'c' }, {});

	async function submit(
		work: (pending: readonly Pending[]) => Settled[],
		settings: Partial<ContextSettings> = {},
		ledger = ledgerOf().ledger,
	): Promise<string[]> {
		const step = { settled: [], pending: tasks() };
		const { settled } = await submitOnce(
			contextOf(service, settings),
			{},
			step,
			ledger,
			async ({ pending }) => await Promise.resolve({ settled: work(pending) }),
		);
		return statusesOf(settled);
	}

	it('that ends in an error releases what was not submitted, and keeps what was', async () => {
		const known = ['accepted', lost, rejection()] as const;
		const ledger = {
			...ledgerOf().ledger,
			restore: (one: Pending): Settled | undefined => {
				const outcome = known[one.index];
				if (outcome === undefined) return undefined;
				return outcome === 'accepted' ? accepted(one) : failed(one, outcome);
			},
		};
		const broken = submit(
			() => {
				throw new Error('Nobody foresaw this');
			},
			{},
			ledger,
		);
		await expect(broken).rejects.toThrow('Nobody foresaw this');
		expect(await submit((pending) => pending.map(accepted))).toEqual([
			...['skipped', 'skipped'],
			...['accepted', 'accepted'],
		]);
	});

	it('that ends in an error before anything was submitted releases all', async () => {
		const broken = submit(() => {
			throw new Error('Nobody foresaw this');
		});
		await expect(broken).rejects.toThrow();
		expect(service.count).toBe(0);
	});

	it('that was stopped before its turn records nothing and submits nothing', async () => {
		await submit((pending) => pending.map(accepted));
		service.calls.length = 0;
		const work = jest.fn((pending: readonly Pending[]) => pending.map(accepted));
		const signal = AbortSignal.abort();
		expect(await submit(work, { signal })).toEqual(Array(4).fill('notSent'));
		expect(work).toHaveBeenCalledWith([]);
		expect([service.calls, service.count]).toEqual([[], 3]);
	});

	it('goes on after another of the same node has failed', async () => {
		service.fault = (call) => {
			service.fault = () => {};
			throw new Error(`${call}: no database`);
		};
		const [first, second] = await Promise.all([
			submit((pending) => pending.map(accepted)),
			submit((pending) => pending.map(accepted)),
		]);
		expect(first).toEqual(Array(4).fill('notSent'));
		expect(second).toEqual(Array(4).fill('accepted'));
	});

	it('submits nothing where n8n does not say which keys are new', async () => {
		const context = contextOf(service);
		context.helpers.checkProcessedAndRecord = async () =>
			await Promise.resolve({ new: [], processed: [] });
		const step = { settled: [], pending: tasks() };
		const work = async ({ pending }: { pending: readonly Pending[] }) =>
			await Promise.resolve({ settled: pending.map(accepted) });
		const { settled } = await submitOnce(context, {}, step, ledgerOf().ledger, work);
		expect(statusesOf(settled)).toEqual(Array(4).fill('notSent'));
	});

	it.each([
		['another node', { node: 'other' }],
		['another workflow', { workflow: 'other' }],
	])('is not held up by %s, nor by its keys', async (_, settings) => {
		await submit((pending) => pending.map(accepted));
		let release = () => {};
		const slow = new Promise<void>((resolve) => (release = resolve));
		const context = contextOf(service);
		context.helpers.checkProcessedAndRecord = async () => {
			await slow;
			return { new: [], processed: [] };
		};
		const waiting = openOnceKeys(context).confirm(['a']);
		expect(await submit((pending) => pending.map(accepted), settings)).toEqual(
			Array(4).fill('accepted'),
		);
		release();
		await waiting;
	});
});
