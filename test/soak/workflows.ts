import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../harness';
import { triggerWorkflow } from '../e2e/trigger/workflows';
import { chain, node, own as ownNode } from '../helpers/workflow';

type Settings = Pick<INode, 'onError' | 'retryOnFail' | 'maxTries'>;

const own = (parameters: INodeParameters, settings: Settings = {}) => ({
	...ownNode('iSendPro', parameters),
	...settings,
	waitBetweenTries: 1,
});

/** A call of /webhook/<path> that is answered when the run has ended. */
function webhook(path: string): WorkflowDefinition['nodes'][number] {
	const parameters = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData' };
	return { ...node('Start', 'webhook', { ...parameters, options: {} }, 2), webhookId: path };
}

/** Ways to send: what the node does when something fails, and what n8n does then. */
const ways: Array<[Settings, INodeParameters]> = [
	[{}, {}],
	[{ retryOnFail: true, maxTries: 3 }, {}],
	[{ retryOnFail: true, maxTries: 3, onError: 'continueErrorOutput' }, {}],
	[{ retryOnFail: true, maxTries: 2 }, { onPartialFailure: 'stop' }],
	[{ onError: 'continueRegularOutput' }, {}],
];

/** Workflows that send to the `recipients` of a call, each in its own way. */
export const sending: WorkflowDefinition[] = ways.map(([settings, options], index) => ({
	name: `Send ${index}`,
	nodes: [
		webhook(`send-${index}`),
		node('Items', 'splitOut', { fieldToSplitOut: 'body.recipients', options: {} }),
		own(
			{
				to: '={{ $json.number }}',
				message: '=Bonjour {{ $json.tracker }}',
				options: { tracker: '={{ $json.tracker }}', batchSize: 8, ...options },
			},
			settings,
		),
	],
	connections: chain('Start', 'Items', 'iSendPro'),
}));

/** Looks a message up in the report. */
export const looking: WorkflowDefinition = {
	name: 'Report',
	nodes: [
		webhook('report'),
		own({
			resource: 'campaign',
			operation: 'getReport',
			startDate: '={{ $json.body.from }}',
			endDate: '={{ $json.body.until }}',
			returnAll: true,
			options: { to: '={{ $json.body.number }}' },
		}),
	],
	connections: chain('Start', 'iSendPro'),
};

/** Takes receipts, which are acknowledged once they are stored. */
export const receipts = triggerWorkflow({
	parameters: { events: ['deliveryReceipt'] },
	chains: [[node('A', 'noOp')]],
});

/** Takes replies, which are acknowledged once the number of a STOP is on the blacklist. */
export const replies = triggerWorkflow({
	parameters: { acknowledge: 'lastNode' },
	chains: [
		[],
		[node('A', 'noOp')],
		[own({ resource: 'blacklist', operation: 'add', phoneNumber: '={{ $json.from }}' })],
	],
});
