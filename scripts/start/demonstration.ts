import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Simulator } from '../../simulator';
import { projectFolder } from '../folders';
import type { N8nApi, Workflow, WorkflowDefinition } from '../n8n';
import { Problem } from '../problem';

/** The example that `npm start` runs. */
const firstExample = 'first-sms.json';

const credentialName = 'iSendPro simulator';

/** Puts what is missing of credential and example workflows into n8n; gives the first example. */
export async function setUpDemonstration(api: N8nApi, simulator: Simulator): Promise<Workflow> {
	const data = {
		keyId: simulator.account.keyId,
		baseUrl: simulator.url,
		textEncoding: simulator.account.textEncoding,
	};
	const known = (await api.listCredentials()).find(({ name }) => name === credentialName);
	const credential =
		known === undefined
			? await api.createCredential(credentialName, 'iSendProApi', data)
			: await api.updateCredential(known, data);

	const there = await api.listWorkflows();
	let first: Workflow | undefined;
	for (const file of await exampleFiles()) {
		const definition: WorkflowDefinition = JSON.parse(await readFile(file, 'utf8'));
		const kept = there.find(({ name }) => name === definition.name);
		// What the user has changed in it stays.
		const workflow = kept ?? (await api.createWorkflow(definition, credential));
		if (file.endsWith(firstExample)) first = await api.getWorkflow(workflow.id);
	}
	if (first === undefined) throw new Problem(`examples/${firstExample} is missing.`);
	return first;
}

async function exampleFiles(): Promise<string[]> {
	const folder = join(projectFolder, 'examples');
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
	return files.sort().map((name) => join(folder, name));
}
