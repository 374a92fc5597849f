import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	IDisplayOptions,
	INodeParameters,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import manifest from '../../package.json';
import { Problem } from '../../harness/problem';
import { ISendProApi } from '../../credentials/ISendProApi.credentials';
import { readCall } from '../../nodes/ISendPro/api/callbacks/incoming-call';
// With its extension: without, tsx takes the .json beside it.
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node.ts';
import { ISendProTrigger } from '../../nodes/ISendPro/ISendProTrigger.node.ts';
import { ISendProPollingTrigger } from '../../nodes/ISendPro/ISendProPollingTrigger.node.ts';
import { writeEvents } from '../../nodes/ISendPro/polling/event';
import type { IdentifiedRow } from '../../nodes/ISendPro/polling/report-row';
import { POLLED_EVENTS, readPollingSettings } from '../../nodes/ISendPro/polling/settings';
import { EVENT_NAMES, readEvent } from '../../nodes/ISendPro/trigger/event';
import { namesOf } from '../helpers/operations';
import { rows } from '../operations';
import { fieldsOf } from './schemas';

/** Every name that a saved workflow may hold, one a line, or several behind ` of `. */
export const namesFile = join(__dirname, 'saved-names.txt');

/** A workflow of each operation as the first version that had it saved it, and what it asked for. */
export const workflowsFile = join(__dirname, 'saved-workflows.json');

/** What n8n's editor saved of a node, and what a run of it asked iSendPro for. */
export interface SavedWorkflow {
	typeVersion: number;
	parameters: INodeParameters;
	items: Array<Record<string, string | number | boolean>>;
	requests: string[];
}

/** Whether a version of a node has a property, or what is in one. */
function isIn(version: number, part: object): boolean {
	const { show, hide }: IDisplayOptions = ('displayOptions' in part && part.displayOptions) || {};
	const only = (conditions: typeof show) =>
		conditions?.['@version'] && { '@version': conditions['@version'] };
	const displayOptions = { show: only(show), hide: only(hide) };
	return NodeHelpers.displayParameter(
		{},
		{ name: '', value: '', displayOptions },
		{ typeVersion: version },
		null,
	);
}

/** A property, its default, which n8n does not save, its choices, and what is inside of it. */
function linesOf(version: number, property: INodeProperties, within = ''): string[] {
	const { type, typeOptions, default: preset } = property;
	if (type === 'notice' || !isIn(version, property)) return [];
	const name = within + property.name;
	const members = (property.options ?? []).filter((member) => isIn(version, member));
	const choices = members.flatMap((member) =>
		'value' in member ? [JSON.stringify(member.value)] : [],
	);
	return [
		`${name} = ${type}${typeOptions?.multipleValues ? '[]' : ''} ${JSON.stringify(preset)}`,
		...(choices.length > 0 ? [`${name} of ${choices.join(' ')}`] : []),
		...members.flatMap((member) => {
			if ('values' in member) {
				const group = `${name}.${member.name}.`;
				return member.values.flatMap((inner) => linesOf(version, inner, group));
			}
			return 'type' in member ? linesOf(version, member, `${name}.`) : [];
		}),
	];
}

/** The properties of a version, each behind the resource and the operation that it belongs to. */
function propertyLines(version: number, properties: INodeProperties[]): string[] {
	return properties.flatMap((property) => {
		const { resource = [''], operation = [''] } = property.displayOptions?.show ?? {};
		return resource.flatMap((one) =>
			operation.flatMap((other) => {
				const place = [one, other].filter(Boolean).join(':');
				return linesOf(version, property).map((line) => `${place} ${line}`.trim());
			}),
		);
	});
}

function nodeLines(
	{ name, version, properties, webhooks = [], usableAsTool, credentials }: INodeTypeDescription,
	outputLines: string[],
): string[] {
	return [version]
		.flat()
		.flatMap((each) =>
			[
				`is ${manifest.name}.${name}`,
				...(usableAsTool ? [`is ${manifest.name}.${name}Tool`] : []),
				...(credentials ?? []).map((credential) => `credential ${credential.name}`),
				...webhooks.map(({ httpMethod, path }) => `webhook ${String(httpMethod)} ${path}`),
				...propertyLines(each, properties),
				...outputLines,
			].map((line) => `${name} ${each}: ${line}`),
		);
}

