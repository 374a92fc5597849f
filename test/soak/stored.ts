import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Execution, Generation, N8n } from '../../harness';
import { installN8n, runsOf } from '../../harness';
import { unpack } from '../../harness/rest/executions';

/**
 * What a script prints that reads n8n's SQLite file as `database`; the Node.js that n8n runs on can.
 */
export async function readDatabase(
	n8n: N8n,
	generation: Generation,
	script: string,
): Promise<Buffer> {
	const { node } = await installN8n(generation);
	const opening = `const { DatabaseSync } = require('node:sqlite');
		const database = new DatabaseSync(process.argv[1], { readOnly: true });`;
	const file = join(n8n.folder, '.n8n', 'database.sqlite');
	const parameters = ['--no-warnings', '-e', `${opening}${script}`, file];
	return execFileSync(node, parameters, { maxBuffer: 2 ** 30 });
}

/** Every execution that n8n has stored, oldest first, from its database: n8n's list takes minutes for so many. */
export async function storedExecutions(n8n: N8n, generation: Generation): Promise<Execution[]> {
	const lines = await readDatabase(
		n8n,
		generation,
		`const rows = database.prepare(
			'select id, status, mode, workflowId, finished, data from execution_entity left join execution_data on id = executionId',
		);
		for (const row of rows.iterate()) console.log(JSON.stringify(row));`,
	);
	const executions: Execution[] = [];
	for (let start = 0; start < lines.length;) {
		const end = lines.indexOf('\n', start);
		const row = JSON.parse(lines.toString('utf8', start, end));
		// n8n 1.x stores an execution in two steps; killed in between, it has one without data.
		if (row.data) executions.push({ ...row, id: String(row.id), data: unpack(row.data) });
		start = end + 1;
	}
	return executions.sort((one, other) => Number(one.id) - Number(other.id));
}

/** What an execution started with: the item of its first node. */
export function startOf(execution: Execution, trigger: string): IDataObject {
	const shown = runsOf(execution, trigger)
		.flatMap(({ data }) => data?.main ?? [])
		.flatMap((items) => items ?? []);
	// A crashed execution keeps its item where it waited, and shows another one.
	const waiting = execution.data.executionData?.nodeExecutionStack ?? [];
	const kept = waiting.flatMap(({ data }) => (data.main ?? []).flatMap((items) => items ?? []));
	const [item] = [...kept, ...shown].filter(({ json }) => json.body ?? json.eventId);
	return item?.json ?? {};
}
