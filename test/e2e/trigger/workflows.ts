import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters, IWorkflowSettings } from 'n8n-workflow';
import type { N8n, Workflow, WorkflowDefinition } from '../../../harness';
import { activate, addressesOf } from '../../../harness';
import type { NodeDefinition } from '../../helpers/workflow';
import { node, to } from '../../helpers/workflow';

export const nothing = (name: string) => node(name, 'noOp');

export const failure = (name: string) =>
	node(name, 'stopAndError', { errorMessage: 'This workflow fails on purpose' });

/** Keeps the workflow busy, in memory, without ending it. */
export const pause = (name: string, seconds: number) =>
	node(name, 'wait', { resume: 'timeInterval', amount: seconds, unit: 'seconds' }, 1.1);

/** A workflow that is active, with the addresses to call. */
export interface Listening {
	workflow: Workflow;
	receipts: string;
	replies: string;
}

export interface TriggerWorkflow {
	parameters?: INodeParameters;
	settings?: IWorkflowSettings;
	/** One chain of nodes for each output, from the first on; an empty one leaves it unconnected. */
	chains?: NodeDefinition[][];
}

/** A workflow that starts with the trigger, not yet active. */
export function triggerWorkflow({ parameters = {}, settings, chains = [] }: TriggerWorkflow) {
	const trigger = {
		...node('iSendPro Trigger', 'n8n-nodes-isendpro.iSendProTrigger', parameters),
		webhookId: randomUUID(),
	};
	const toNode = (next?: NodeDefinition) => (next ? to(next.name) : []);
	const connections: WorkflowDefinition['connections'] = {
		[trigger.name]: { main: chains.map(([first]) => toNode(first)) },
	};
	for (const chain of chains) {
		chain.forEach(({ name }, index) => {
			connections[name] = { main: [toNode(chain[index + 1])] };
		});
	}
	return { name: 'Trigger', nodes: [trigger, ...chains.flat()], connections, settings };
}

/** Creates a workflow and activates it. */
export async function listen(n8n: N8n, definition: TriggerWorkflow): Promise<Listening> {
	const workflow = await n8n.api.createWorkflow(triggerWorkflow(definition));
	await activate(n8n, workflow);
	return { workflow, ...addressesOf(n8n, workflow) };
}

export interface Answer {
	status: number;
	type: string;
	text: string;
}

/** What iSendPro has to get, whatever happens. */
export const validation: Answer = {
	status: 200,
	type: 'text/plain; charset=utf-8',
	text: 'validation',
};
export const probleme: Answer = { ...validation, text: 'probleme' };

/** Calls an address with the query exactly as given. */
export async function call(
	url: string,
	{ body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
	return await new Promise((resolve, reject) => {
		const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
		const options = body === undefined ? { headers } : { method: 'POST', headers: form };
		const { pathname, search, hostname, port } = new URL(url);
		// The address goes out as it was written: the parser would rewrite it.
		const path = url.slice(url.indexOf(pathname));
		const call = request(
			{ hostname, port, path: path || search, agent: false, ...options },
			(answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('error', reject);
				answer.on('end', () =>
					resolve({
						status: answer.statusCode ?? 0,
						type: answer.headers['content-type'] ?? '',
						text: Buffer.concat(chunks).toString('utf8'),
					}),
				);
			},
		);
		call.on('error', reject);
		call.end(body);
	});
}

/**
 * The status of each of a workflow's executions, oldest first, once they are as expected or time is up: n8n's list can miss an execution
 * that is just changing its status.
 */
export async function statusesOnce(
	expected: string[],
	n8n: N8n,
	{ id }: Workflow,
): Promise<string[]> {
	for (let look = 0; ; look++) {
		const statuses = (await n8n.api.listExecutions(id)).map(({ status }) => status).reverse();
		if (look === 200 || statuses.join() === expected.join()) return statuses;
		await sleep(100);
	}
}
