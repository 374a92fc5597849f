import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';
import type { Execution } from './executions';
import { unpack } from './executions';

/** The account that every n8n gets. */
export const owner = {
	email: 'owner@example.com',
	firstName: 'First',
	lastName: 'Owner',
	password: 'iSendPro-demo-1',
};

/** A workflow as n8n's editor exports it. */
export interface WorkflowDefinition {
	name: string;
	nodes: Array<Omit<INode, 'id'> & { id?: string }>;
	connections: IConnections;
	settings?: IWorkflowSettings;
}

export interface Workflow extends WorkflowDefinition {
	id: string;
	versionId: string;
	active: boolean;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
}

export interface DataTable {
	id: string;
	name: string;
}

/** What n8n tells its editor of a node type. */
export interface NodeType {
	name: string;
	description: string;
	version: number | number[];
}

export interface ExecutionSummary {
	id: string;
	status: string;
	workflowId: string;
}

/** An answer of n8n that is not a success. */
export class N8nAnswerError extends Error {
	constructor(
		readonly status: number,
		readonly body: string,
		request: string,
	) {
		super(`${request} was answered ${status}: ${body.slice(0, 2000)}`);
	}
}

const finalStatuses = new Set(['success', 'error', 'crashed', 'canceled']);

/** n8n's own REST interface, as its editor uses it, logged in as the owner. */
export class N8nApi {
	private cookie = '';

	private readonly browserId = randomUUID();

	constructor(private readonly url: string) {}

	/** Any request; gives the answer's `data`. Throws `N8nAnswerError` unless it succeeded. */
	async request<T>(method: string, path: string, body?: unknown): Promise<T> {
		const { data }: { data: T } = JSON.parse(await this.ask(method, path, body));
		return data;
	}

	private async ask(method: string, path: string, body?: unknown): Promise<string> {
		const send = async () =>
			await fetch(`${this.url}${path}`, {
				method,
				headers: {
					'content-type': 'application/json',
					'browser-id': this.browserId,
					cookie: this.cookie,
				},
				body: body === undefined ? undefined : JSON.stringify(body),
			});
		// n8n, busy for seconds, closes idle connections.
		const response = await send().catch(async (error: Error) => {
			if (method !== 'GET') throw error;
			await pause(150);
			return await send();
		});
		const cookie = response.headers.getSetCookie().find((entry) => entry.startsWith('n8n-auth='));
		if (cookie !== undefined) this.cookie = cookie.split(';', 1)[0] ?? '';
		const text = await response.text();
		if (!response.ok) throw new N8nAnswerError(response.status, text, `${method} ${path}`);
		return text;
	}

	/** Creates the owner's account, or logs in to it. */
	async logIn(): Promise<void> {
		const settings = await this.request<{
			userManagement: { showSetupOnFirstLoad?: boolean };
		}>('GET', '/rest/settings');
		if (settings.userManagement.showSetupOnFirstLoad === true) {
			await this.request('POST', '/rest/owner/setup', owner);
			return;
		}
		const { email, password } = owner;
		await this.request('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	async createCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<Credential> {
		return await this.request('POST', '/rest/credentials', { name, type, data });
	}

	async updateCredential({ id, name, type }: Credential, data: object): Promise<Credential> {
		return await this.request('PATCH', `/rest/credentials/${id}`, { name, type, data });
	}

	async listCredentials(): Promise<Credential[]> {
		return await this.request('GET', '/rest/credentials');
	}

	/** @param credential put into every node of this package */
	async createWorkflow(
		{ name, nodes, connections, settings = {} }: WorkflowDefinition,
		credential?: Credential,
	): Promise<Workflow> {
		return await this.request('POST', '/rest/workflows', {
			name,
			active: false,
			nodes: nodes.map((node) => ({ id: randomUUID(), ...withCredential(node, credential) })),
			connections,
			settings: { executionOrder: 'v1', ...settings },
		});
	}

	async listWorkflows(): Promise<Workflow[]> {
		return await this.request('GET', '/rest/workflows');
	}

	async getWorkflow(id: string): Promise<Workflow> {
		return await this.request('GET', `/rest/workflows/${id}`);
	}

	/** The project that the owner's workflows and data tables are in. */
	async personalProject(): Promise<{ id: string }> {
		return await this.request('GET', '/rest/projects/personal');
	}

	/**
	 * A data table of that name; created when it is missing.
	 * @param types the types of columns that hold no text
	 */
	async provideDataTable(
		name: string,
		columns: readonly string[],
		types: Readonly<Record<string, string>> = {},
	): Promise<DataTable> {
		const path = `/rest/projects/${(await this.personalProject()).id}/data-tables`;
		const { data } = await this.request<{ data: DataTable[] }>('GET', path);
		const existing = data.find((table) => table.name === name);
		if (existing !== undefined) return existing;
		const described = columns.map((column) => ({
			name: column,
			type: types[column] ?? 'string',
		}));
		return await this.request('POST', path, { name, columns: described });
	}

	/** All rows of a data table. */
	async rowsOf(table: DataTable): Promise<Array<Record<string, unknown>>> {
		const path = await this.rowsPath(table, 'rows');
		const { data } = await this.request<{ data: Array<Record<string, unknown>> }>('GET', path);
		return data;
	}

	async addRows(table: DataTable, rows: Array<Record<string, string>>): Promise<void> {
		const path = await this.rowsPath(table, 'insert');
		await this.request('POST', path, { data: rows, returnType: 'count' });
	}

	private async rowsPath({ id }: DataTable, action: string): Promise<string> {
		return `/rest/projects/${(await this.personalProject()).id}/data-tables/${id}/${action}`;
	}

	async activate(workflow: Workflow): Promise<Workflow> {
		const { id, versionId } = workflow;
		const path = `/rest/workflows/${id}`;
		try {
			return await this.request('POST', `${path}/activate`, { versionId });
		} catch (error) {
			// Versions older than the pinned ones have no such address.
			if (!(error instanceof N8nAnswerError) || error.status !== 404) throw error;
			return await this.request('PATCH', path, { active: true, versionId });
		}
	}

	/** Presses the editor's Execute button and waits for the end. */
	async run(workflow: Workflow, options: RunOptions = {}): Promise<Execution> {
		const { timeoutMs, until } = options;
		return await this.waitForExecution(await this.startRun(workflow, options), timeoutMs, until);
	}

	/** Presses the editor's Execute button; gives the execution's id. */
	async startRun(workflow: Workflow, options: RunOptions = {}): Promise<string> {
		const trigger =
			options.trigger ?? workflow.nodes.find((node) => /trigger$/i.test(node.type))?.name;
		const { executionId } = await this.request<{ executionId?: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			{ workflowData: workflow, triggerToStartFrom: { name: trigger } },
		);
		if (executionId === undefined) throw new Error(`n8n did not start "${workflow.name}"`);
		return executionId;
	}

	/** Presses the Retry button of a failed execution; gives the new one when it has ended. */
	async retry(
		execution: Pick<Execution, 'id' | 'workflowId'>,
		timeoutMs?: number,
	): Promise<Execution> {
		const path = `/rest/executions/${execution.id}/retry`;
		const { id } = await this.request<{ id?: string }>('POST', path, { loadWorkflow: false });
		// Versions older than the pinned ones do not tell: it is the newest.
		const retried = id ?? (await this.listExecutions(execution.workflowId))[0]?.id ?? '';
		return await this.waitForExecution(retried, timeoutMs);
	}

	/** Waits until an execution has ended, or is in this status. Throws after `timeoutMs`. */
	async waitForExecution(id: string, timeoutMs = 60_000, until?: string): Promise<Execution> {
		for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(150)) {
			const found = await this.request<{ status: string }>('GET', `/rest/executions/${id}`);
			if (finalStatuses.has(found.status) || found.status === until)
				return await this.getExecution(id);
		}
		throw new Error(`Execution ${id} did not end within ${timeoutMs / 1000} s`);
	}

