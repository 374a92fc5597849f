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

	it.each([
		['sendAndWait', '={{ $json.phone }}'],
		['send', '={{ [$json.phone, "0601020305"] }}'],
	])(
		'logs no number and no text of a run of %s that fails, at the debug level',
		async (operation, to) => {
			simulator.account.blacklist.add('+33601020304').add('+33601020305');
			const parameters = { operation, to, message: '={{ $json.text }}' };
			const items = [{ phone: anna, text: question }];
			const workflow = await n8n.api.createWorkflow(askingWorkflow(parameters, items), credential);
			const from = n8n.logs().length;
			expect(await n8n.api.run(workflow)).toMatchObject({ status: 'error' });
			const logged = n8n.logs().slice(from);
			expect(logged).toContain('Workflow execution finished with error');
			// What the workflow itself holds, n8n logs with the node: "0601020305" stands in its expression.
			expect(logged).not.toContain(anna);
			expect(logged).not.toContain(question);
			expect(logged).toContain('…0304');
		},
	);
});
