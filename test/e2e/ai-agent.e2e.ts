import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator';
import { itemsOf, startN8n, type Credential, type N8n, type WorkflowDefinition } from './n8n';

interface Tool {
	name: string;
	description: string;
	parameters: { properties?: Record<string, unknown> };
}

interface ModelRequest {
	tools?: Array<{ function: Tool }>;
	messages: Array<{ role: string; content: unknown }>;
}

/** Stands in for a model: calls the one tool it is given, then repeats what the tool said. */
class Model {
	readonly requests: ModelRequest[] = [];

	/** What the model calls the tool with. */
	toolArguments: Record<string, unknown> = {};

	private readonly server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const asked: ModelRequest = JSON.parse(Buffer.concat(chunks).toString());
			this.requests.push(asked);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(this.answer(asked)));
		});
	});

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async start(): Promise<void> {
		await new Promise<void>((resolve) => {
			this.server.listen(0, '127.0.0.1', resolve);
		});
	}

	stop(): void {
		this.server.close();
		this.server.closeAllConnections();
	}

	private answer({ messages, tools }: ModelRequest): object {
		const result = messages.find(({ role }) => role === 'tool');
		const call = {
			id: 'call_1',
			type: 'function',
			function: {
				name: tools?.[0]?.function.name,
				arguments: JSON.stringify(this.toolArguments),
			},
		};
		const message = result
			? { role: 'assistant', content: `The tool said: ${String(result.content)}` }
			: { role: 'assistant', content: null, tool_calls: [call] };
		return {
			id: 'completion_1',
			object: 'chat.completion',
			created: 0,
			model: 'gpt-4o-mini',
			choices: [{ index: 0, message, finish_reason: result ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	}
}

function agentWorkflow(parameters: INodeParameters, model: Credential): WorkflowDefinition {
	const node = (name: string, type: string, typeVersion: number, own: INodeParameters) => ({
		name,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: own,
	});
	const langchain = '@n8n/n8n-nodes-langchain';
	return {
		name: 'Agent',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Agent', `${langchain}.agent`, 3, {
				promptType: 'define',
				text: 'Tell Anna that her order is ready.',
				options: { enableStreaming: false },
			}),
			{
				...node('Model', `${langchain}.lmChatOpenAi`, 1.2, {
					model: { __rl: true, mode: 'id', value: 'gpt-4o-mini' },
					options: {},
				}),
				credentials: { openAiApi: { id: model.id, name: model.name } },
			},
			{
				...node('iSendPro', 'n8n-nodes-isendpro.iSendProTool', 1, parameters),
				// Otherwise n8n 1.x stops the workflow at a tool's error, without a word to the model
				onError: 'continueRegularOutput',
			},
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: {
				ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]],
			},
			iSendPro: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

const generations = (process.env.N8N_GENERATIONS ?? '1,2').split(',').map(Number) as Array<1 | 2>;

describe.each(generations)('The AI Agent of n8n %i.x', (generation) => {
	const model = new Model();
	let n8n: N8n;
	let simulator: Simulator;
	let credential: Credential;
	let modelCredential: Credential;

	beforeAll(async () => {
		await model.start();
		simulator = await startSimulator();
		n8n = await startN8n({ generation });
		credential = await n8n.api.createCredential('Simulator', 'iSendProApi', {
			keyId: simulator.account.keyId,
			baseUrl: simulator.url,
			textEncoding: 'iso-8859-15',
		});
		modelCredential = await n8n.api.createCredential('Model', 'openAiApi', {
			apiKey: 'none',
			url: model.url,
		});
	});

	beforeEach(async () => {
		model.requests.length = 0;
		await simulator.reset();
	});

	afterAll(async () => {
		await n8n?.stop();
		await simulator?.close();
		model.stop();
	});

	/** What the agent says at the end. */
	async function run(parameters: INodeParameters): Promise<unknown> {
		const definition = agentWorkflow(parameters, modelCredential);
		const workflow = await n8n.api.createWorkflow(definition, credential);
		const execution = await n8n.api.run(workflow);
		expect(execution.status).toBe('success');
		return itemsOf(execution, 'Agent')[0]?.json.output;
	}

	const send = {
		resource: 'sms',
		operation: 'send',
		to: "={{ $fromAI('To', ``, 'string') }}",
		message: "={{ $fromAI('Message', ``, 'string') }}",
	};

	it('tells the model that an SMS is paid and final, and sends what the model wants', async () => {
		model.toolArguments = { To: '06 01 02 03 04', Message: 'Votre commande est prête, 12 €' };

		const said = await run(send);

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

		const said = await run(send);

		expect(said).toContain('is not a phone number');
		expect(said).toContain('"status":"notSent"');
		expect(simulator.requests).toEqual([]);
	});

	it('tells the model that a verification is paid', async () => {
		model.toolArguments = { Phone_Number: '0601020304' };

		const said = await run({
			resource: 'phoneNumber',
			operation: 'verify',
			phoneNumber: "={{ $fromAI('Phone_Number', ``, 'string') }}",
		});

		expect(model.requests[0]?.tools?.[0]?.function.description).toContain('(paid)');
		expect(said).toContain('"operator":"Orange"');
	});
});
