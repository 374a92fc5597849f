import type { Credential, WorkflowDefinition } from '../../../harness';
import { itemsOf } from '../../../harness';
import { Model } from '../agent/model';
import { addressIn, submit } from '../wait/phone';
import type { Setting } from './imported';
import { example } from './imported';

const anna = '0601020304';
const boss = '0609090909';
const call = { To: anna, Message: 'Votre commande est prête' };

/** The examples with an AI agent. @param generation n8n 1.x has no human review */
export function agentTests(setting: () => Setting, generation: 1 | 2): void {
	describe('The examples with an AI agent', () => {
		const model = new Model();
		let modelCredential: Credential;

		beforeAll(async () => {
			await model.start();
			const data = { apiKey: 'none', url: model.url };
			modelCredential = await setting().n8n.api.createCredential('Model', 'openAiApi', data);
		});

		afterAll(() => model.stop());

		/** With the model's credential chosen. */
		function withModel(workflow: WorkflowDefinition): WorkflowDefinition {
			const { id, name } = modelCredential;
			for (const node of workflow.nodes)
				if (node.name === 'Model') node.credentials = { openAiApi: { id, name } };
			return workflow;
		}

		const sent = () =>
			setting()
				.simulator.phones.messages()
				.map(({ to }) => to);

		it('send what the model wants', async () => {
			const { n8n, credential } = setting();
			model.toolArguments = call;
			const workflow = await n8n.api.createWorkflow(
				withModel(example('agent-sends-sms')),
				credential,
			);
			const execution = await n8n.api.run(workflow);
			expect(itemsOf(execution, 'AI Agent')[0]?.json.output).toContain('"status":"sent"');
			expect(sent()).toEqual([anna]);
		});

		it('send no text of more than two SMS', async () => {
			const { n8n, credential } = setting();
			model.toolArguments = { ...call, Message: 'Bonjour. '.repeat(40) };
			const workflow = await n8n.api.createWorkflow(
				withModel(example('agent-sends-sms')),
				credential,
			);
			const execution = await n8n.api.run(workflow);
			expect(itemsOf(execution, 'AI Agent')[0]?.json.output).toContain('Maximum SMS');
			expect(sent()).toEqual([]);
		});

		if (generation === 1) return;

		it.each([
			['0', [boss, anna], '"status":"sent"'],
			['1', [boss], 'User rejected the tool call'],
		])('ask first, and do as the person says (button %s)', async (answer, expected, said) => {
			const { n8n, simulator, credential } = setting();
			model.toolArguments = { toolParameters: call, hitlParameters: {} };
			const workflow = await n8n.api.createWorkflow(
				withModel(example('agent-asks-first')),
				credential,
			);
			const { id } = await n8n.api.run(workflow, { until: 'waiting' });
			const [question] = simulator.phones.messages();
			expect([question?.to, question?.text]).toEqual([
				boss,
				expect.stringContaining(`SMS to ${anna}? Votre commande est prete`),
			]);
			await submit(await addressIn(simulator, question?.text ?? ''), { answer });
			const execution = await n8n.api.waitForExecution(id);
			expect(itemsOf(execution, 'AI Agent')[0]?.json.output).toContain(said);
			expect(sent()).toEqual(expected);
		});
	});
}
