import 'reflect-metadata';
import { ExecutionLifecycleHooks, HookContext, WebhookContext, WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWorkflowBase,
	IWorkflowSettings,
} from 'n8n-workflow';
import { createRunExecutionData, NodeHelpers, Workflow } from 'n8n-workflow';

import { ISendProTrigger } from '../../nodes/ISendPro/ISendProTrigger.node';
import { executionData } from '../helpers/engine';

const trigger = new ISendProTrigger();

class After implements INodeType {
	description: INodeType['description'] = {
		displayName: 'After',
		name: 'after',
		group: ['transform'],
		version: 1,
		description: 'Follows the trigger',
		defaults: { name: 'After' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute(this: IExecuteFunctions) {
		return await Promise.resolve([this.getInputData()]);
	}
}

const after = new After();
const typeOf = (name: string): INodeType => (name === 'after' ? after : trigger);

function workflowWith(parameters: INodeParameters, settings: IWorkflowSettings = {}): Workflow {
	const node = (name: string, type: string, own: INodeParameters = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: own,
		webhookId: 'some-id',
	});
	const names = ['Output 1', 'Output 2', 'Output 3'];
	return new Workflow({
		id: '1',
		name: 'Test',
		active: false,
		nodes: [
			node('Trigger', 'iSendProTrigger', parameters),
			...names.map((name) => node(name, 'after')),
		],
		connections: {
			Trigger: { main: names.map((name) => [{ node: name, type: 'main', index: 0 }]) },
		},
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1', ...settings },
	});
}

function nodeOf(workflow: Workflow): INode {
	const node = workflow.getNode('Trigger');
	if (!node) throw new Error('no trigger');
	return node;
}

const workflowData: IWorkflowBase = {
	id: '1',
	name: 'Test',
	active: true,
	activeVersionId: null,
	isArchived: false,
	nodes: [],
	connections: {},
	createdAt: new Date(0),
	updatedAt: new Date(0),
};

/** What n8n does on publishing, and on listening for a test. */
async function activate(parameters: INodeParameters): Promise<boolean[]> {
	const workflow = workflowWith(parameters);
	await workflow.expression.acquireIsolate();
	const context = new HookContext(
		workflow,
		nodeOf(workflow),
		executionData(),
		'trigger',
		'activate',
	);
	const { checkExists, create, delete: remove } = trigger.webhookMethods.default;
	return [await checkExists.call(context), await create.call(context), await remove.call(context)];
}

/** Runs the event's execution as n8n does; gives what came to each node behind the trigger. */
async function run(event: string, parameters: INodeParameters, settings?: IWorkflowSettings) {
	const workflow = workflowWith(parameters, settings);
	await workflow.expression.acquireIsolate();
	const additional = executionData();
	const hooks = new ExecutionLifecycleHooks('webhook', '1', workflowData);
	const answers: unknown[] = [];
	hooks.addHandler('sendResponse', (answer) => void answers.push(answer));
	additional.hooks = hooks;
	const item = { json: { event, eventId: 'x' } };
	const result = await new WorkflowExecute(
		additional,
		'webhook',
		createRunExecutionData({
			executionData: {
				nodeExecutionStack: [{ node: nodeOf(workflow), data: { main: [[item]] }, source: null }],
			},
		}),
	).processRunExecutionData(workflow);
	const { runData, error } = result.data.resultData;
	expect(error).toBeUndefined();
	const ran = Object.entries(runData)
		.filter(([name]) => name !== 'Trigger')
		.map(([name, [task]]) => [name, task?.data?.main?.[0]?.map(({ json }) => json.event)]);
	return { ran, answers };
}

describe('The outputs', () => {
	it.each([
		['Receipt, Reply, STOP', ['deliveryReceipt', 'reply', 'stop']],
		['Receipt, STOP', ['stop', 'deliveryReceipt']],
		['', []],
	])('are the selected events in a fixed order: %s', async (names, events) => {
		const workflow = workflowWith({ events });
		await workflow.expression.acquireIsolate();
		const outputs = NodeHelpers.getNodeOutputs(workflow, nodeOf(workflow), trigger.description).map(
			(output) => (typeof output === 'string' ? output : output.displayName),
		);
		expect(outputs.join(', ')).toBe(names);
	});
});

describe.each(['v0', 'v1'] as const)('In an execution of order %s, an event', (executionOrder) => {
	it.each([
		['deliveryReceipt', ['deliveryReceipt', 'reply', 'stop'], 'Output 1'],
		['reply', ['deliveryReceipt', 'reply', 'stop'], 'Output 2'],
		['stop', ['stop', 'reply', 'deliveryReceipt'], 'Output 3'],
		['stop', ['deliveryReceipt', 'stop'], 'Output 2'],
		['reply', ['reply'], 'Output 1'],
	])('%s of %j leaves by %s alone', async (event, events, output) => {
		const { ran } = await run(event, { events }, { executionOrder });
		expect(ran).toEqual([[output, [event]]]);
	});
});

describe('The execution', () => {
	it('acknowledges the event at its start when that is when it counts as received', async () => {
		const { answers } = await run('stop', { acknowledge: 'onReceived' });
		expect(answers).toEqual([{ body: 'validation', headers: {}, statusCode: 200 }]);
	});

	it.each(['onReceived', 'lastNode', null, '={{ undefined }}', 'never'])(
		'and n8n agree on who answers, and leave it to the end where nothing is set: %s',
		async (acknowledge) => {
			const { answers } = await run('stop', { acknowledge });
			const workflow = workflowWith({ acknowledge });
			await workflow.expression.acquireIsolate();
			const [webhook] = trigger.description.webhooks ?? [];
			const mode = workflow.expression.getSimpleParameterValue(
				nodeOf(workflow),
				webhook?.responseMode,
				'webhook',
				{},
			);
			expect([mode, answers.length]).toEqual(
				acknowledge === 'onReceived' ? ['responseNode', 1] : ['lastNode', 0],
			);
		},
	);
});

describe('Publishing', () => {
	const labels = {
		allowedIps: 'Allowed IP Addresses',
		stopKeywords: 'STOP Keywords',
		stopMatch: 'STOP Detection',
	};

	it.each<[string, INodeParameters]>([
		['the defaults', {}],
		['addresses and ranges', { options: { allowedIps: '192.0.2.10, 2001:db8::/32' } }],
		[
			'expressions that find something',
			{
				options: {
					allowedIps: '={{ "192.0.2.10" }}',
					stopKeywords: '={{ ["STOP", "FIN"] }}',
					stopMatch: '={{ "any" + "where" }}',
				},
			},
		],
	])('accepts %s', async (_, parameters) => {
		expect(await activate(parameters)).toEqual([false, true, true]);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'a wrong entry',
			{ options: { allowedIps: '192.0.2.10, 192.0.2' } },
			'"192.0.2" is neither an IP address nor a range of them. Under "Allowed IP Addresses", write',
		],
		['an empty list', { options: { allowedIps: '' } }, 'The list of allowed IP addresses is empty'],
		...Object.entries(labels).flatMap(([name, label]) =>
			['={{ undefined }}', '={{ null }}', '={{ $vars.none }}'].map(
				(nothing): [string, INodeParameters, string] => [
					`an expression without a value under ${label}: ${nothing}`,
					{ options: { [name]: nothing } },
					`The expression of "${label}" has no value. Correct it, or remove the option`,
				],
			),
		),
		...(['allowedIps', 'stopKeywords'] as const).map((name): [string, INodeParameters, string] => [
			`an expression pasted into ${labels[name]}, which is fixed`,
			{ options: { [name]: '{{ $vars.words }}' } },
			`"${labels[name]}" looks like an expression, {{ … }}, but the field is set to Fixed`,
		]),
		// n8n takes an expression for its own text where a parameter may be none.
		['an expression under Events', { events: '={{ ["stop"] }}' }, 'No event is selected'],
		[
			'an expression under Acknowledge',
			{ acknowledge: '={{ undefined }}' },
			'"{{ undefined }}" is none of the values of "Acknowledge"',
		],
		['no value under Acknowledge', { acknowledge: null }, '"Acknowledge" has no value. Choose'],
		['an option that is null', { options: { stopMatch: null } }, '"STOP Detection" has no value'],
		['a place that is none', { options: { stopMatch: '={{ "end" }}' } }, '"end" is none'],
		['an unknown event', { events: ['stop', 'call'] }, '"call" is none'],
		['no event', { events: [] }, 'Select at least one under "Events".'],
	])('fails because of %s', async (_, parameters, message) => {
		await expect(activate(parameters)).rejects.toThrow(message);
	});
});

