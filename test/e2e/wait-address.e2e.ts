import { generations } from './generations';
import type { Stage } from './stage';
import { createCredential, useStage } from './stage';
import { askingWorkflow } from './wait/workflow';

const anna = '0601020304';
const question = 'Livrer demain ?';

describe.each(generations)('Send and Wait in n8n %i.x whose address is localhost', (generation) => {
	const env = { WEBHOOK_URL: 'http://localhost:5678/', N8N_LOG_LEVEL: 'debug' };
	let { n8n, simulator, credential } = {} as Stage;
	useStage({ generation, env }, (stage) => ({ n8n, simulator, credential } = stage));

	beforeEach(async () => await simulator.reset());

	it.each(['approval', 'choice', 'freeText'])(
		'is refused before anything is asked for, and names WEBHOOK_URL: %s',
		async (responseType) => {
			const gateway = { url: 'https://gateway.example/cgi-bin/' };
			const elsewhere = await createCredential(n8n, gateway, `Public ${responseType}`);
			const parameters = { to: anna, message: question, choices: 'Oui', responseType };
			const workflow = await n8n.api.createWorkflow(askingWorkflow(parameters), elsewhere);
			const { id, status } = await n8n.api.run(workflow);
			expect(status).toBe('error');
			const { error } = (await n8n.api.getExecution(id)).data.resultData;
			// A request to that host would end with "The host gateway.example was not found".
			expect(error?.message).toBe(
				'Phones cannot open the page of the question: the address of this n8n is http://localhost:5678, which the internet does not reach',
			);
			expect(JSON.stringify(error)).toContain('WEBHOOK_URL');
		},
	);

	it('goes with the simulator, whose phones are on this machine too', async () => {
		const parameters = { to: anna, message: question };
		const workflow = await n8n.api.createWorkflow(askingWorkflow(parameters), credential);
		expect(await n8n.api.run(workflow, { until: 'waiting' })).toMatchObject({ status: 'waiting' });
		expect(simulator.phones.messages()).toHaveLength(1);
	});

	it('logs what it logs', async () => {
		simulator.account.blacklist.add('+33601020304');
		const parameters = { to: '={{ $json.phone }}', message: '={{ $json.text }}' };
		const workflow = await n8n.api.createWorkflow(
			askingWorkflow(parameters, [{ phone: anna, text: question }]),
			credential,
		);
		const from = n8n.logs().length;
		await n8n.api.run(workflow);
		console.log(
			n8n
				.logs()
				.slice(from)
				.split('\n')
				.filter((l) => /0601020304|601020304|Livrer|finished with error/.test(l))
				.map((l) => l.slice(0, 3000))
				.join('\n'),
		);
	});
});
