import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of a test. */
export interface Listening {
	/** Without a slash at the end. */
	url: string;
	close: () => void;
}

/** @param answer gets the whole body of each request, as latin1 */
export async function listenHttp(
	answer: (body: string, ...http: Parameters<RequestListener>) => void,
): Promise<Listening> {
	const server: Server = createServer((request, response) => {
		let body = '';
		response.on('error', () => undefined);
		request.setEncoding('latin1').on('data', (chunk: string) => (body += chunk));
		request.on('end', () => answer(body, request, response));
	});
	// A test that fails before it closes this leaves nothing that keeps the process.
	server.unref();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = () => {
		server.close();
		server.closeAllConnections();
	};
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
