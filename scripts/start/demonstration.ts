import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Simulator } from '../../simulator';
import { projectFolder } from '../../harness/folders';
import type { Credential, DataTable, N8n, Workflow, WorkflowDefinition } from '../../harness';
import { activate, addressesOf } from '../../harness';
import { Problem } from '../../harness/problem';
import { exampleTables, tableOf } from './example-tables';

/** The example that `npm start` runs. */
const firstExample = 'first-sms.json';

/** The example that gets the delivery receipts; the simulator's page offers the others. */
const receiptExample = 'receipt-to-record.json';

const credentialName = 'iSendPro simulator';

/** What an example has in place of a chat's address. */
const chatUrl = 'https://chat.example.com/hooks/your-hook';

const triggerType = 'n8n-nodes-isendpro.iSendProTrigger';

type Tables = ReadonlyMap<string, DataTable>;

export interface Demonstration {
	/** The first example. */
	first: Workflow;
	/** All of them, by the name of their file. */
	workflows: ReadonlyMap<string, Workflow>;
	/** The data tables of the examples, by their names. */
	tables: Tables;
}

/**
 * Creates the credential, data tables and example workflows that are missing in n8n, publishes the
 * workflows that have a trigger, and gives the simulator their addresses.
 */
export async function setUpDemonstration(n8n: N8n, simulator: Simulator): Promise<Demonstration> {
	const credential = await provideCredential(n8n, simulator);
	const examples = await readExamples();
	const tables = await provideTables(n8n);
	const existing = await n8n.api.listWorkflows();
	const workflows = new Map<string, Workflow>();
	for (const [file, definition] of examples) {
		const kept = existing.find(({ name }) => name === definition.name);
		// What the user has changed in it stays.
		const workflow =
			kept === undefined
				? await n8n.api.createWorkflow(fillIn(definition, tables, simulator), credential)
				: await n8n.api.getWorkflow(kept.id);
		if (triggerOf(workflow) !== undefined) await publish(n8n, workflow);
		workflows.set(file, workflow);
	}
	giveAddresses(n8n, simulator, workflows);
	const first = workflows.get(firstExample);
	if (first === undefined) throw new Problem(`examples/${firstExample} is missing.`);
	return { first, workflows, tables };
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

/** The data tables of the examples, by their names. */
async function provideTables({ api }: N8n): Promise<Tables> {
	const tables = new Map<string, DataTable>();
	for (const { name, columns } of exampleTables)
		tables.set(name, await api.provideDataTable(name, columns));
	return tables;
}

/** A workflow that the user is changing may be unfinished: the error is printed, and the rest goes on. */
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

/** Sets up a workflow as its note asks. */
function fillIn(definition: WorkflowDefinition, tables: Tables, { controlUrl }: Simulator) {
	for (const node of definition.nodes) {
		const table = tables.get(tableOf(node)?.name ?? '');
		if (table !== undefined) {
			const chosen = { value: table.id, cachedResultName: table.name };
			node.parameters.dataTableId = { __rl: true, mode: 'list', ...chosen };
		}
		if (node.parameters.url === chatUrl) node.parameters.url = `${controlUrl}/chat`;
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

/** The examples by file name, without those that need more than n8n and iSendPro. */
async function readExamples(): Promise<Map<string, WorkflowDefinition>> {
	const folder = join(projectFolder, 'examples');
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	const examples = new Map<string, WorkflowDefinition>();
	for (const file of files) {
		const definition: WorkflowDefinition = JSON.parse(await readFile(join(folder, file), 'utf8'));
		if (!definition.nodes.some(needsMore)) examples.set(file, definition);
	}
	return examples;
}

/** Needs a language model, or a caller with a secret. */
const needsMore = ({ type, parameters }: WorkflowDefinition['nodes'][number]) =>
	type.startsWith('@n8n/n8n-nodes-langchain.') || parameters.authentication === 'headerAuth';
