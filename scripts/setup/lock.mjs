import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diskProblem, makeFolder } from './folders.mjs';

const heartbeat = 5_000;
/** A holder elsewhere can be judged by its silence only; one here may have been suspended. */
const silenceMeansDead = { elsewhere: 60_000, here: 600_000 };

/** Whether a process with this number runs here. @param {number} pid */
export function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/**
 * Runs `work` while no other process runs work under the same lock file; waits as long as another one does.
 * A lock whose holder was killed is taken over: its process is gone, or it has not touched the file for too long.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(holder: number) => void} [onWait] told once, with the holder's process id
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
	await makeFolder(dirname(file));
	const token = randomUUID();
	const mine = JSON.stringify({ pid: process.pid, host: hostname(), token });
	for (let waited = false; !(await take(file, mine));) {
		const holder = await readHolder(file);
		if (holder === undefined) continue;
		if (holder.dead) {
			await discard(file, holder.text);
			continue;
		}
		if (!waited && holder.pid !== undefined) {
			waited = true;
			onWait?.(holder.pid);
		}
		await pause(500);
	}
	const beat = setInterval(
		() => void utimes(file, new Date(), new Date()).catch(() => {}),
		heartbeat,
	);
	try {
		return await work();
	} finally {
		clearInterval(beat);
		if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
	}
}

/** @param {string} file @param {string} text */
async function take(file, text) {
	try {
		await writeFile(file, text, { flag: 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		// On a full disk the file is made, but stays empty.
		await rm(file, { force: true });
		throw diskProblem(error, dirname(file)) ?? error;
	}
}

/** @param {string} file */
async function readHolder(file) {
	try {
		const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
		const silence = Date.now() - mtimeMs;
		/** @type {{ pid?: number, host?: string }} */
		let holder = {};
		try {
			holder = JSON.parse(text);
		} catch {
			// Killed, or out of disk space, between creating the file and writing it.
			return { pid: undefined, text, dead: silence > heartbeat };
		}
		const here = holder.host === hostname();
		const gone = here && !isAlive(holder.pid ?? 0);
		const silent = silence > silenceMeansDead[here ? 'here' : 'elsewhere'];
		return { pid: holder.pid, text, dead: silent || gone };
	} catch {
		return undefined;
	}
}

/**
 * Removes a dead holder's lock. It is renamed first, and put back if another process took the lock over meanwhile.
 * @param {string} file @param {string} judged
 */
async function discard(file, judged) {
	const aside = `${file}.${randomUUID()}`;
	try {
		await rename(file, aside);
		if ((await readFile(aside, 'utf8')) === judged) await rm(aside, { force: true });
		else await rename(aside, file);
	} catch {
		// Another process was faster; the next round sees what it made.
	}
}
