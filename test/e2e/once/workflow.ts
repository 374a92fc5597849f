import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { N8n, Workflow, WorkflowDefinition } from '../../../harness';
import { activate } from '../../../harness';
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
}

/** What the CRM posted or, in a run by hand, these events. */
function itemsNode(byHand: Event[]): NodeDefinition {
	const jsCode = `const { body } = $input.first().json;
return (body?.events ?? ${JSON.stringify(byHand)}).map((json) => ({ json }));`;
	return node('Items', 'code', { jsCode }, 2);
}

/** The same workflow with other events for its next run by hand. */
export function withEvents({ nodes, ...workflow }: Workflow, events: Event[]): Workflow {
	const { parameters } = itemsNode(events);
	const change = (one: NodeDefinition) => (one.name === 'Items' ? { ...one, parameters } : one);
	return { ...workflow, nodes: nodes.map(change) };
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
	const call: Crm['call'] = async (...events) => {
		const response = await fetch(`${n8n.webhookUrl}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ events }),
		});
		if (response.ok) return (await response.json()) as IDataObject[];
		await response.text();
		return response.status;
	};
	return {
		workflow,
		call,
		statuses: async (...events) => {
			const items = await call(...events);
			if (typeof items === 'number') return items;
			return items.map(({ status, error }) => (error as IDataObject | undefined)?.status ?? status);
		},
	};
}
