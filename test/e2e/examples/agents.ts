import type { Workflow } from '../../../harness';
import { itemsOf } from '../../../harness';
import { Model } from '../agent/model';
import { addressIn, submit } from '../wait/phone';
import type { Stage } from '../stage';
import { example } from './imported';

const anna = '0601020304';
const boss = '0609090909';
const call = { To: anna, Message: 'Votre commande est prête' };

/** The examples with an AI agent. @param generation n8n 1.x has no human review */
export function agentTests(setting: () => Stage, generation: 1 | 2): void {
	describe('The examples with an AI agent', () => {
		const model = new Model();

		beforeAll(async () => await model.start(setting().n8n));

		afterAll(model.stop);

		/** Creates an example, with the model's credential chosen. */
		async function create(name: string): Promise<Workflow> {
			const { n8n, credential } = setting();
			const workflow = example(name);
			for (const node of workflow.nodes)
				if (node.name === 'Model') node.credentials = model.credentials;
			return await n8n.api.createWorkflow(workflow, credential);
		}

		const sent = () =>
			setting()
				.simulator.phones.messages()
				.map(({ to }) => to);

		it('send what the model wants', async () => {
			model.toolArguments = call;
			const execution = await setting().n8n.api.run(await create('agent-sends-sms'));
			expect(itemsOf(execution, 'AI Agent')[0]?.json.output).toContain('"status":"sent"');
			expect(sent()).toEqual([anna]);
		});

		it('send no text of more than two SMS', async () => {
			model.toolArguments = { ...call, Message: 'Bonjour. '.repeat(40) };
			const execution = await setting().n8n.api.run(await create('agent-sends-sms'));
			expect(itemsOf(execution, 'AI Agent')[0]?.json.output).toContain('Maximum SMS');
			expect(sent()).toEqual([]);
		});

		if (generation === 1) return;

		it.each([
			['0', [boss, anna], '"status":"sent"'],
			['1', [boss], 'User rejected the tool call'],
		])('ask first, and do as the person says (button %s)', async (answer, expected, said) => {
			const { n8n, simulator } = setting();
			model.toolArguments = { toolParameters: call, hitlParameters: {} };
			const { id } = await n8n.api.run(await create('agent-asks-first'), { until: 'waiting' });
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
