import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
	NodeExecutionHint,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers, Workflow } from 'n8n-workflow';
import { ISendProApi } from '../../credentials/ISendProApi.credentials';
import { execute } from '../../nodes/ISendPro/actions/router';
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node';
import './deduplication';
import type { Limits } from '../../nodes/ISendPro/transport/limits';
import { STANDARD_LIMITS } from '../../nodes/ISendPro/transport/limits';

// n8n signs with a secret that it keeps in its user folder.
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'isendpro-engine-'));
afterAll(() => rmSync(String(process.env.N8N_USER_FOLDER), { recursive: true, force: true }));

/** A node that gives the items of a test. */
class Items implements INodeType {
	items: INodeExecutionData[] = [];
	description: INodeType['description'];

	constructor(displayName: string, inputs: Array<'main'>) {
		this.description = {
			...{ displayName, name: displayName.toLowerCase(), group: ['input'], version: 1 },
			...{ description: 'Gives the items of a test', defaults: { name: displayName } },
			...{ inputs, outputs: ['main'], properties: [] },
		};
	}

	// n8n calls it with a context of its own as `this`.
	execute = async () => await Promise.resolve([this.items]);
}

const input = new Items('Items', []);
/** Is between the input items and the node if a test says so. */
const linked = new Items('Linked', ['main']);

/** The node, with limits that a test chooses. */
export class TestedNode extends ISendPro {
	static limits = STANDARD_LIMITS;

	override async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, TestedNode.limits);
	}
}

const types: Record<string, INodeType> = {
	'test.items': input,
	'test.linked': linked,
	iSendPro: new TestedNode(),
};

const nodeTypes: INodeTypes = {
	getByName: (name) => types[name] as INodeType,
	getByNameAndVersion: (name) => types[name] as INodeType,
	getKnownTypes: () => ({}),
};

/** What n8n's server does: it decrypts a credential and applies it as the package's credential says. */
export class Credentials extends ICredentialsHelper {
	private readonly type = new ISendProApi();

	constructor(private readonly data: ICredentialDataDecryptedObject) {
		super();
	}

	getParentTypes = () => [];

	isCredentialUsableByNode = () => true;

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		request: IHttpRequestOptions,
	) {
		return await this.type.authenticate(credentials, request);
	}

	preAuthentication = async () => await Promise.resolve(undefined);

	runPreAuthentication = async () => await Promise.resolve(undefined);

	getCredentials = async () => await Promise.reject(new Error('not in tests'));

	getDecrypted = async () => await Promise.resolve({ ...this.data });

	updateCredentials = async () => await Promise.resolve();

	updateCredentialsOauthTokenData = async () => await Promise.resolve();

	getCredentialsProperties = () => this.type.properties;
}

/** A run of the node in n8n's engine. */
export interface EngineRun {
	/** Base URL of the gateway. */
	url: string;
	/** The default unless given. */
	resource?: string;
	operation?: string;
	/** 1 unless given. */
	typeVersion?: number;
	parameters?: INodeParameters;
	/** Input items; one empty item unless given. */
	items?: IDataObject[];
	/** The items of a node `Linked` between the input items and the node. */
	linked?: INodeExecutionData[];
	onError?: INode['onError'];
	retryOnFail?: boolean;
	maxTries?: number;
	credential?: ICredentialDataDecryptedObject;
	timezone?: string;
	/** Further settings of the workflow. */
	settings?: IWorkflowSettings;
	/** Timeouts and tries of a request; tests do not pause between tries. */
	limits?: Partial<Limits>;
	/** What n8n does when the node says that the execution waits. */
	setExecutionStatus?: IWorkflowExecuteAdditionalData['setExecutionStatus'];
	/** An earlier run that failed, to be retried as n8n's "Retry" does. */
	retryOf?: EngineResult;
}

export interface EngineResult {
	/** Items of the node's outputs: the first, and the error output if there is one. */
	outputs: INodeExecutionData[][];
	/** The json of the first output's items. */
	json: IDataObject[];
	/** The input items that the first output's items are linked to. */
	pairedItems: Array<INodeExecutionData['pairedItem']>;
	/** The json of the error output's items. */
	errors: IDataObject[];
	/** What stopped the workflow. */
	error?: { message: string; description?: string | null; context?: IDataObject };
	hints: NodeExecutionHint[];
	/** Everything that n8n would store of the execution. */
	stored: string;
	run: IRun;
}

export const KEY = 'a296464ce012b8ab710a';

