import fc from 'fast-check';
import { ExecuteContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypes,
	IPairedItemData,
	IRunExecutionData,
	ISourceData,
	ITaskData,
	NodeConnectionType,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { executionData } from './engine';
import { fieldNames, readings } from './expressions';
import { unusual, unusualOrNot } from './unusual-items';
import { weighted } from './arbitraries';

/** The node that reads. */
const READER = 'Reader';

/** From where each node gets its items: node and output, one for each input. */
const inputs: Record<string, Array<[node: string, output: number]>> = {
	Items: [],
	CRM: [['Items', 0]],
	"It's left": [['CRM', 0]],
	'say "right"': [['CRM', 1]],
	Merged: [
		["It's left", 0],
		['say "right"', 0],
	],
	Aside: [['Items', 0]],
	[READER]: [['Merged', 0]],
};

const nodeNames = [
	...Object.keys(inputs),
	'Items',
	'CRM',
	'Never',
	'No such node',
	'constructor',
	'',
];

/** What a run of a node leaves: items at each output, and how each is linked to the node's input. */
interface Run {
	outputs: INodeExecutionData[][];
	sourceRun: number;
}

/** A workflow that has run up to the reader, and the parameters that this one reads. */
export interface EarlierRuns {
	expressions: string[];
	runs: Partial<Record<string, Run[]>>;
	input: Run;
	isLoop: boolean;
	/** Nodes that are switched off, and such whose data somebody has pinned. */
	disabled: string[];
	pinned: string[];
}

const MAX_ITEMS = 8;
const EXPRESSIONS = 8;

function linkOf(index: number): fc.Arbitrary<INodeExecutionData['pairedItem']> {
	const item = fc.nat(MAX_ITEMS);
	const other: fc.Arbitrary<IPairedItemData> = fc.record(
		{ item, input: fc.constantFrom(0, 1, 2) },
		{ requiredKeys: ['item'] },
	);
	return weighted(
		[24, fc.constant({ item: index })],
		[4, other],
		[1, item],
		[1, fc.array(other, { maxLength: 2 })],
		[1, fc.constant(undefined)],
	);
}

function itemsFrom(jsons: IDataObject[]): fc.Arbitrary<INodeExecutionData[]> {
	const linked = (json: IDataObject, index: number): fc.Arbitrary<INodeExecutionData> =>
		fc.tuple(linkOf(index), unusualOrNot).map(([pairedItem, kind]) => {
			const item = { json: { ...json }, ...(pairedItem !== undefined && { pairedItem }) };
			if (kind) unusual[kind](item);
			return item;
		});
	return fc
		.shuffledSubarray(jsons, { minLength: Math.max(0, jsons.length - 2) })
		.chain((chosen) => fc.tuple(...chosen.map(linked)));
}

function runOf(jsons: IDataObject[]): fc.Arbitrary<Run> {
	return fc.record({
		outputs: fc.tuple(itemsFrom(jsons), itemsFrom(jsons)),
		sourceRun: weighted([5, fc.constant(0)], [1, fc.constant(1)]),
	});
}

/** Workflows of one shape that ran in every way: items dropped, reordered, linked well or badly. */
export const earlierRuns: fc.Arbitrary<EarlierRuns> = fieldNames
	.chain((fields) => readings(fields, nodeNames, { items: MAX_ITEMS, expressions: EXPRESSIONS }))
	.chain(({ expressions, items }) => {
		const runs = fc.array(runOf(items), { minLength: 1, maxLength: 2 });
		const ran = weighted([15, runs], [1, fc.constant<Run[]>([])]);
		const earlier = Object.keys(inputs).filter((name) => name !== READER);
		return fc.record({
			expressions: fc.constant(expressions),
			runs: fc.record<Record<string, Run[]>>(
				Object.fromEntries(earlier.map((name) => [name, ran])),
			),
			input: runOf(items),
			isLoop: fc.boolean(),
			disabled: fc.subarray(earlier, { maxLength: 1 }),
			pinned: fc.subarray([...earlier, 'Never'], { maxLength: 1 }),
		});
	});

function parameterOf(index: number): INodeProperties {
	return { displayName: `P${index}`, name: `p${index}`, type: 'string', default: '' };
}

const plain: INodeType = {
	description: {
		displayName: 'Plain',
		name: 'plain',
		group: ['transform'],
		version: 1,
		description: 'A node of a test',
		defaults: { name: 'Plain' },
		inputs: ['main'],
		outputs: ['main'],
		properties: Array.from({ length: EXPRESSIONS }, (_, index) => parameterOf(index)),
	},
};

const nodeTypes: INodeTypes = {
	getByName: () => plain,
	getByNameAndVersion: () => plain,
	getKnownTypes: () => ({}),
};

function sourceOf(node: string, previousNodeRun: number): ISourceData[] {
	return (inputs[node] ?? []).map(([previousNode, previousNodeOutput]) => ({
		previousNode,
		previousNodeOutput,
		previousNodeRun,
	}));
}

function taskOf(node: string, { outputs, sourceRun }: Run): ITaskData {
	return {
		data: { main: outputs },
		source: sourceOf(node, sourceRun),
		startTime: 0,
		executionTime: 1,
		executionIndex: 0,
		executionStatus: 'success',
	};
}

function workflowOf({ expressions, isLoop, disabled, pinned, input }: EarlierRuns): Workflow {
	const nodes = [...Object.keys(inputs), 'Never'].map((name, index): INode => ({
		id: String(index),
		name,
		type: 'plain',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		disabled: disabled.includes(name),
	}));
	const reader = nodes.find(({ name }) => name === READER);
	if (reader)
		reader.parameters = Object.fromEntries(expressions.map((raw, index) => [`p${index}`, raw]));
	const links = Object.entries(inputs).flatMap(([to, from]) =>
		from.map(([node, output], index) => ({ to, node, output, index })),
	);
	links.push({ to: 'Merged', node: 'Never', output: 0, index: 0 });
	if (isLoop) links.push({ to: 'CRM', node: 'Merged', output: 0, index: 0 });
	const type: NodeConnectionType = 'main';
	const outputOf = (name: string, wanted: number) =>
		links
			.filter(({ node, output }) => node === name && output === wanted)
			.map(({ to, index }) => ({ node: to, type, index }));
	const connections = Object.fromEntries(
		nodes.map(({ name }) => [name, { main: [outputOf(name, 0), outputOf(name, 1)] }]),
	);
	const pinData = Object.fromEntries(pinned.map((name) => [name, input.outputs[1] ?? []]));
	return new Workflow({
		id: '1',
		name: 'Test',
		nodes,
		connections,
		active: false,
		nodeTypes,
		pinData,
	});
}

/** What n8n gives the reader when its turn comes. */
export function contextOf(earlier: EarlierRuns): ExecuteContext {
	const workflow = workflowOf(earlier);
	const node = workflow.getNode(READER);
	if (!node) throw new Error('The workflow has no reader');
	const runData = Object.entries(earlier.runs)
		.map(([name, runs = []]) => [name, runs.map((run) => taskOf(name, run))] as const)
		.filter(([, tasks]) => tasks.length > 0);
	const data: IRunExecutionData = createRunExecutionData({
		resultData: { runData: Object.fromEntries(runData) },
	});
	const input = earlier.input.outputs[0] ?? [];
	const main = { main: [input] };
	const source = { main: sourceOf(READER, earlier.input.sourceRun) };
	const current = { node, data: main, source };
	const additional = executionData();
	return new ExecuteContext(
		workflow,
		node,
		additional,
		'manual',
		data,
		0,
		input,
		main,
		current,
		[],
	);
}
