import { setTimeout as pause } from 'node:timers/promises';
import type { N8n, Workflow, WorkflowDefinition } from '../../harness';
import { startN8n } from '../../harness';
import { createCredential } from '../e2e/stage';
import type { NodeDefinition } from '../helpers/workflow';
import { chain, node } from '../helpers/workflow';
import { median, Memory, seconds } from './measure';
import type { Form } from './report-file';
import { FileServer, key, period, reportBytes, rows } from './report-file';

const rounds = 3;

function ownReader(simplify: boolean): NodeDefinition[] {
	const [startDate, endDate] = period;
	const wanted = { startDate, endDate, output: 'items', returnAll: true, simplify };
	const parameters = { resource: 'campaign', operation: 'getReport', ...wanted };
	return [node('Report', 'n8n-nodes-isendpro.iSendPro', parameters)];
}

/** n8n's own nodes for the same: download, unpack, read. */
function n8nsReader(url: string, form: Form): NodeDefinition[] {
	const download = node(
		'Download',
		'httpRequest',
		{
			url: `${url}/${form}`,
			options: { response: { response: { responseFormat: 'file' } } },
		},
		4.2,
	);
	const unpack = node('Unpack', 'compression', { operation: 'decompress' }, 1.1);
	const read = node('Read', 'extractFromFile', {
		operation: 'csv',
		binaryPropertyName: form === 'zip' ? 'file_0' : 'data',
		options: { delimiter: ';', encoding: 'latin1', headerRow: true },
	});
	return form === 'zip' ? [download, unpack, read] : [download, read];
}

/** A way to read the report, and a column of what it gives. */
interface Candidate {
	name: string;
	readers: NodeDefinition[];
	column: string;
}

/** A workflow as in production, which keeps no data, and tells the server how many items there are. */
function workflowOf({ readers, column }: Candidate, url: string, path: string): WorkflowDefinition {
	const start = node('Start', 'webhook', { path, options: {} }, 2);
	const count = node(
		'Count',
		'summarize',
		{
			fieldsToSummarize: { values: [{ aggregation: 'count', field: column }] },
			options: {},
		},
		1.1,
	);
	const tell = node(
		'Tell',
		'httpRequest',
		{
			method: 'POST',
			url: `${url}/count`,
			sendBody: true,
			contentType: 'raw',
			rawContentType: 'text/plain',
			body: `={{ String($json.count_${column}) }}`,
			options: {},
		},
		4.2,
	);
	const nodes = [{ ...start, webhookId: path }, ...readers, count, tell];
	return {
		name: `Bench ${path}`,
		nodes,
		connections: chain(...nodes.map(({ name }) => name)),
		settings: { saveDataSuccessExecution: 'none', executionOrder: 'v1' },
	};
}

/** @throws Error when a run has failed; n8n keeps only those */
async function failureOf(n8n: N8n, { id }: Workflow): Promise<never> {
	for (; ; await pause(2_000)) {
		const [run] = (await n8n.api.listExecutions(id).catch(() => [])).filter(
			({ status }) => status === 'error',
		);
		if (!run) continue;
		const { error } = (await n8n.api.getExecution(run.id)).data.resultData;
		throw new Error(`The run failed: ${error?.message}`);
	}
}

async function measure(n8n: N8n, server: FileServer, workflow: Workflow, path: string) {
	const memory = new Memory(n8n.pid());
	const before = memory.now;
	memory.forgetPeak();
	const counted = server.timeUntilCount();
	await fetch(`${n8n.webhookUrl}/webhook/${path}`);
	const { time, count } = await Promise.race([counted, failureOf(n8n, workflow)]);
	if (Number(count) !== rows) throw new Error(`${path}: ${count} of ${rows} rows were read`);
	return { time, before, peak: memory.peak };
}

/**
 * A report of 200,000 rows, plain and zipped, read into items: alternates this node and n8n's own nodes
 * on the same bytes. n8n restarts for each reader of each form, so that neither inherits the other's
 * memory.
 */
export async function benchReport(): Promise<void> {
	const files = { csv: await reportBytes('csv'), zip: await reportBytes('zip') };
	const server = new FileServer(files);
	const url = await server.listen();
	try {
		for (const form of ['csv', 'zip'] as const) {
			const size = (files[form].length / 1e6).toFixed(1);
			console.log(`${rows} rows, ${form}, ${size} MB`);
			const column = 'Destinataire';
			const candidates: Candidate[] = [
				{ name: 'iSendPro', readers: ownReader(false), column },
				{ name: 'iSendPro, simplified', readers: ownReader(true), column: 'to' },
				{ name: 'n8n’s own nodes', readers: n8nsReader(url, form), column },
			];
			const medians: number[] = [];
			for (const [index, candidate] of candidates.entries()) {
				const n8n = await startN8n();
				try {
					const credential = await createCredential(n8n, {
						url: `${url}/${form}`,
						account: { keyId: key },
					});
					const path = `${form}-${index}`;
					const definition = workflowOf(candidate, url, path);
					const workflow = await n8n.api.createWorkflow(definition, credential);
					await n8n.api.activate(workflow);
					await n8n.waitForWebhook(path);
					const runs = [];
					for (let round = 0; round < rounds; round++)
						runs.push(await measure(n8n, server, workflow, path));
					const time = median(runs.map((run) => run.time));
					medians.push(time);
					const ratio = (time / (medians[0] ?? NaN)).toFixed(1);
					const memory = `${runs[0]?.before} MB before, peaks ${runs.map(({ peak }) => peak).join(', ')} MB`;
					const all = runs.map((run) => seconds(run.time)).join(', ');
					console.log(`${candidate.name}: ${seconds(time)} (${all}), ${ratio} times; ${memory}`);
				} finally {
					await n8n.stop();
				}
			}
		}
	} finally {
		server.close();
	}
}
