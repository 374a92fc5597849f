import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Execution, Workflow, WorkflowDefinition } from '../../../harness';
import { activate, itemsOf, runsOf } from '../../../harness';
import type { NodeDefinition } from '../../helpers/workflow';
import { connect } from '../../helpers/workflow';
import { example, withParameters } from '../examples/imported';
import type { Stage } from '../stage';
import type { ListFile } from './files';

/** What a run of the example did. */
export interface Outcome {
	execution: Execution;
	/** What was read from the file. */
	rows: IDataObject[];
	/** What came out of Send the SMS. */
	sent: IDataObject[];
	/** Its errors, and the fields of the row. */
	toCorrect: IDataObject[];
	/** The errors' messages. */
	refusals: string[];
	hints: string[];
	/** Why a node before Send the SMS failed. */
	failure?: string;
}

/** Parameters of nodes, by their names. */
export type Changes = Record<string, INodeParameters>;

/** Sets the options of Send the SMS anew: without any, it sends and bills. */
export const sending = (options: INodeParameters = {}, parameters: INodeParameters = {}) => ({
	'Send the SMS': { ...parameters, options },
});

/** Sends with a message of its own, and no options. */
export const writing = (message: string) => sending({}, { message: `=${message}` });

/** Puts a node before Send the SMS. */
export function withNode(workflow: WorkflowDefinition, added: NodeDefinition): WorkflowDefinition {
	const { nodes, connections } = workflow;
	const reading = nodes.filter(({ name }) => name.startsWith('Read the '));
	const links = Object.fromEntries(reading.map(({ name }) => [name, [added.name]]));
	return {
		...workflow,
		nodes: [...nodes, added],
		connections: { ...connections, ...connect({ ...links, [added.name]: ['Send the SMS'] }) },
	};
}

/**
 * Imports the example, changes parameters of its nodes as a user does, and publishes it.
 * @param added a node before Send the SMS
 * @returns uploads a file by the form
 */
export async function openList(
	{ n8n, credential }: Stage,
	changes: Changes = {},
	added?: NodeDefinition,
): Promise<(file: ListFile) => Promise<Outcome>> {
	const changed = withParameters(example('list-to-sms'), changes);
	const definition = added ? withNode(changed, added) : changed;
	const workflow = await n8n.api.createWorkflow(definition, credential);
	await activate(n8n, workflow);
	const { webhookId } = workflow.nodes.find(({ name }) => name === 'Upload the list') ?? {};
	return async ({ name, type, bytes }) => {
		const body = new FormData();
		body.append('field-0', new File([bytes], name, { type }));
		const response = await fetch(`${n8n.webhookUrl}/form/${webhookId}`, { method: 'POST', body });
		if (!response.ok) throw new Error(`The form answered ${response.status}`);
		return outcomeOf(await nextExecution(n8n, workflow));
	};
}

/** Executions that were looked at. */
const seen = new Set<string>();

async function nextExecution({ api }: Stage['n8n'], { id }: Workflow): Promise<Execution> {
	for (let look = 0; look < 100; look++, await pause(100)) {
		const [newest] = await api.listExecutions(id);
		if (newest && !seen.has(newest.id)) {
			seen.add(newest.id);
			return await api.waitForExecution(newest.id);
		}
	}
	throw new Error('The form started no execution');
}

function outcomeOf(execution: Execution): Outcome {
	const json = (node: string, output?: number) =>
		itemsOf(execution, node, output).map((item) => item.json);
	const toCorrect = json('Send the SMS', 1);
	const { error } = execution.data.resultData;
	return {
		execution,
		failure: error && `${error.message} ${error.description ?? ''}`,
		rows: [...json('Read the workbook'), ...json('Read the CSV')],
		sent: json('Send the SMS'),
		toCorrect,
		refusals: toCorrect.map(({ error: refusal }) => String((refusal as IDataObject).message)),
		hints: runsOf(execution, 'Send the SMS').flatMap(({ hints = [] }) =>
			hints.map(({ message }) => message),
		),
	};
}

/** What the tests of lists share. */
export interface Lists {
	setting: () => Stage;
	/** Uploads a file to an example of its own. */
	run(file: ListFile, changes?: Changes, added?: NodeDefinition): Promise<Outcome>;
	/** Numbers and texts on the simulator's phones. */
	received(): Array<{ to: string; text: string }>;
}

/** @param setting the stage, once it is open */
export function useLists(setting: () => Stage): Lists {
	return {
		setting,
		run: async (file, changes, added) => {
			const upload = await openList(setting(), changes, added);
			return await upload(file);
		},
		received: () =>
			setting()
				.simulator.phones.messages()
				.map(({ to, text }) => ({ to, text })),
	};
}