/** What leaves the trigger: a receipt of a failure, and a reply that wishes for messages [3.10, 3.11]. */
function triggerOutput(): string[] {
	const calls = [
		'tel=0612345678&libelle=x&statut=2&code_erreur=107&date=2012-08-12&heure=15:07:12&id=35986&operateur=SFR&tracker=x',
		'tel=0612345678&id_retour=545454545&msg_sms=START&tracker=x',
	];
	return [
		...EVENT_NAMES.map((event, index) => `output ${index} = ${event}`),
		...calls.map((call) => {
			const event = readEvent(readCall(Buffer.from(call)), { events: EVENT_NAMES }, new Date());
			if (!event) throw new Error(`The trigger does not know ${call}`);
			return `gives ${event.event} of ${Object.keys(event).join(' ')}`;
		}),
	];
}

/** What leaves the polling trigger: a receipt of a failure, a reply, and a number that entered the blacklist. */
function pollingTriggerOutput(): string[] {
	const row: IdentifiedRow = {
		message: {
			...{ sentAt: null, sender: '', to: '0612345678', text: '', tracker: 'x', price: null },
			...{ status: 'failed', statusCode: '107', delivered: false, operator: 'SFR' },
			...{ reply: 'START', stop: false },
		},
		...{ columns: [], cells: [], id: '', receiptId: '', isFinal: true },
		reply: { hash: '', eventId: '' },
	};
	const change = { event: 'blacklisted', eventId: '', phoneNumber: '0612345678' } as const;
	const settings = readPollingSettings({ events: POLLED_EVENTS, options: {} });
	const news = { receipts: [row], replies: [row], changes: [change] };
	return [
		...POLLED_EVENTS.map((event, index) => `output ${index} = ${event}`),
		...writeEvents(news, settings, new Date()).map(
			(event) => `gives ${event.event} of ${Object.keys(event).join(' ')}`,
		),
	];
}

/** The names as the code has them. */
export function currentNames(): string[] {
	const { name, properties } = new ISendProApi();
	const outputs = Object.entries(rows).map(
		([operation, row]) => `${operation} gives of ${fieldsOf(row).join(' ')}`,
	);
	return [
		...propertyLines(1, properties).map((line) => `${name}: ${line}`),
		...nodeLines(new ISendPro().description, outputs),
		...nodeLines(new ISendProTrigger().description, triggerOutput()),
		...nodeLines(new ISendProPollingTrigger().description, pollingTriggerOutput()),
	];
}

/** Each name for itself, also those that share a line. */
function apart(lines: string[]): string[] {
	return lines.flatMap((line) => {
		const [start = '', names] = line.split(' of ');
		return names === undefined ? [line] : names.split(' ').map((name) => `${start} of ${name}`);
	});
}

/** What the second list lacks of the first. */
export function missing(names: string[], others: string[]): string[] {
	const known = new Set(apart(others));
	return apart(names).filter((name) => !known.has(name));
}

export function keptNames(): string[] {
	return existsSync(namesFile) ? readFileSync(namesFile, 'utf8').trimEnd().split('\n') : [];
}

export function keptWorkflows(): Record<string, SavedWorkflow> {
	return existsSync(workflowsFile) ? JSON.parse(readFileSync(workflowsFile, 'utf8')) : {};
}

/** What n8n's editor saves of an operation's node: what is not as it is by default. */
function savedParameters(name: string): INodeParameters {
	const { description } = new ISendPro();
	const written = { ...namesOf(name), ...rows[name]?.parameters };
	const { properties } = description;
	return NodeHelpers.getNodeParameters(properties, written, false, false, null, description) ?? {};
}

/**
 * Adds to the list what is new, and a workflow for each new operation.
 *
 * @throws Problem when a name is gone: saved workflows hold it
 */
export function writeSavedNames(): void {
	const current = currentNames();
	const gone = missing(keptNames(), current);
	if (gone.length > 0) throw new Problem(whatToDo, gone.join('\n'));
	writeFileSync(namesFile, `${current.join('\n')}\n`);

	const workflows = keptWorkflows();
	const typeVersion = [new ISendPro().description.version].flat().at(-1) ?? 1;
	for (const [name, { items, exchanges }] of Object.entries(rows)) {
		const requests = exchanges.map(({ request }) => request);
		const parameters = savedParameters(name);
		workflows[name] ??= { typeVersion, parameters, items, requests } as SavedWorkflow;
	}
	writeFileSync(workflowsFile, `${JSON.stringify(workflows, null, '\t')}\n`);
}

/** What to do when a name is gone. */
export const whatToDo = [
	'Saved workflows hold these names, and would lose what they say. Give the version of the node that',
	'has them back what it had, and the new names to a version of its own: `version: [1, 2]`, and',
	"`'@version'` in the `displayOptions` of what only one of them has. A name that no release had may go:",
	'delete it from test/contract/saved-names.txt.',
].join('\n');
