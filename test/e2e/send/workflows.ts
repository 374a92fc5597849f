import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../harness';
import type { NodeDefinition } from '../../helpers/workflow';
import { connect, itemsNode, node, own, start } from '../../helpers/workflow';

/** How the node under test is set. */
export interface SendSettings {
	parameters?: INodeParameters;
	onError?: INode['onError'];
	retryOnFail?: boolean;
	maxTries?: number;
}

/** A start by a call to `/webhook/<path>`, which is answered at once: as in production. */
function webhookStart(path: string): NodeDefinition {
	return { ...node('Start', 'webhook', { path, options: {} }, 2), webhookId: path };
}

/** Notes which input item n8n links an item to. */
function linked(name: string): NodeDefinition {
	const value = "={{ $('Items').item.json.id }}";
	const assignments = [{ id: '1', name: 'linkedTo', type: 'number', value }];
	const parameters = { includeOtherFields: true, options: {}, assignments: { assignments } };
	return node(name, 'set', parameters, 3.4);
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
	const send: NodeDefinition = {
		...own('iSendPro', {
			resource: 'sms',
			operation: 'send',
			to: '={{ $json.phone }}',
			message: '=Bonjour {{ $json.phone }}',
			...parameters,
		}),
		...settings,
		waitBetweenTries: 1,
	};
	return {
		name: `Send ${JSON.stringify(settings)}`,
		nodes: [
			webhookPath === undefined ? start : webhookStart(webhookPath),
			itemsNode(items),
			send,
			linked('After'),
			linked('AfterError'),
		],
		connections: connect({
			Start: ['Items'],
			Items: ['iSendPro'],
			iSendPro: ['After', 'AfterError'],
		}),
	};
}