describe('A call', () => {
	const stop = '/webhook/some-id/replies?tel=0612345678&msg_sms=STOP';

	/** Express's part of the request; the context is n8n's. */
	async function call(url: string, parameters: INodeParameters, ip = '::ffff:192.0.2.10') {
		const workflow = workflowWith(parameters);
		await workflow.expression.acquireIsolate();
		const additional = executionData();
		const answer: { status?: number; word?: unknown } = {};
		additional.httpRequest = { originalUrl: url, ip, rawBody: Buffer.alloc(0) } as never;
		additional.httpResponse = {
			statusCode: 200,
			setHeader: () => undefined,
			setTimeout: () => undefined,
			end(this: { statusCode: number }, word: unknown) {
				Object.assign(answer, { status: this.statusCode, word });
			},
		} as never;
		const webhook: IWebhookData = {
			httpMethod: 'GET',
			node: 'Trigger',
			path: 'some-id/replies',
			webhookDescription: { name: 'default', httpMethod: 'GET', path: 'replies' },
			workflowId: '1',
			workflowExecuteAdditionalData: additional,
		};
		const context = new WebhookContext(
			workflow,
			nodeOf(workflow),
			additional,
			'webhook',
			webhook,
			[],
			null,
		);
		const result = await trigger.webhook.call(context);
		const json = result.workflowData?.[0]?.[0]?.json as IDataObject | undefined;
		return { ...result, event: json?.event, ...answer };
	}

	it('that tells an event starts an execution and waits for its answer', async () => {
		expect(await call(stop, {})).toEqual({
			workflowData: [[expect.anything()]],
			event: 'stop',
		});
	});

	it.each<[string, string, INodeParameters, number, string]>([
		['tells nothing', '/webhook/some-id/replies?a=b', {}, 200, 'probleme'],
		['is not selected', stop, { events: ['deliveryReceipt'] }, 200, 'validation'],
		['may not call', stop, { options: { allowedIps: '192.0.2.11' } }, 403, 'forbidden'],
	])('that %s is answered at once', async (_, url, parameters, status, word) => {
		expect(await call(url, parameters)).toEqual({ noWebhookResponse: true, status, word });
	});

	it('from an allowed address is heard', async () => {
		const parameters = { options: { allowedIps: '192.0.2.0/24', stopKeywords: 'ARRET' } };
		expect(await call(stop, parameters)).toMatchObject({ event: 'reply' });
	});

	const within = '/webhook/some-id/replies?tel=0612345678&msg_sms=Le+stop+est+loin';
	const failing = '={{ $json.none.none.none() }}';

	it.each(['={{ undefined }}', '={{ null }}', '={{ "" }}', failing])(
		'is a STOP by the default keywords where those of the user are lost: %s',
		async (stopKeywords) => {
			for (const word of ['STOP', 'arr%C3%AAt', 'unsubscribe']) {
				const url = stop.replace('STOP', word);
				expect(await call(url, { options: { stopKeywords } })).toMatchObject({ event: 'stop' });
			}
		},
	);

	it.each(['={{ undefined }}', '={{ null }}', '={{ "end" }}', failing])(
		'is told by the default rule where that of the user is lost: %s',
		async (stopMatch) => {
			const options = { stopMatch };
			const begins = stop.replace('STOP', 'Stop,+je+pars');
			expect(await call(begins, { options })).toMatchObject({ event: 'stop' });
			expect(await call(within, { options })).toMatchObject({ event: 'reply' });
			expect(await call(within, { options: { stopMatch: 'anywhere' } })).toMatchObject({
				event: 'stop',
			});
		},
	);

	it.each(['={{ undefined }}', '={{ null }}', failing])(
		'is from nobody who may where the list is lost: %s',
		async (allowedIps) => {
			expect(await call(stop, { options: { allowedIps } })).toMatchObject({ status: 403 });
		},
	);

	it.each(['={{ undefined }}', 'stop', failing])(
		'is a problem where the events are lost: %s',
		async (events) => {
			expect(await call(stop, { events })).toEqual({
				noWebhookResponse: true,
				status: 200,
				word: 'probleme',
			});
		},
	);
});
