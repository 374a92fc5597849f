import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../harness';

type NodeDefinition = WorkflowDefinition['nodes'][number];

/** How the node under test is set. */
export interface SendSettings {
	parameters?: INodeParameters;
	onError?: INode['onError'];
	retryOnFail?: boolean;
	maxTries?: number;
}

function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	version = 1,
): NodeDefinition {
	return { name, type, typeVersion: version, position: [0, 0], parameters };
}

const manualStart = node('Start', 'n8n-nodes-base.manualTrigger', {});

/** A start by a call to `/webhook/<path>`, which is answered at once: as in production. */
function webhookStart(path: string): NodeDefinition {
	const start = node('Start', 'n8n-nodes-base.webhook', { path, options: {} }, 2);
	return { ...start, webhookId: path };
}

/** Notes which input item n8n links an item to. */
function linked(name: string): NodeDefinition {
	const value = "={{ $('Items').item.json.id }}";
	const assignments = [{ id: '1', name: 'linkedTo', type: 'number', value }];
	const parameters = { includeOtherFields: true, options: {}, assignments: { assignments } };
	return node(name, 'n8n-nodes-base.set', parameters, 3.4);
}

/**
 * Start, Items (a Code node), iSendPro, and behind each of its outputs a node that notes the linked
 * input item: After, and AfterError.
 * @param webhookPath starts by a call to it, instead of by hand
 */
export function sendWorkflow(
	items: object[],
	{ parameters, ...settings }: SendSettings,
	webhookPath?: string,
): WorkflowDefinition {
	const jsCode = `return ${JSON.stringify(items)}.map((json) => ({ json }));`;
	const send: NodeDefinition = {
		...node('iSendPro', 'n8n-nodes-isendpro.iSendPro', {
			resource: 'sms',
			operation: 'send',
			to: '={{ $json.phone }}',
			message: '=Bonjour {{ $json.phone }}',
			...parameters,
		}),
		...settings,
		waitBetweenTries: 1,
	};
	const start = webhookPath === undefined ? manualStart : webhookStart(webhookPath);
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		name: `Send ${JSON.stringify(settings)}`,
		nodes: [
			start,
			node('Items', 'n8n-nodes-base.code', { jsCode }, 2),
			send,
			linked('After'),
			linked('AfterError'),
		],
		connections: {
			Start: { main: [to('Items')] },
			Items: { main: [to('iSendPro')] },
			iSendPro: { main: [to('After'), to('AfterError')] },
		},
	};
}
