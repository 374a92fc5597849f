import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Simulator } from '../../simulator';
import { projectFolder } from '../folders';
import type { Credential, DataTable, N8n, Workflow, WorkflowDefinition } from '../n8n';
import { activate, addressesOf } from '../n8n';
import { Problem } from '../problem';

/** The example that `npm start` runs. */
const firstExample = 'first-sms.json';

/** The example that gets the delivery receipts; the simulator's page offers the others. */
const receiptExample = 'receipt-to-record.json';

const credentialName = 'iSendPro simulator';

const tableName = 'iSendPro messages';

const triggerType = 'n8n-nodes-isendpro.iSendProTrigger';

export interface Demonstration {
	/** The first example. */
	first: Workflow;
	/** All of them, by the name of their file. */
	workflows: ReadonlyMap<string, Workflow>;
	/** Where the example with the delivery receipts keeps its records. */
	table: DataTable;
}

/**
 * Puts what is missing of credential, data table and example workflows into n8n, publishes those
 * that have a trigger, and gives the simulator their addresses.
 */
export async function setUpDemonstration(n8n: N8n, simulator: Simulator): Promise<Demonstration> {
	const credential = await provideCredential(n8n, simulator);
	const table = await provideTable(n8n);
	const there = await n8n.api.listWorkflows();
	const workflows = new Map<string, Workflow>();
	for (const file of await exampleFiles()) {
		const definition: WorkflowDefinition = JSON.parse(await readFile(file, 'utf8'));
		const kept = there.find(({ name }) => name === definition.name);
		// What the user has changed in it stays.
		const workflow =
			kept === undefined
				? await n8n.api.createWorkflow(fillIn(definition, table, simulator), credential)
				: await n8n.api.getWorkflow(kept.id);
		if (triggerOf(workflow) !== undefined) await publish(n8n, workflow);
		workflows.set(basename(file), workflow);
	}
	giveAddresses(n8n, simulator, workflows);
	const first = workflows.get(firstExample);
	if (first === undefined) throw new Problem(`examples/${firstExample} is missing.`);
	return { first, workflows, table };
}

async function provideCredential({ api }: N8n, simulator: Simulator): Promise<Credential> {
	const data = {
		keyId: simulator.account.keyId,
		baseUrl: simulator.url,
		textEncoding: simulator.account.textEncoding,
	};
	const known = (await api.listCredentials()).find(({ name }) => name === credentialName);
	return known === undefined
		? await api.createCredential(credentialName, 'iSendProApi', data)
		: await api.updateCredential(known, data);
}

async function provideTable({ api }: N8n): Promise<DataTable> {
	const columns = ['tracker', 'phone', 'sent', 'delivery', 'reason', 'reportedAt'];
	return await api.provideDataTable(tableName, columns);
}

/** What the user has made of a workflow may be unfinished: that is said, and stops nothing. */
async function publish(n8n: N8n, workflow: Workflow): Promise<void> {
	try {
		await activate(n8n, workflow);
	} catch (error) {
		console.error(
			`\n  "${workflow.name}" could not be published: ${String(error)}\n` +
				'  npm start -- --fresh begins with new examples.',
		);
	}
}

/** Does what the notes of the examples ask for. */
function fillIn(definition: WorkflowDefinition, table: DataTable, { controlUrl }: Simulator) {
	for (const { type, parameters } of definition.nodes) {
		if (type === 'n8n-nodes-base.dataTable') {
			const chosen = { value: table.id, cachedResultName: table.name };
			parameters.dataTableId = { __rl: true, mode: 'list', ...chosen };
		}
		if (type === 'n8n-nodes-base.httpRequest') parameters.url = `${controlUrl}/chat`;
	}
	return definition;
}

function giveAddresses(n8n: N8n, { callbacks }: Simulator, workflows: Demonstration['workflows']) {
	for (const [file, workflow] of workflows) {
		const events = triggerOf(workflow)?.parameters.events;
		if (!Array.isArray(events)) continue;
		const { name } = workflow;
		const { receipts, replies } = addressesOf(n8n, workflow);
		if (events.some((event) => event === 'deliveryReceipt'))
			callbacks.pages.push({ kind: 'receipt', name, url: receipts });
		if (events.some((event) => event === 'reply' || event === 'stop'))
			callbacks.pages.push({ kind: 'reply', name, url: replies });
		if (file === receiptExample) callbacks.receiptUrl = receipts;
	}
	callbacks.replyUrl = callbacks.pages.find(({ kind }) => kind === 'reply')?.url ?? '';
}

const triggerOf = ({ nodes }: WorkflowDefinition) => nodes.find(({ type }) => type === triggerType);

async function exampleFiles(): Promise<string[]> {
	const folder = join(projectFolder, 'examples');
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
	return files.sort().map((name) => join(folder, name));
}
