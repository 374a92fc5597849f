import { setTimeout as pause } from 'node:timers/promises';
import { isFree } from '../n8n';
import { Problem } from '../problem';

/** A killed run's n8n needs this long, in milliseconds, to notice and to end. */
const patience = 12_000;

/**
 * Waits until a port can be used.
 *
 * @param port 0: any, so nothing to wait for
 * @throws Problem naming the port and the option that chooses another
 */
export async function waitForPort(port: number, user: string, option: string): Promise<void> {
	const deadline = Date.now() + patience;
	for (let told = false; port !== 0 && !(await isFree(port)); told = true) {
		if (!told) console.error(`  Port ${port} is in use; waiting in case it is about to be free…`);
		if (Date.now() > deadline)
			throw new Problem(
				`Port ${port}, where ${user} would listen, is in use by another program.`,
				`End that program, or choose another port: npm start -- ${option} ${port + 2}`,
			);
		await pause(500);
	}
}