/** What n8n gives an execution, as far as a node sees it. */
export function executionData(
	more: Partial<IWorkflowExecuteAdditionalData> = {},
): IWorkflowExecuteAdditionalData {
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		...{ executionId: '1', currentNodeExecutionIndex: 0, variables: {} },
		...{ restApiUrl: '', instanceBaseUrl: '', webhookBaseUrl: '' },
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		...more,
	};
	return data as IWorkflowExecuteAdditionalData;
}

function additionalData(run: EngineRun): IWorkflowExecuteAdditionalData {
	return executionData({
		setExecutionStatus: run.setExecutionStatus,
		credentialsHelper: new Credentials(
			run.credential ?? { keyId: KEY, baseUrl: run.url, textEncoding: 'iso-8859-15' },
		),
	});
}

const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

function workflowOf(run: EngineRun): Workflow {
	const node = (id: string, name: string, type: string): INode => ({
		...{ id, name, type, typeVersion: 1, position: [0, 0], parameters: {} },
	});
	const nodes: INode[] = [
		node('1', 'Items', 'test.items'),
		node('3', 'Linked', 'test.linked'),
		{
			...node('2', 'iSendPro', 'iSendPro'),
			typeVersion: run.typeVersion ?? 1,
			parameters: { resource: run.resource, operation: run.operation, ...run.parameters },
			credentials: { iSendProApi: { id: '1', name: 'Test' } },
			...{ onError: run.onError, retryOnFail: run.retryOnFail, maxTries: run.maxTries },
			waitBetweenTries: 1,
		},
	];
	return new Workflow({
		id: '1',
		name: 'Test',
		nodes,
		connections: run.linked
			? { Items: to('Linked'), Linked: to('iSendPro') }
			: { Items: to('iSendPro') },
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: run.timezone ?? 'Europe/Paris', ...run.settings },
	});
}

/** What n8n keeps of a failed execution when somebody presses "Retry". */
function retried({ run }: EngineResult): IRunExecutionData {
	const data = structuredClone(JSON.parse(JSON.stringify(run.data))) as IRunExecutionData;
	delete data.resultData.error;
	const { lastNodeExecuted } = data.resultData;
	if (lastNodeExecuted) data.resultData.runData[lastNodeExecuted]?.pop();
	return data;
}

/** Runs the node in n8n's engine, with real HTTP, and gives what the user would see. */
export async function runNode(run: EngineRun): Promise<EngineResult> {
	input.items = (run.items ?? [{}]).map((json) => ({ json }));
	linked.items = run.linked ?? [];
	TestedNode.limits = { ...STANDARD_LIMITS, firstPauseMs: 1, ...run.limits };
	const workflow = workflowOf(run);
	const additional = additionalData(run);
	additional.hooks = new ExecutionLifecycleHooks('manual', '1', {
		...{ id: '1', name: 'Test', nodes: [], connections: {}, isArchived: false },
		...{ active: false, activeVersionId: null, createdAt: new Date(), updatedAt: new Date() },
	});
	await workflow.expression?.acquireIsolate?.();
	const execution = run.retryOf
		? new WorkflowExecute(additional, 'retry', retried(run.retryOf)).processRunExecutionData(
				workflow,
			)
		: new WorkflowExecute(additional, 'manual').run({
				workflow,
				startNode: workflow.getNode('Items') ?? undefined,
			});
	const result = await execution;
	const task = result.data.resultData.runData.iSendPro?.at(-1);
	const outputs = (task?.data?.main ?? []).map((items) => items ?? []);
	const error = task?.error ?? result.data.resultData.error;
	return {
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		pairedItems: (outputs[0] ?? []).map(({ pairedItem }) => pairedItem),
		errors: (outputs[1] ?? []).map(({ json }) => json),
		error: error as EngineResult['error'],
		hints: task?.hints ?? [],
		// Only when a test asks: an item may contain itself, which has no JSON.
		get stored() {
			return JSON.stringify(result.data);
		},
		run: result,
	};
}

/** The text of the file beside the first item, byte for byte. */
export function fileText({ outputs }: EngineResult, property = 'data'): string {
	const data = outputs[0]?.[0]?.binary?.[property]?.data ?? '';
	return Buffer.from(data, 'base64').toString('latin1');
}

/** The parameters of an operation as n8n's editor would store them, defaults included. */
export function withDefaults(parameters: INodeParameters): INodeParameters | null {
	const { description } = new ISendPro();
	return NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		null,
		description,
	);
}
