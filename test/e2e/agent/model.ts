import type { Credential } from '../../../harness';
import type { Listening } from '../../helpers/listen';
import { listenHttp } from '../../helpers/listen';
import type { Stage } from '../stage';

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
export class Model {
	readonly requests: ModelRequest[] = [];

	/** What the model calls the tool with. */
	toolArguments: Record<string, unknown> = {};

	credential?: Credential;

	private server?: Listening;

	/** Starts it, and creates its credential. */
	async start({ api }: Stage['n8n']): Promise<void> {
		this.server = await listenHttp((body, _, response) => {
			const asked: ModelRequest = JSON.parse(Buffer.from(body, 'latin1').toString());
			this.requests.push(asked);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(this.answer(asked)));
		});
		const data = { apiKey: 'none', url: this.server.url };
		this.credential = await api.createCredential('Model', 'openAiApi', data);
	}

	stop = () => this.server?.close();

	/** What a node named Model needs to use it. */
	get credentials() {
		const { id = '', name = '' } = this.credential ?? {};
		return { openAiApi: { id, name } };
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
