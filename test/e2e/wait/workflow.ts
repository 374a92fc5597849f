import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../harness';
import { chain, connect, itemsNode, node, own, start } from '../../helpers/workflow';

const shared = (items: IDataObject[], parameters: INodeParameters, asks = 'Ask') => [
	start,
	itemsNode(items),
	own(asks, { resource: 'sms', operation: 'sendAndWait', ...parameters }),
	node('After', 'noOp'),
];

/** Asks, and goes on. @param asks the name of the node */
export function askingWorkflow(
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
	asks = 'Ask',
): WorkflowDefinition {
	const nodes = shared(items, parameters, asks);
	return { name: 'Ask', nodes, connections: chain('Start', 'Items', asks, 'After') };
}

/** Asks first of all: a Code node of n8n does not run before a node with some names. */
export function directWorkflow(parameters: INodeParameters, asks: string): WorkflowDefinition {
	const [first, , ...others] = shared([], parameters, asks);
	const nodes = [first, ...others].flatMap((each) => each ?? []);
	return { name: 'Ask', nodes, connections: chain('Start', asks, 'After') };
}

/** Asks about one item after the other. */
export function loopingWorkflow(
	parameters: INodeParameters,
	items: IDataObject[],
): WorkflowDefinition {
	return {
		name: 'Ask about each',
		nodes: [...shared(items, parameters), node('Loop', 'splitInBatches', {}, 3)],
		connections: connect({
			Start: ['Items'],
			Items: ['Loop'],
			Loop: ['After', 'Ask'],
			Ask: ['Loop'],
		}),
	};
}
