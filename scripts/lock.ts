import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Problem } from '../harness/problem';

/**
 * Runs `work` while no other process on this machine runs it for the same folder. The lock is a
 * socket: the operating system closes it however its process ends, and its holder answers with its
 * process number.
 *
 * @param command what holds the lock, for the message
 * @throws Problem naming the process that holds it
 */
export async function withLock<T>(
	folder: string,
	command: string,
	work: () => Promise<T>,
): Promise<T> {
	const name = `isendpro-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
	const windows = process.platform === 'win32';
	const address = windows ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
	const server = await listen(address).catch(async () => {
		const holder = await text(connect(address)).catch(() => undefined);
		if (holder !== undefined)
			throw new Problem(
				`${command} is running already (process ${holder}).`,
				'End it with Ctrl-C where it runs, or use `npm start -- --check`, which may run beside it.',
			);
		// A killed process left it.
		await rm(address, { force: true });
		return await listen(address);
	});
	try {
		return await work();
	} finally {
		server.close();
	}
}

async function listen(address: string): Promise<Server> {
	const server = createServer((asking) => asking.end(String(process.pid))).listen(address);
	await once(server, 'listening');
	return server;
}
