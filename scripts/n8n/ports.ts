import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** Listens on a port of loopback for a moment; gives the port, or undefined if it is in use. */
async function tryPort(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const address = server.address() as AddressInfo;
			server.close(() => resolve(address.port));
		});
	});
}

/** A port on loopback that nobody listens on, chosen by the operating system. */
export async function freePort(): Promise<number> {
	const port = await tryPort(0);
	if (port === undefined) throw new Error('There is no free port');
	return port;
}

/** Whether a port on loopback can be listened on. */
export async function isFree(port: number): Promise<boolean> {
	return (await tryPort(port)) !== undefined;
}
