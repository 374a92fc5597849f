import type { ServerResponse } from 'node:http';
import type { Simulator } from '../types';

export async function answerControl(
	simulator: Simulator,
	request: { method: string; path: string; body: string },
	response: ServerResponse,
): Promise<void> {
	response.writeHead(404).end(`${simulator.url} ${request.path}`);
}
