import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A free port on loopback. It is below those that systems give to outgoing connections, so that no
 * connection takes it before a server listens on it.
 */
export async function freePort(): Promise<number> {
	for (let tries = 0; tries < 100; tries++) {
		const port = randomInt(10_000, 32_000);
		if (await isFree(port)) return port;
	}
	throw new Error('There is no free port');
}

/** Whether a port on loopback can be listened on. */
export async function isFree(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
