import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../../simulator';
import type { Credential, DataTable, N8n, WorkflowDefinition } from '../../../scripts/n8n';
import { tableWanted } from '../../../scripts/start/tables';

/** What the tests of the examples share. */
export interface Setting {
	n8n: N8n;
	simulator: Simulator;
	credential: Credential;
}

/** Imported as the editor imports: with addresses of its own. */
export function example(name: string): WorkflowDefinition {
	const file = join(__dirname, '../../../examples', `${name}.json`);
	const workflow: WorkflowDefinition = JSON.parse(readFileSync(file, 'utf8'));
	for (const node of workflow.nodes) {
		if (!node.webhookId) continue;
		node.webhookId = randomUUID();
		if ('path' in node.parameters) node.parameters.path = node.webhookId;
	}
	return workflow;
}

/** Sets what a user sets after importing. */
export function withParameters(
	workflow: WorkflowDefinition,
	changes: Record<string, INodeParameters>,
): WorkflowDefinition {
	for (const node of workflow.nodes) Object.assign(node.parameters, changes[node.name]);
	return workflow;
}

/** Creates the data table that the note of an example asks for, under a name of its own. */
export async function createTable(n8n: N8n, workflow: WorkflowDefinition): Promise<DataTable> {
	const wanted = tableWanted(workflow);
	if (wanted === undefined) throw new Error(`"${workflow.name}" asks for no data table`);
	return await n8n.api.provideDataTable(`${wanted.name} ${randomUUID()}`, wanted.columns);
}

/** Chooses a data table in every Data Table node. */
export function withTable(workflow: WorkflowDefinition, { id }: DataTable): WorkflowDefinition {
	for (const { type, parameters } of workflow.nodes)
		if (type === 'n8n-nodes-base.dataTable')
			parameters.dataTableId = { __rl: true, mode: 'id', value: id };
	return workflow;
}
