import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedMessages } from '../../scripts/start/expected';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { N8n, WorkflowDefinition } from '../../harness';
import { itemsOf, startN8n } from '../../harness';
import { generations } from './generations';

const example: WorkflowDefinition = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'examples', 'first-sms.json'), 'utf8'),
);

describe.each(generations)('The first example workflow in n8n %i.x', (generation) => {
	let n8n: N8n;
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator();
		n8n = await startN8n({ generation });
	});

	afterAll(async () => {
		await n8n?.stop();
		await simulator?.close();
	});

	it('loads the node', async () => {
		expect(await n8n.api.loadedNodes()).toContain('n8n-nodes-isendpro.iSendPro');
	});

	it('sends each recipient the text as written, and links each result to its own item', async () => {
		const credential = await n8n.api.createCredential('Simulator', 'iSendProApi', {
			keyId: simulator.account.keyId,
			baseUrl: simulator.url,
			textEncoding: 'iso-8859-15',
		});
		const workflow = await n8n.api.createWorkflow(example, credential);

		const execution = await n8n.api.run(workflow);

		expect(execution.status).toBe('success');
		const received = simulator.phones.messages();
		expect(received).toHaveLength(expectedMessages.length);
		expect(received).toMatchObject(expectedMessages);
		const results = itemsOf(execution, 'Send the SMS');
		expect(results.map(({ json }) => json)).toMatchObject(
			expectedMessages.map((message) => ({ ...message, status: 'sent' })),
		);
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
	});
});
