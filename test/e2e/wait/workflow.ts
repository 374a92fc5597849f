import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../harness';

const node = (name: string, type: string, parameters: INodeParameters, typeVersion = 1) => ({
	name,
	type,
	typeVersion,
	position: [0, 0] as [number, number],
	parameters,
});

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

const shared = (items: IDataObject[], parameters: INodeParameters, asks = 'Ask') => [
	node('Start', 'n8n-nodes-base.manualTrigger', {}),
	node(
		'Items',
		'n8n-nodes-base.code',
		{ jsCode: `return ${JSON.stringify(items)}.map((json) => ({ json }));` },
		2,
	),
	node(asks, 'n8n-nodes-isendpro.iSendPro', {
		resource: 'sms',
		operation: 'sendAndWait',
		...parameters,
	}),
	node('After', 'n8n-nodes-base.noOp', {}),
];

/** Asks, and goes on. @param asks the name of the node */
export function askingWorkflow(
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
	asks = 'Ask',
): WorkflowDefinition {
	return {
		name: 'Ask',
		nodes: shared(items, parameters, asks),
		connections: {
			Start: { main: [to('Items')] },
			Items: { main: [to(asks)] },
			[asks]: { main: [to('After')] },
		},
	};
}

/** Asks about one item after the other. */
export function loopingWorkflow(
	parameters: INodeParameters,
	items: IDataObject[],
): WorkflowDefinition {
	return {
		name: 'Ask about each',
		nodes: [...shared(items, parameters), node('Loop', 'n8n-nodes-base.splitInBatches', {}, 3)],
		connections: {
			Start: { main: [to('Items')] },
			Items: { main: [to('Loop')] },
			Loop: { main: [to('After'), to('Ask')] },
			Ask: { main: [to('Loop')] },
		},
	};
}
