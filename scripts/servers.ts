import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { N8n, N8nOptions } from '../harness';
import { findN8n, installN8n, isFree, owner, startN8n } from '../harness';
import { diskFull, makeFolder } from '../harness/folders';
import { Problem } from '../harness/problem';
import { withProgress } from '../harness/progress';
import type { Simulator } from '../simulator';

/** How `npm start` and `npm run dev` start n8n and the simulator. */
export interface ServerOptions {
	/** Throw away what earlier runs left in n8n. */
	fresh: boolean;
	/** n8n's command, to use that one, or `pinned`. */
	n8n: string | undefined;
	/** n8n's; 0 for a free one. */
	port: number;
	/** The simulator's; 0 for a free one. */
	simulatorPort: number;
}

const diskIsFull = /ENOSPC|no space left|disk is full|SQLITE_FULL/i;

/** Throws a `Problem` naming the option that chooses another port. 0 stands for any port. */
export async function assertPortIsFree(port: number, user: string, option: string): Promise<void> {
	if (port === 0 || (await isFree(port))) return;
	throw new Problem(
		`Port ${port}, where ${user} would listen, is in use by another program.`,
		`End that program, or choose another port: ${option} ${port + 2}`,
	);
}

/**
 * Starts n8n in the folder that earlier runs left, or in a new one when that cannot be used.
 *
 * @param folder a temporary one when undefined
 * @param more what the command adds to n8n's options
 */
export async function startServer(
	folder: string | undefined,
	{ fresh, n8n, port }: ServerOptions,
	more: N8nOptions = {},
): Promise<N8n> {
	const installed = findN8n(n8n) ?? (await installN8n(2));
	// Left to itself, n8n uses New York's time: a message sent "at 10:00" would leave in the afternoon.
	const zone = { GENERIC_TIMEZONE: process.env.GENERIC_TIMEZONE ?? 'Europe/Paris' };
	const options = { ...more, installed, port, folder, env: { ...zone, ...more.env } };
	return await withProgress(
		`Starting n8n ${installed.version} of ${installed.folder}`,
		async () => await startIn(folder, fresh, options),
	);
}

async function startIn(
	folder: string | undefined,
	fresh: boolean,
	options: N8nOptions,
): Promise<N8n> {
	if (folder === undefined) return await startN8n(options);
	if (fresh) await rm(folder, { recursive: true, force: true });
	const used = existsSync(folder);
	await makeFolder(folder);
	try {
		return await startN8n(options);
	} catch (error) {
		if (!used || diskIsFull.test(String(error)) || /EADDRINUSE/.test(String(error))) throw error;
		const aside = `${folder}.unusable`;
		await rm(aside, { recursive: true, force: true });
		await rename(folder, aside);
		await mkdir(folder);
		console.error(`\n  What an earlier run left could not be used; it lies in ${aside} now.`);
		return await startN8n(options);
	}
}

/** Runs `work`; throws a `Problem` when it fails because the disk that holds `folder` is full. */
export async function explainFullDisk(folder: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		throw diskIsFull.test(String(error)) ? diskFull(folder) : error;
	}
}

/** Prints where n8n and the simulator are, and what to do with them. */
export function showAddresses(n8n: N8n, simulator: Simulator, advice: string): void {
	console.log(`
  n8n        ${n8n.url}   log in: ${owner.email}   ${owner.password}
  simulator  ${simulator.controlUrl}/   (the phones: reply, send STOP, choose receipts, let things fail)
  n8n's log  ${join(n8n.folder, 'n8n-main.log')}

  ${advice}

  Ctrl-C ends both.
`);
}

/**
 * Resolves at the first interruption; the second one ends this process at once, and n8n too.
 *
 * @throws Problem when n8n ends before
 */
export async function untilInterrupted(n8n: N8n): Promise<void> {
	await Promise.race([interrupted(), endedByItself(n8n)]);
}

async function interrupted(): Promise<void> {
	// A terminal that was closed cannot be written to any more.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
			process.once(signal, () => resolve());
	});
	console.log('\n  Ending n8n and the simulator…');
	process.once('SIGINT', () => process.exit(130));
}

async function endedByItself(n8n: N8n): Promise<never> {
	await n8n.ended();
	const last = n8n.logs().trimEnd().split('\n').slice(-15).join('\n');
	throw new Problem(`n8n ended by itself. Its last words:\n\n${last}`);
}
