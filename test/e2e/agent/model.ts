import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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