	async getExecution(id: string): Promise<Execution> {
		const stored = await this.request<Omit<Execution, 'data'> & { data: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		return { ...stored, data: unpack(stored.data) as Execution['data'] };
	}

	/** The length of an execution's data as n8n has stored them, in bytes. */
	async storedBytes(id: string): Promise<number> {
		const { data } = await this.request<{ data: string }>('GET', `/rest/executions/${id}`);
		return Buffer.byteLength(data);
	}

	/** All executions that n8n has stored, newest first, of one workflow or of all. */
	async listExecutions(workflowId?: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify(workflowId ? { workflowId } : {}));
		const all = new Map<number, ExecutionSummary>();
		const read = async (part: string): Promise<ExecutionPage> => {
			const path = `/rest/executions?limit=100&filter=${filter}${part}`;
			const page = await this.request<ExecutionPage>('GET', path);
			for (const summary of page.results) all.set(Number(summary.id), summary);
			return page;
		};
		let { results, nextCursor } = await read('');
		while (nextCursor) {
			({ nextCursor } = await read(`&cursor=${encodeURIComponent(nextCursor)}`));
		}
		// n8n 1.x sorts by time and cuts by id, so a page after the first would miss some.
		if (nextCursor === undefined && results.length >= 100) {
			for (let newest = Math.max(...all.keys()); newest > 0; newest -= 100) {
				await read(`&firstId=${Math.max(newest - 100, 0)}&lastId=${newest + 1}`);
			}
		}
		return [...all.values()].sort((a, b) => Number(b.id) - Number(a.id));
	}

	/** The names of the node types that n8n has loaded. */
	async loadedNodes(): Promise<string[]> {
		return (await this.nodeTypes()).map(({ name }) => name);
	}

	/** The node types that n8n has loaded; one name can come several times, with other versions. */
	async nodeTypes(): Promise<NodeType[]> {
		// n8n writes the list again when a package changes, and until then answers with a part of it.
		for (let left = 50; left > 0; left--, await pause(100)) {
			const text = await this.ask('GET', '/types/nodes.json');
			if (text.endsWith(']\n')) return JSON.parse(text);
		}
		throw new Error('n8n does not list its node types');
	}
}

export interface RunOptions {
	/** The trigger to start from; the first one when not given. */
	trigger?: string;
	/** How long to wait for the end. */
	timeoutMs?: number;
	/** A status that counts as the end, e.g. `waiting`. */
	until?: string;
}

/** A page of the list; running executions come on top of the first page's hundred. */
interface ExecutionPage {
	results: ExecutionSummary[];
	/** Of n8n 2.x; null on the last page. */
	nextCursor?: string | null;
}

function withCredential<N extends { type: string; credentials?: object }>(
	node: N,
	credential?: Credential,
): N {
	if (credential === undefined || !node.type.startsWith('n8n-nodes-isendpro.')) return node;
	const { id, name, type } = credential;
	return { ...node, credentials: { [type]: { id, name } } };
}
