import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { startSimulator } from '../../simulator';
import { startN8n, type N8n, type Workflow, type WorkflowDefinition } from '../e2e/n8n';
import { median, Memory, seconds } from './measure';

const rows = 200_000;
const rounds = 3;
const period = ['2026-01-01T00:00', '2026-06-30T23:59'] as const;
const key = 'a296464ce012b8ab710a';

type Form = 'csv' | 'zip';

/** The report of 200,000 messages as the simulator gives it. */
async function reportBytes(files: Form): Promise<Buffer> {
	const simulator = await startSimulator({
		account: { keyId: key },
		// Rows that end in one more separator make n8n's own reader refuse the file.
		service: { files, dialect: 'plain' },
	});
	const start = Date.UTC(2026, 0, 2);
	simulator.account.reportRows = Array.from({ length: rows }, (_, index) => ({
		sentAt: new Date(start + index * 60_000),
		sender: 'MaSociete',
		to: `06${String(10_000_000 + index)}`,
		text: `Bonjour Élodie ${index}, votre colis est arrivé ; "à bientôt" !`,
		information: 'ORAN: SMS remis',
		details: `Message for 00336${String(10_000_000 + index)} has been delivered`,
		status: '0',
		reply: '',
		channel: 'Haute Qualite',
		price: 0.044,
		stop: 0,
		tracker: `commande_${index}`,
	}));
	const form = { keyid: key, rapportCampagne: '1', date_deb: '2026-01-01', date_fin: '2026-06-30' };
	try {
		const answer = await fetch(simulator.url, { method: 'POST', body: new URLSearchParams(form) });
		return Buffer.from(await answer.arrayBuffer());
	} finally {
		await simulator.close();
	}
}

/** Gives the same file to everybody, and hears how many rows were read. */
class FileServer {
	readonly server: Server;

	private heard: ((count: string) => void) | undefined;

	private askedAt = 0;

	constructor(files: Record<Form, Buffer>) {
		this.server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				if (request.url === '/count') {
					this.heard?.(Buffer.concat(chunks).toString());
					response.end();
					return;
				}
				this.askedAt = performance.now();
				const form: Form = request.url?.startsWith('/zip') ? 'zip' : 'csv';
				const type = form === 'zip' ? 'application/zip' : 'text/csv';
				response.writeHead(200, { 'Content-Type': type }).end(files[form]);
			});
		});
	}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** @returns milliseconds from the file's request to the news that its rows are items, and how many */
	async timeUntilCount(): Promise<{ time: number; count: string }> {
		const count = await new Promise<string>((resolve) => (this.heard = resolve));
		return { time: performance.now() - this.askedAt, count };
	}
}

type NodeDefinition = WorkflowDefinition['nodes'][number];

function node(name: string, type: string, version: number, parameters: INodeParameters) {
	const place: Pick<NodeDefinition, 'position'> = { position: [0, 0] };
	return { name, type, typeVersion: version, parameters, ...place };
}

const ownReader = node('Report', 'n8n-nodes-isendpro.iSendPro', 1, {
	resource: 'campaign',
	operation: 'getReport',
	startDate: period[0],
	endDate: period[1],
	output: 'items',
	returnAll: true,
	simplify: false,
});

/** n8n's own nodes for the same: download, unpack, read. */
function n8nsReader(url: string, form: Form): NodeDefinition[] {
	const download = node('Download', 'n8n-nodes-base.httpRequest', 4.2, {
		url: `${url}/${form}`,
		options: { response: { response: { responseFormat: 'file' } } },
	});
	const unpack = node('Unpack', 'n8n-nodes-base.compression', 1.1, { operation: 'decompress' });
	const read = node('Read', 'n8n-nodes-base.extractFromFile', 1, {
		operation: 'csv',
		binaryPropertyName: form === 'zip' ? 'file_0' : 'data',
		options: { delimiter: ';', encoding: 'latin1', headerRow: true },
	});
	return form === 'zip' ? [download, unpack, read] : [download, read];
}

/** A workflow as in production, which keeps no data, and tells the server how many items there are. */
function workflowOf(readers: NodeDefinition[], url: string, path: string): WorkflowDefinition {
	const start = node('Start', 'n8n-nodes-base.webhook', 2, { path, options: {} });
	const count = node('Count', 'n8n-nodes-base.summarize', 1.1, {
		fieldsToSummarize: { values: [{ aggregation: 'count', field: 'Destinataire' }] },
		options: {},
	});
	const tell = node('Tell', 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url: `${url}/count`,
		sendBody: true,
		contentType: 'raw',
		rawContentType: 'text/plain',
		body: '={{ String($json.count_Destinataire) }}',
		options: {},
	});
	const chain = [{ ...start, webhookId: path }, ...readers, count, tell];
	return {
		name: `Bench ${path}`,
		nodes: chain,
		connections: Object.fromEntries(
			chain.slice(0, -1).map(({ name }, index) => {
				const next = chain[index + 1]?.name ?? '';
				return [name, { main: [[{ node: next, type: 'main', index: 0 }]] }];
			}),
		),
		settings: { saveDataSuccessExecution: 'none', executionOrder: 'v1' },
	};
}

/** @throws Error once a run has failed: only those are kept */
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
 * A report of 200,000 rows read into items, bare and zipped: by this node, and by n8n's own nodes from
 * the same bytes, by turns. n8n starts anew for each reader of each form, so that neither inherits the
 * other's memory.
 */
export async function benchReport(): Promise<void> {
	const files = { csv: await reportBytes('csv'), zip: await reportBytes('zip') };
	const server = new FileServer(files);
	const url = await server.listen();
	try {
		for (const form of ['csv', 'zip'] as const) {
			const size = (files[form].length / 1e6).toFixed(1);
			console.log(`${rows} rows, ${form}, ${size} MB`);
			const candidates = [
				{ name: 'iSendPro', readers: [ownReader] },
				{ name: 'HTTP Request and Extract From File', readers: n8nsReader(url, form) },
			];
			const medians: number[] = [];
			for (const [index, { name, readers }] of candidates.entries()) {
				const n8n = await startN8n();
				try {
					const credential = await n8n.api.createCredential('Server', 'iSendProApi', {
						keyId: key,
						baseUrl: `${url}/${form}`,
						textEncoding: 'iso-8859-15',
					});
					const path = `${form}-${index}`;
					const definition = workflowOf(readers, url, path);
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
					console.log(`${name}: ${seconds(time)} (${all}), ${ratio} times; ${memory}`);
				} finally {
					await n8n.stop();
				}
			}
		}
	} finally {
		server.server.close();
		server.server.closeAllConnections();
	}
}
