import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import type { DataTable, N8n, WorkflowDefinition } from '../../../harness';
import { tableOf } from '../../../scripts/start/example-tables';

/** Imported as the editor imports: with its own addresses. */
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

/**
 * Creates the data table of an example, under another name.
 * @param types the types of columns that hold no text
 */
export async function createTable(
	n8n: N8n,
	workflow: WorkflowDefinition,
	types: Record<string, string> = {},
): Promise<DataTable> {
	const [table] = workflow.nodes.flatMap((node) => tableOf(node) ?? []);
	if (table === undefined) throw new Error(`"${workflow.name}" has no Data Table node`);
	return await n8n.api.provideDataTable(`${table.name} ${randomUUID()}`, table.columns, types);
}

/** Chooses a data table in every Data Table node. */
export function withTable(workflow: WorkflowDefinition, { id }: DataTable): WorkflowDefinition {
	for (const { type, parameters } of workflow.nodes)
		if (type === 'n8n-nodes-base.dataTable')
			parameters.dataTableId = { __rl: true, mode: 'id', value: id };
	return workflow;
}
