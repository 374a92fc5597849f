import type { WorkflowDefinition } from '../../harness';

/** A data table that examples work with. */
export interface ExampleTable {
	name: string;
	/** All of type string. */
	columns: readonly string[];
}

/** What the notes of the examples ask to create; `test/package/examples.test.ts` compares the two. */
export const exampleTables: readonly ExampleTable[] = [
	{ name: 'Failed SMS', columns: ['eventId', 'phone', 'reason'] },
	{ name: 'Appointments', columns: ['name', 'phone', 'appointment', 'reminder'] },
	{
		name: 'Questions by SMS',
		columns: ['tracker', 'phone', 'text', 'answer', 'eventId', 'resumeUrl'],
	},
	{
		name: 'iSendPro messages',
		columns: ['tracker', 'phone', 'sent', 'delivery', 'reason', 'reportedAt'],
	},
];

/**
 * The data table that a node works with; undefined where it is no Data Table node.
 *
 * @throws Error when the table is not declared above
 */
export function tableOf({ name, type, parameters }: WorkflowDefinition['nodes'][number]) {
	if (type !== 'n8n-nodes-base.dataTable') return undefined;
	const { cachedResultName } = parameters.dataTableId as { cachedResultName?: string };
	const table = exampleTables.find((each) => each.name === cachedResultName);
	if (table !== undefined) return table;
	throw new Error(
		`The node "${name}" works with the data table "${cachedResultName}", ` +
			'which scripts/start/example-tables.ts does not declare',
	);
}
