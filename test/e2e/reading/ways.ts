import type { WorkflowDefinition } from '../../../harness';
import type { NodeDefinition } from '../../helpers/workflow';
import { node, start } from '../../helpers/workflow';

function editFields(name: string): NodeDefinition {
	const assignments = [{ id: '1', name: 'seenBy', type: 'string', value: name }];
	const parameters = { includeOtherFields: true, options: {}, assignments: { assignments } };
	return node(name, 'set', parameters, 3.4);
}

function code(name: string, jsCode: string): NodeDefinition {
	return node(name, 'code', { jsCode }, 2);
}

/** True for every item but each third one. */
const conditions = {
	options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
	conditions: [
		{
			id: '1',
			leftValue: '={{ $itemIndex % 3 }}',
			rightValue: 1,
			operator: { type: 'number', operation: 'notEquals' },
		},
	],
	combinator: 'and',
};

const crm = editFields('CRM');
const left = editFields("It's left");
const right = editFields('say "right"');
const kept = node('Kept', 'filter', { conditions, options: {} }, 2.2);
const mixed = node('Mixed', 'sort', { type: 'random' });
const parted = node('Parted', 'if', { conditions, options: {} }, 2.2);
const appended = node('Merged', 'merge', {}, 3);
const byPosition = { mode: 'combine', combineBy: 'combineByPosition', options: {} };
const combined = node('Merged', 'merge', byPosition, 3);
const loop = node('Loop', 'splitInBatches', { batchSize: 25, options: {} }, 3);
const linking = code(
	'Linked',
	'return $input.all().map(({ json }, item) => ({ json, pairedItem: { item } })).reverse().filter((_, item) => item % 4);',
);
const forgetting = code('Forgotten', 'return $input.all().slice(1).map(({ json }) => ({ json }));');
const gathered = node('Gathered', 'aggregate', {
	aggregate: 'aggregateAllItemData',
	destinationFieldName: 'all',
	options: {},
});
const spread = node('Spread', 'splitOut', { fieldToSplitOut: 'all', options: {} });

/** From a node's output to a node's input. */
type Link = [from: string, to: string, output?: number, input?: number];

/** How items come from `Items` to `Reading`. */
export interface Way {
	nodes: NodeDefinition[];
	links: Link[];
}

function chain(...nodes: NodeDefinition[]): Way {
	const names = ['Items', ...nodes.map(({ name }) => name), 'Reading'];
	const links = names.slice(1).map((to, index): Link => [names[index] ?? '', to]);
	return { nodes, links };
}

export const ways: Record<string, Way> = {
	'straight on': chain(),
	'dropped and mixed': chain(crm, kept, mixed),
	'turned round by code': chain(crm, linking),
	'without links': chain(crm, forgetting),
	'gathered and spread': chain(crm, gathered, spread),
	'parted and merged': {
		nodes: [parted, left, right, appended],
		links: [
			['Items', 'Parted'],
			['Parted', "It's left"],
			['Parted', 'say "right"', 1],
			["It's left", 'Merged'],
			['say "right"', 'Merged', 0, 1],
			['Merged', 'Reading'],
		],
	},
	'by one of two branches': {
		nodes: [parted, left, right],
		links: [
			['Items', 'Parted'],
			['Parted', "It's left"],
			['Parted', 'say "right"', 1],
			['say "right"', 'Reading'],
		],
	},
	'combined of two': {
		nodes: [left, right, mixed, combined],
		links: [
			['Items', "It's left"],
			['Items', 'say "right"'],
			['say "right"', 'Mixed'],
			["It's left", 'Merged'],
			['Mixed', 'Merged', 0, 1],
			['Merged', 'Reading'],
		],
	},
	'in a loop': {
		nodes: [loop, crm],
		links: [
			['Items', 'Loop'],
			['Loop', 'CRM', 1],
			['CRM', 'Reading'],
			['Reading', 'Loop'],
		],
	},
};

/** Names for expressions: of the nodes on the way, mostly, of some beside it, and of none. */
export function nodeNamesFor({ nodes }: Way): string[] {
	const onTheWay = ['Items', ...nodes.map(({ name }) => name)];
	return [...Array.from({ length: 4 }, () => onTheWay).flat(), 'Aside', 'Never', 'constructor'];
}

/** A workflow in which items come to `reading` by a way, with two nodes beside it. */
export function workflowOf(
	name: string,
	way: Way,
	items: NodeDefinition,
	reading: NodeDefinition,
): WorkflowDefinition {
	const beside = [editFields('Aside'), editFields('Never')];
	const links: Link[] = [
		['Start', 'Items'],
		['Items', 'Aside'],
		...way.links,
		['Never', 'Reading'],
	];
	const connections: WorkflowDefinition['connections'] = {};
	for (const [from, to, output = 0, input = 0] of links) {
		const main = (connections[from] ??= {}).main ?? [[], []];
		(main[output] ??= []).push({ node: to, type: 'main', index: input });
		connections[from] = { main };
	}
	return { name, nodes: [start, items, ...way.nodes, ...beside, reading], connections };
}
