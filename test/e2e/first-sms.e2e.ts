import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../../simulator';
import { itemsOf, startN8n, type N8n, type WorkflowDefinition } from './n8n';

const example: WorkflowDefinition = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'examples', 'first-sms.json'), 'utf8'),
);

/** What each phone has to show, from the manual's tables [4.2], written by hand. */
const texts = new Map([
	[
		'0601020304',
		"Bonjour Elodie, votre colis [A-1024] est arrivé à l'agence.\nReste à régler : 12,50 €",
	],
	[
		'0605060708',
		"Bonjour Noel, votre colis [B-2048] est arrivé à l'agence.\nReste à régler : 0,90 €",
	],
	[
		'0780910112',
		"Bonjour Francois, votre colis [C-4096] est arrivé à l'agence.\nReste à régler : 100 €",
	],
	[
		'0613141516',
		"Bonjour Gaelle, votre colis [D-8192] est arrivé à l'agence.\nReste à régler : 7 €\n" +
			'Horaires : du lundi au samedi de 9h à 19h. Pensez à prendre une pièce ' +
			"d'identité, ca évite de revenir. A bientot !",
	],
]);

describe.each([1, 2] as const)('the first example workflow in n8n %i.x', (generation) => {
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
		const received = simulator.phones.messages().map(({ to, text }) => [to, text] as const);
		expect(new Map(received)).toEqual(texts);
		expect(received).toHaveLength(texts.size);
		const results = itemsOf(execution, 'Send the SMS');
		expect(results.map(({ json }) => json.status)).toEqual(['sent', 'sent', 'sent', 'sent']);
		expect(results.map(({ json }) => [json.to, json.text])).toEqual([...texts]);
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
	});
});
