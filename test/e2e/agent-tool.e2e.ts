import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator, type Simulator } from '../../simulator';
import { itemsOf, startN8n, type N8n, type WorkflowDefinition } from './n8n';

interface ChatRequest {
	tools?: Array<{ function: { name: string; description: string; parameters: object } }>;
	messages: Array<{ role: string; content: unknown }>;
}

/** A language model that calls the first tool once, and then repeats what the tool said. */
class Model {
	readonly requests: ChatRequest[] = [];

	private readonly server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const chat = JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest;
			this.requests.push(chat);
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify(this.answer(chat)));
		});
	});

	constructor(private readonly call: object) {}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	close(): void {
		this.server.close();
		this.server.closeAllConnections();
	}

	private answer({ messages, tools }: ChatRequest): object {
		const result = messages.find(({ role }) => role === 'tool');
		const message = result
			? { role: 'assistant', content: `The tool said: ${JSON.stringify(result.content)}` }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							id: 'call_1',
							type: 'function',
							function: { name: tools?.[0]?.function.name, arguments: JSON.stringify(this.call) },
						},
					],
				};
		return {
			id: 'chat_1',
			object: 'chat.completion',
			created: 0,
			model: 'test',
			choices: [{ index: 0, message, finish_reason: result ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	}
}

function agentWorkflow(sms: object, model: object): WorkflowDefinition {
	const node = (name: string, type: string, typeVersion: number, rest: object) => ({
		id: name,
		name,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: {},
		...rest,
	});
	return {
		name: 'Agent',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Agent', '@n8n/n8n-nodes-langchain.agent', 2, {
				parameters: { promptType: 'define', text: 'Tell Anna that her order is ready.' },
			}),
			node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
				parameters: { model: { __rl: true, mode: 'id', value: 'test' } },
				credentials: { openAiApi: model },
			}),
			node('Send an SMS', 'n8n-nodes-isendpro.iSendProTool', 1, {
				parameters: {
					resource: 'sms',
					operation: 'send',
					to: "={{ $fromAI('to', 'Mobile number of the recipient') }}",
					message: "={{ $fromAI('message', 'Text of the SMS') }}",
					options: {},
				},
				credentials: { iSendProApi: sms },
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 100,
			}),
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			'Send an SMS': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: {},
	};
}

describe.each([1, 2] as const)("as a tool of n8n's AI Agent in n8n %i.x", (generation) => {
	let n8n: N8n;
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator();
		n8n = await startN8n({
			generation,
			env: { N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true' },
		});
	});

	afterAll(async () => {
		await n8n?.stop();
		await simulator?.close();
	});

	/** Runs the agent with a model that asks for one SMS. */
	async function runAgent() {
		const model = new Model({ to: '06 12 34 56 78', message: 'Votre commande est prête.' });
		const url = await model.listen();
		try {
			const sms = await n8n.api.createCredential('Simulator', 'iSendProApi', {
				keyId: simulator.account.keyId,
				baseUrl: simulator.url,
				textEncoding: 'iso-8859-15',
			});
			const ai = await n8n.api.createCredential('Model', 'openAiApi', { apiKey: 'test', url });
			const workflow = await n8n.api.createWorkflow(
				agentWorkflow({ id: sms.id, name: sms.name }, { id: ai.id, name: ai.name }),
			);
			return { execution: await n8n.api.run(workflow), requests: model.requests };
		} finally {
			model.close();
		}
	}

	beforeEach(async () => await simulator.reset());

	it('sends what the model asks for, once, and tells it what became of it', async () => {
		const { execution, requests } = await runAgent();
		expect(execution.status).toBe('success');
		expect(simulator.phones.messages().map(({ to, text }) => [to, text])).toEqual([
			['0612345678', 'Votre commande est prete.'],
		]);
		expect(JSON.stringify(itemsOf(execution, 'Agent'))).toContain('sent');
		expect(requests[0]?.tools?.[0]?.function.parameters).toMatchObject({
			properties: { to: { type: 'string' }, message: { type: 'string' } },
		});
	});

	it('does not send again what may be out, although n8n tries the tool again', async () => {
		simulator.faults.add({ kind: 'resetAfter' });
		await runAgent();
		expect(simulator.phones.messages()).toHaveLength(1);
		expect(simulator.requests).toHaveLength(1);
	});
});
