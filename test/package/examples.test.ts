import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';
import { ISendProTrigger } from '../../nodes/ISendPro/ISendProTrigger.node';
import { exampleTables, tableOf } from '../../scripts/start/example-tables';
import { operations, placesOf } from '../helpers/operations';

const root = join(__dirname, '../..');
const folder = join(root, 'examples');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

interface Example {
	name: string;
	nodes: INode[];
	connections: IConnections;
	pinData: object;
	active: boolean;
}

const files = readdirSync(folder).sort();
const examples = files.map((file): [string, Example, string] => {
	const text = readFileSync(join(folder, file), 'utf8');
	return [file, JSON.parse(text), text];
});

const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';
const noteOf = ({ nodes }: Example) => String(nodes.find(isNote)?.parameters.content);

interface Rectangle {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A node's space on the canvas, with the name below it; a note has the size that it stores. */
function rectangleOf(node: INode): Rectangle {
	const [left, top] = node.position;
	if (isNote(node)) {
		const { width, height } = node.parameters;
		return { left, top, right: left + Number(width), bottom: top + Number(height) };
	}
	const width = node.type.endsWith('.agent') ? 256 : 96;
	return { left: left - 32, top, right: left + width + 32, bottom: top + 140 };
}

const overlap = (one: Rectangle, other: Rectangle) =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

/** The paths of the values, e.g. `options.tracker`. */
function pathsOf(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => pathsOf(entry, path));
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([name, entry]) =>
		pathsOf(entry, path === '' ? name : `${path}.${name}`),
	);
}

/** The columns, except n8n's own, that a Data Table node reads or writes. */
function columnsOf({ parameters }: INode): string[] {
	const { filters, columns } = parameters as {
		filters?: { conditions: Array<{ keyName: string }> };
		columns?: { value: object };
	};
	const read = filters?.conditions.map(({ keyName }) => keyName) ?? [];
	const all = [...read, ...Object.keys(columns?.value ?? {})];
	return all.filter((column) => !['id', 'createdAt', 'updatedAt'].includes(column));
}

describe.each(exampleTables)('The data table $name', ({ name, columns }) => {
	it('is asked for by one note, with its columns', () => {
		const [last, ...others] = columns.map((column) => `\`${column}\``).reverse();
		const list = `${others.reverse().join(', ')} and ${last}`;
		const asked = `named \`${name}\` with the columns ${list}, all of type string`;
		const notes = examples.map(([, example]) => noteOf(example));
		expect(notes.filter((note) => note.includes(asked))).toHaveLength(1);
	});
});

describe.each(examples)('The example %s', (file, example, text) => {
	const { nodes, connections } = example;

	it('has a line in the README', () => {
		const lines = readme.split('\n').filter((line) => line.startsWith(`| [${file}](`));
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(/^\| \[[^\]]+\]\(examples\/[a-z-]+\.json\) \| .+ \| .+ \|$/);
	});

	it('explains its setup in at most three steps, in English', () => {
		const note = noteOf(example);
		expect(note).toMatch(/^## \S/);
		const steps = [...note.matchAll(/^(\d)\. /gm)].map(([, number]) => number);
		expect(['1', '1,2', '1,2,3']).toContain(steps.join());
		const words = nodes.flatMap((node) =>
			isNote(node) ? [String(node.parameters.content)] : [node.name],
		);
		const french = /\b(le|les|des|une|pour|vous|avec|sur|est|dans)\b/i;
		for (const word of words) expect(word.replace(/`[^`]*`/g, '')).not.toMatch(french);
	});

	it('has no nodes or notes that overlap', () => {
		const placed = nodes.map((node) => ({ name: node.name, rectangle: rectangleOf(node) }));
		const covering = placed.flatMap((one, index) =>
			placed
				.slice(index + 1)
				.filter((other) => overlap(one.rectangle, other.rectangle))
				.map((other) => [one.name, other.name]),
		);
		expect(covering).toEqual([]);
	});

	it('contains nothing of an account, a run or a computer', () => {
		expect(example).toMatchObject({ pinData: {}, active: false });
		expect(Object.keys(example.pinData)).toEqual([]);
		expect(nodes.filter((node) => 'credentials' in node)).toEqual([]);
		expect(text).not.toMatch(/"versionId"|"instanceId"|127\.0\.0\.1|localhost/);
		for (const { parameters } of nodes)
			if (parameters.dataTableId) expect(parameters.dataTableId).toMatchObject({ value: '' });
	});

	it('names its declared data table in the note', () => {
		for (const node of nodes.filter(({ type }) => type === 'n8n-nodes-base.dataTable')) {
			const table = tableOf(node);
			expect(noteOf(example)).toContain(`\`${table?.name}\``);
			expect(table?.columns).toEqual(expect.arrayContaining(columnsOf(node)));
		}
	});

	it('has no Remove Duplicates node, which fails after ten thousand items', () => {
		expect(nodes.map(({ type }) => type)).not.toContain('n8n-nodes-base.removeDuplicates');
	});

	it('connects all its nodes', () => {
		const names = nodes.map(({ name }) => name);
		const named = Object.entries(connections).flatMap(([from, outputs]) => [
			from,
			...Object.values(outputs)
				.flatMap((lists) => lists.flatMap((to) => to ?? []))
				.map(({ node }) => node),
		]);
		expect(named.filter((name) => !names.includes(name))).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
		const alone = nodes.filter((node) => !isNote(node) && !named.includes(node.name));
		expect(alone.map(({ name }) => name)).toEqual([]);
	});

	it('sets only parameters that the iSendPro nodes have', () => {
		const own = nodes.filter(({ type }) => type.startsWith('n8n-nodes-isendpro.'));
		expect(own.length).toBeGreaterThan(0);
		for (const { name, type, parameters } of own) {
			const { resource, operation, ...others } = parameters;
			const isTrigger = type.endsWith('.iSendProTrigger');
			const action = `${String(resource)}:${String(operation)}`;
			if (!isTrigger) expect([name, operations.has(action)]).toEqual([name, true]);
			const known = isTrigger
				? new ISendProTrigger().description.properties.map((property) => property.name)
				: placesOf(action).map(({ path }) => path);
			expect([name, pathsOf(others).filter((path) => !known.includes(path))]).toEqual([name, []]);
		}
	});
});
