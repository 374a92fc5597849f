import type { IConnections, INodeParameters, NodeConnectionType } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../harness';

export type NodeDefinition = WorkflowDefinition['nodes'][number];

/** A node. @param type with its package, or one of n8n's own basic nodes */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters = {},
	typeVersion = 1,
): NodeDefinition {
	const fullType = type.includes('.') ? type : `n8n-nodes-base.${type}`;
	return { name, type: fullType, typeVersion, position: [0, 0], parameters };
}

/** The action node of this package. */
export const own = (name: string, parameters: INodeParameters) =>
	node(name, 'n8n-nodes-isendpro.iSendPro', parameters);

/** The start by hand. */
export const start = node('Start', 'manualTrigger');

/** A node `Items` that gives these items. */
export function itemsNode(items: object[]): NodeDefinition {
	const jsCode = `return ${JSON.stringify(items)}.map((json) => ({ json }));`;
	return node('Items', 'code', { jsCode }, 2);
}

/** Links to the first input of a node. */
export const to = (name: string, type: NodeConnectionType = 'main') => [
	{ node: name, type, index: 0 },
];

/** Connects each node with the nodes behind its outputs, one for each output. */
export function connect(
	links: Record<string, string[]>,
	type: NodeConnectionType = 'main',
): IConnections {
	return Object.fromEntries(
		Object.entries(links).map(([from, names]) => [
			from,
			{ [type]: names.map((name) => to(name, type)) },
		]),
	);
}

/** Connects nodes one after the other. */
export function chain(...names: string[]): IConnections {
	const links = names.slice(0, -1).map((name, index) => [name, [names[index + 1] ?? '']] as const);
	return connect(Object.fromEntries(links.map(([name, next]) => [name, [...next]])));
}
