import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { N8n, Workflow, WorkflowDefinition } from '../../../harness';
import { activate, itemsOf } from '../../../harness';
import type { Lane } from '../send/lanes';
import type { NodeDefinition } from '../../helpers/workflow';
import { connect, node, own, start } from '../../helpers/workflow';

/** One thing that a CRM tells: what it is about, whom it is for, what to say. */
export interface Event {
	key: string;
	phone: string;
	text: string;
}

/** How the node under test is set. */
export interface OnceSettings {
	options?: INodeParameters;
	parameters?: INodeParameters;
	onError?: INode['onError'];
	retryOnFail?: boolean;
	maxTries?: number;
}

let paths = 0;

/** A CRM, whose calls start a workflow as in production. */
export interface Crm {
	workflow: Workflow;
	/** Calls; gives what came out of the node, or the HTTP status if the workflow failed. */
	call(...events: Event[]): Promise<IDataObject[] | number>;
	/** As `call`, but only what became of each. */
	statuses(...events: Event[]): Promise<unknown[] | number>;
	/** Calls once for each event, all in the same instant; gives what became of each, in any order. */
	burst(events: readonly Event[]): Promise<unknown[]>;
}

/** Every so many milliseconds, all runs that have no events of their own ask for the same. */
export const RACE_MS = 2_000;

/**
 * What the CRM posted. A run without, e.g. one by hand, has these events, or else waits for the next
 * race and has one that is about that.
 */
function itemsNode(byHand: readonly Event[]): NodeDefinition {
	const jsCode = `const { events = [] } = $input.first().json.body ?? {};
const own = [...events, ...(events.length > 0 ? [] : ${JSON.stringify(byHand)})];
if (own.length > 0) return own.map((json) => ({ json }));
const race = Math.ceil(Date.now() / ${RACE_MS}) * ${RACE_MS};
while (Date.now() < race);
return [{ json: { key: String(race), phone: '0601020301', text: String(race) } }];`;
	return node('Items', 'code', { jsCode }, 2);
}

/** Start by a webhook or by hand, Items from what the CRM posted, iSendPro, whose output is the answer. */
export function onceWorkflow(
	path: string,
	{ options = {}, parameters, ...settings }: OnceSettings,
	byHand: Event[] = [],
): WorkflowDefinition {
	const hook: NodeDefinition = {
		...node(
			'Webhook',
			'webhook',
			{
				...{ path, httpMethod: 'POST', options: {} },
				...{ responseMode: 'lastNode', responseData: 'allEntries' },
			},
			2,
		),
		webhookId: path,
	};
	const send: NodeDefinition = {
		...own('iSendPro', {
			...{ resource: 'sms', operation: 'send' },
			...{ to: '={{ $json.phone }}', message: '={{ $json.text }}' },
			options: { onceKey: '={{ $json.key }}', ...options },
			...parameters,
		}),
		...settings,
		waitBetweenTries: 1,
	};
	return {
		name: `Once ${path}`,
		nodes: [start, hook, itemsNode(byHand), send],
		connections: connect({ Start: ['Items'], Webhook: ['Items'], Items: ['iSendPro'] }),
	};
}

/** Publishes a workflow that a CRM calls. */
export async function openCrm(
	n8n: N8n,
	{ credential }: Pick<Lane, 'credential'>,
	settings: OnceSettings = {},
	byHand: Event[] = [],
): Promise<Crm> {
	const path = `crm-${Date.now()}-${(paths += 1)}`;
	const definition = onceWorkflow(path, settings, byHand);
	const workflow = await n8n.api.createWorkflow(definition, credential);
	await activate(n8n, workflow);
	await n8n.waitForWebhook(path);
	const post = async (events: readonly Event[], timeoutMs = 60_000) =>
		await fetch(`${n8n.webhookUrl}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ events }),
			signal: AbortSignal.timeout(timeoutMs),
		});
	const call: Crm['call'] = async (...events) => {
		const response = await post(events);
		if (response.ok) return (await response.json()) as IDataObject[];
		await response.text();
		return response.status;
	};
	return {
		workflow,
		call,
		statuses: async (...events) => {
			const items = await call(...events);
			return typeof items === 'number' ? items : items.map(statusOf);
		},
		burst: async (events) => {
			const count = async () => (await n8n.api.listExecutions(workflow.id)).length;
			const earlier = await count();
			// In queue mode n8n 1.x leaves some of many calls without an answer.
			const calls = events.map(async (event) => await post([event], 15_000).catch(() => undefined));
			await Promise.all(calls);
			// On a busy machine, n8n begins some of them later than that.
			for (let left = 60; left > 0 && (await count()) < earlier + events.length; left--)
				await pause(1_000);
			const all = await n8n.api.listExecutions(workflow.id);
			const executions = await Promise.all(
				all
					.slice(0, all.length - earlier)
					.map(async ({ id }) => await n8n.api.waitForExecution(id)),
			);
			return executions
				.flatMap((execution) => itemsOf(execution, 'iSendPro'))
				.map(({ json }) => statusOf(json));
		},
	};
}

function statusOf({ status, error }: IDataObject): unknown {
	return (error as IDataObject | undefined)?.status ?? status;
}
