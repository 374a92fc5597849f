import 'reflect-metadata';
import { ExecutionLifecycleHooks, PollContext, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IPollFunctions,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { ISendProPollingTrigger } from '../../nodes/ISendPro/ISendProPollingTrigger.node';
import { Credentials, executionData, KEY } from '../helpers/engine';

/** A node of a workflow, and the process of n8n that runs it. */
export interface Setup {
	url: string;
	parameters?: INodeParameters;
	credential?: Partial<ICredentialDataDecryptedObject>;
	nodeName?: string;
	/** Another one for each test: a process remembers its nodes. */
	workflowId: string;
	/** What n8n has stored of the workflow. */
	staticData?: IDataObject;
	/** The node as another process has loaded it. */
	trigger?: INodeType;
}

/** What n8n does with one node. */
export class RunningNode {
	readonly trigger: INodeType;
	readonly logged: string[] = [];
	/** Errors beside the events of a poll. */
	readonly emittedErrors: Error[] = [];
	private readonly workflow: Workflow;
	private readonly node: INode;
	private context?: IPollFunctions;

	constructor(private readonly setup: Setup) {
		this.trigger = setup.trigger ?? new ISendProPollingTrigger();
		const { nodeName = 'Poll', workflowId, parameters = {}, staticData } = setup;
		this.node = {
			...{ id: 'node', name: nodeName, type: 'poll', typeVersion: 1, position: [0, 0] },
			...{ parameters, credentials: { iSendProApi: { id: '1', name: 'Test' } } },
		};
		const getByName = () => this.trigger;
		this.workflow = new Workflow({
			...{ id: workflowId, name: 'Test', active: true, nodes: [this.node], connections: {} },
			nodeTypes: { getByName, getByNameAndVersion: getByName, getKnownTypes: () => ({}) },
			staticData,
			settings: { executionOrder: 'v1', timezone: 'America/New_York' },
		});
	}

	/** What n8n would store. */
	get staticData(): IDataObject {
		return JSON.parse(JSON.stringify(this.workflow.staticData)) as IDataObject;
	}

	/** What n8n does when it activates the workflow, with a context that it keeps for the poll times. */
	async activate(generation: 1 | 2 = 2): Promise<INodeExecutionData[][] | null> {
		this.context = this.newContext();
		if (generation === 1) Reflect.deleteProperty(this.context, 'getPollBudgetMs');
		return await this.tick();
	}

	/** What n8n does at a poll time. */
	async tick(): Promise<INodeExecutionData[][] | null> {
		if (!this.context) throw new Error('not active');
		return await this.pollWith(this.context);
	}

	/** What n8n's durable scheduler does at a poll time. */
	async durableTick(budgetMs = 36_000): Promise<INodeExecutionData[][] | null> {
		return await this.pollWith(this.newContext(budgetMs));
	}

	/** The json of what comes out at each output of an execution with these items. */
	async execute(
		items: INodeExecutionData[],
		mode: WorkflowExecuteMode = 'trigger',
	): Promise<{ outputs: IDataObject[][]; error?: Error; hints: string[] }> {
		const additional = executionData({ credentialsHelper: this.credentials() });
		additional.hooks = new ExecutionLifecycleHooks(mode, '1', {
			...{ id: '1', name: 'Test', nodes: [], connections: {}, isArchived: false },
			...{ active: false, activeVersionId: null, createdAt: new Date(), updatedAt: new Date() },
		});
		await this.workflow.expression.acquireIsolate();
		const data = { main: [items] };
		const { node } = this;
		const result = await new WorkflowExecute(
			additional,
			mode,
			createRunExecutionData({
				executionData: { nodeExecutionStack: [{ node, data, source: null }] },
			}),
		).processRunExecutionData(this.workflow);
		const task = result.data.resultData.runData[node.name]?.[0];
		return {
			outputs: (task?.data?.main ?? []).map((output) => (output ?? []).map(({ json }) => json)),
			...(task?.error && { error: task.error }),
			hints: (task?.hints ?? []).map(({ message }) => message),
		};
	}

	private credentials(): Credentials {
		const { url, credential } = this.setup;
		return new Credentials({ keyId: KEY, baseUrl: url, textEncoding: 'utf-8', ...credential });
	}

	private newContext(budgetMs?: number): IPollFunctions {
		const emitError = (error: Error) => void this.emittedErrors.push(error);
		const context = new PollContext(
			...([this.workflow, this.node] as const),
			executionData({ credentialsHelper: this.credentials() }),
			...(['trigger', 'activate', undefined, emitError, undefined, undefined] as const),
			undefined,
			budgetMs === undefined ? undefined : () => budgetMs,
		);
		const log = (message: string) => void this.logged.push(message);
		Object.defineProperty(context, 'logger', { value: { warn: log, error: log, info: log } });
		return context;
	}

	private async pollWith(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		await this.workflow.expression.acquireIsolate();
		return (await this.trigger.poll?.call(context)) ?? null;
	}
}
