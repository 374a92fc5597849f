import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway that gives the answers of one test to any requests. */
export interface ScriptedGateway {
	/** Base URL of the gateway. */
	url: string;
	/** The forms that it was sent, in order. */
	bodies: string[];
	close: () => Promise<void>;
}

/** @param answers one for each request; any further request gets HTTP 500 */
export async function startScriptedGateway(
	answers: readonly Uint8Array[],
): Promise<ScriptedGateway> {
	const bodies: string[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('latin1').on('data', (chunk: string) => (body += chunk));
		request.on('end', () => {
			const answer = answers[bodies.length];
			bodies.push(body);
			response.statusCode = answer ? 200 : 500;
			response.end(answer);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/cgi-bin/`,
		bodies,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
