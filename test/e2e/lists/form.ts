import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { activate, itemsOf, runsOf } from '../../../harness';
import type { Execution, Workflow } from '../../../harness';
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
	hints: string[];
}

/** Sets the options of Send the SMS anew: without any, it sends and bills. */
export const sending = (parameters: INodeParameters = {}, options: INodeParameters = {}) => ({
	'Send the SMS': { ...parameters, options },
});

/**
 * Imports the example, changes parameters of its nodes as a user does, and publishes it.
 * @returns uploads a file by the form
 */
export async function openList(
	{ n8n, credential }: Stage,
	changes: Record<string, INodeParameters> = {},
): Promise<(file: ListFile) => Promise<Outcome>> {
	const definition = withParameters(example('list-to-sms'), changes);
	const workflow = await n8n.api.createWorkflow(definition, credential);
	await activate(n8n, workflow);
	const { webhookId } = workflow.nodes.find(({ name }) => name === 'Upload the list') ?? {};
	return async ({ name, bytes }) => {
		const body = new FormData();
		body.append('field-0', new File([bytes], name));
		const response = await fetch(`${n8n.webhookUrl}/form/${webhookId}`, { method: 'POST', body });
		if (!response.ok) throw new Error(`The form answered ${response.status}`);
		return outcomeOf(await nextExecution(n8n, workflow));
	};
}

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

const seen = new Set<string>();

function outcomeOf(execution: Execution): Outcome {
	const json = (node: string, output?: number) =>
		itemsOf(execution, node, output).map((item) => item.json);
	return {
		execution,
		rows: [...json('Read the workbook'), ...json('Read the CSV')],
		sent: json('Send the SMS'),
		toCorrect: json('Send the SMS', 1),
		hints: runsOf(execution, 'Send the SMS').flatMap(({ hints = [] }) =>
			hints.map(({ message }) => message),
		),
	};
}
