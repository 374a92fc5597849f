import type { INodeParameters } from 'n8n-workflow';
import { Model } from './agent/model';
import type { AgentSettings } from './agent/workflow';
import { agentWorkflow, sendingTool as send } from './agent/workflow';
import type { Execution } from '../../harness';
import { itemsOf } from '../../harness';
import { generations } from './generations';
import type { Stage } from './stage';
import { useStage } from './stage';

describe.each(generations)("The tool of n8n's AI Agent in n8n %i.x", (generation) => {
	const model = new Model();
	let { n8n, simulator, credential } = {} as Stage;
	useStage({ generation }, (stage) => ({ n8n, simulator, credential } = stage));

	beforeAll(async () => await model.start(n8n));

	beforeEach(async () => {
		model.requests.length = 0;
		await simulator.reset();
	});

	afterAll(model.stop);

	async function run(settings: AgentSettings): Promise<Execution> {
		const definition = agentWorkflow(settings, model);
		return await n8n.api.run(await n8n.api.createWorkflow(definition, credential));
	}

	/** What the agent says at the end. */
	async function answer(parameters: INodeParameters): Promise<unknown> {
		const execution = await run({ version: 3, parameters });
		expect(execution.status).toBe('success');
		return itemsOf(execution, 'Agent')[0]?.json.output;
	}

	it('tells the model that an SMS is paid and final, and sends what the model wants', async () => {
		model.toolArguments = { To: '06 01 02 03 04', Message: 'Votre commande est prête, 12 €' };

		const said = await answer(send);

		const [tool] = model.requests[0]?.tools ?? [];
		expect(tool?.function.description).toBe(
			'Send an SMS (paid, cannot be called back) in iSendPro',
		);
		expect(Object.keys(tool?.function.parameters.properties ?? {})).toEqual(['To', 'Message']);
		expect(simulator.phones.messages().map(({ to, text }) => [to, text])).toEqual([
			['0601020304', 'Votre commande est prete, 12 €'],
		]);
		expect(said).toContain('"status":"sent"');
	});

	it('tells the model what was wrong with a number', async () => {
		model.toolArguments = { To: 'Anna', Message: 'Votre commande est prête' };

		const said = await answer(send);

		expect(said).toContain('is not a phone number');
		expect(said).toContain('"status":"notSent"');
		expect(simulator.requests).toEqual([]);
	});

	it('tells the model that a verification is paid', async () => {
		model.toolArguments = { Phone_Number: '0601020304' };

		const said = await answer({
			resource: 'phoneNumber',
			operation: 'verify',
			phoneNumber: "={{ $fromAI('Phone_Number', ``, 'string') }}",
		});

		expect(model.requests[0]?.tools?.[0]?.function.description).toContain('(paid)');
		expect(said).toContain('"operator":"Orange"');
	});

	it.each([2, 3] as const)(
		'does not send again what may be out, although agent %i tries again',
		async (version) => {
			model.toolArguments = { To: '0601020304', Message: 'Votre commande est prete' };
			simulator.faults.add({ kind: 'resetAfter' });
			await run({ version, parameters: send, retryOnFail: true });
			expect(simulator.phones.messages()).toHaveLength(1);
			expect(simulator.requests).toHaveLength(1);
		},
	);
});
