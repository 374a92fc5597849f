import type { IDataObject, IExecuteData, IRunData, ITaskData } from 'n8n-workflow';
import { createRunExecutionData, NodeOperationError } from 'n8n-workflow';
import { isRetryAfterCrash } from '../../../nodes/ISendPro/engine/run/crash';
import type { EngineResult, EngineRun } from '../../helpers/engine';
import { runNode } from '../../helpers/engine';
import { useGateway } from '../../helpers/simulator';

/** What n8n notes after a crash of a node that had ended, in the place of its data. */
function recovered(): ITaskData {
	return {
		startTime: 0,
		executionIndex: 0,
		executionTime: 1,
		executionStatus: 'success',
		source: [null],
		data: { main: [[{ json: { isArtificialRecoveredEventItem: true } }]] },
	};
}

describe('The retry of an execution in which n8n was killed', () => {
	const gateway = useGateway();

	const itemsNode = {
		id: '1',
		name: 'Items',
		type: 'test.items',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};

	/** What comes next when the node `Linked` failed. */
	const linkedNext: IExecuteData = {
		node: { ...itemsNode, id: '3', name: 'Linked', type: 'test.linked' },
		data: { main: [[{ json: {} }]] },
		source: { main: [{ previousNode: 'Items' }] },
	};

	function run(options: Partial<EngineRun> = {}): EngineRun {
		return {
			url: gateway().url,
			resource: 'sms',
			operation: 'send',
			parameters: { to: '={{ $json.phone }}', message: 'Hello' },
			items: [{ phone: '0601020301' }, { phone: '0601020302' }],
			...options,
		};
	}

	/**
	 * What n8n stores when it was killed, as far as it can tell from its log of events: it may have noted
	 * nothing, or stopped before the node, in it or after it; or it saved what came next at each node's end
	 * (Save Execution Progress), and perhaps noted that the node began.
	 */
	type Noted = 'nothing' | 'before' | 'in' | 'after' | 'saved' | 'saved, in';

	async function crashed(noted: Noted): Promise<EngineResult> {
		const trigger = { node: itemsNode, data: { main: [[{ json: {} }]] }, source: null };
		const result = await runNode(run({ parameters: { to: 'nobody', message: 'Hello' } }));
		const [own = trigger] = result.run.data.executionData?.nodeExecutionStack ?? [];
		own.node.parameters = { ...own.node.parameters, to: '={{ $json.phone }}' };
		await gateway().reset();
		const crash: ITaskData = {
			...recovered(),
			executionStatus: 'crashed',
			data: undefined,
			error: new NodeOperationError(own.node, 'Execution stopped at this node'),
		};
		const { Items = [] } = result.run.data.resultData.runData;
		const runData: Record<Noted, IRunData> = {
			nothing: {},
			before: { Items: [recovered()] },
			in: { Items: [recovered()], iSendPro: [crash] },
			after: { Items: [recovered()], iSendPro: [recovered()] },
			saved: { Items },
			'saved, in': { Items, iSendPro: [crash] },
		};
		result.run.data = createRunExecutionData({
			resultData: {
				lastNodeExecuted: noted.endsWith('in') ? 'iSendPro' : 'Later',
				runData: runData[noted],
			},
			executionData: { nodeExecutionStack: [noted.startsWith('saved') ? own : trigger] },
		});
		return result;
	}

	/** Nothing was sent, since nobody knows what was sent before. */
	function expectStopped({ error }: EngineResult): void {
		expect(gateway().requests).toEqual([]);
		expect(error?.message).toMatch(/^n8n was stopped in the middle/);
		const { results } = error?.context?.data as { results: IDataObject[] };
		expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['unknown']));
	}

	it.each(['nothing', 'before', 'in', 'after', 'saved', 'saved, in'] as const)(
		'sends nothing, since nobody knows what was sent: n8n has noted "%s"',
		async (noted) => {
			expectStopped(await runNode(run({ retryOf: await crashed(noted) })));
		},
	);

	it('makes no short link either, and calls what would hold it unknown', async () => {
		const message = 'See https://www.example.com/1';
		const parameters = { to: '={{ $json.phone }}', message, options: { shortenLinks: true } };
		expectStopped(await runNode(run({ parameters, retryOf: await crashed('in') })));
	});

	it('calls everybody unknown though the text no longer passes its check', async () => {
		const retryOf = await crashed('in');
		const [next] = retryOf.run.data.executionData?.nodeExecutionStack ?? [];
		Object.assign(next?.node.parameters ?? {}, { message: '' });
		const { json, error } = await runNode(run({ retryOf }));
		expect(error?.message).toContain('n8n was stopped in the middle of this execution');
		expect(json).toEqual([]);
		expect(gateway().requests).toEqual([]);
	});

	it('still sends nothing when it is retried once more', async () => {
		const retried = await runNode(run({ retryOf: await crashed('in') }));
		expectStopped(await runNode(run({ retryOf: retried })));
	});

	const linked = [{ json: { phone: '0601020301' } }];

	/** What n8n stores of a run that failed at the node before this one, with those runs of the nodes. */
	async function failedBefore(
		runsOf: (own: Record<'Items' | 'Linked', ITaskData[]>) => IRunData,
		next = linkedNext,
		waitTill?: Date,
	): Promise<EngineResult> {
		const failed = await runNode(run({ linked }));
		await gateway().reset();
		const { Items = [], Linked = [] } = failed.run.data.resultData.runData;
		failed.run.data = createRunExecutionData({
			resultData: { lastNodeExecuted: 'Linked', runData: runsOf({ Items, Linked }) },
			executionData: { nodeExecutionStack: [next] },
			...(waitTill ? { waitTill } : {}),
		});
		return failed;
	}

	it('is known by what n8n noted, even if another node made an earlier retry fail', async () => {
		const retryOf = await failedBefore(({ Items, Linked }) => ({
			Items: [recovered(), ...Items],
			Linked: [recovered(), ...Linked],
		}));
		expectStopped(await runNode(run({ linked, retryOf })));
	});

	it('sends nothing where the run had waited before it, and n8n has noted nothing since', async () => {
		const retryOf = await failedBefore(
			// The last one is taken away as if it had failed, which waits do not.
			({ Items, Linked }) => ({ Items, Linked: [...Linked, ...Linked] }),
			{ ...linkedNext, data: { main: [linked] } },
			new Date(),
		);
		expectStopped(await runNode(run({ linked: [], retryOf })));
	});

	it.each([
		['the node', []],
		// As after a retry that came further, or a pause in the loop: n8n counts from 0 again.
		['the node in a later round of a loop', [0, 0]],
	])('is not taken for that of a run that failed before it came to %s', async (_, rounds) => {
		const retryOf = await failedBefore(({ Items, Linked }) => ({
			Items,
			Linked: [
				...rounds.flatMap((executionIndex) => Linked.map((own) => ({ ...own, executionIndex }))),
				...Linked,
			],
		}));
		const { json } = await runNode(run({ linked, retryOf }));
		expect(json).toMatchObject([{ status: 'sent' }]);
	});

	it('is taken for one where an n8n keeps elsewhere what tells it from a failure', () => {
		const context = {
			getMode: () => 'retry' as const,
			getNode: () => itemsNode,
			getWorkflowDataProxy: () => {
				throw new Error('Not needed');
			},
		};
		expect(isRetryAfterCrash(context)).toBe(true);
		expect(isRetryAfterCrash({ ...context, getMode: () => 'webhook' })).toBe(false);
	});

	it('asks again for what changes nothing', async () => {
		const retryOf = await crashed('in');
		const { json } = await runNode(run({ operation: 'count', retryOf }));
		expect(json).toMatchObject([{ parts: 1 }, { parts: 1 }]);
	});

	it('is not taken for that of a run that failed before it sent anything', async () => {
		const failed = await runNode(run({ parameters: { to: 'nobody', message: 'Hello' } }));
		expect(failed.error).toBeDefined();
		// As n8n does when it retries with the workflow as it is saved now.
		const [next] = failed.run.data.executionData?.nodeExecutionStack ?? [];
		Object.assign(next?.node.parameters ?? {}, { to: '={{ $json.phone }}' });
		const { json } = await runNode(run({ retryOf: failed }));
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
	});
});
