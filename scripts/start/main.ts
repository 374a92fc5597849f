import { mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { cacheFolder, diskFull, makeFolder } from '../../harness/folders';
import type { Installation, N8n } from '../../harness';
import { buildPackage, findN8n, installN8n, isFree, owner, startN8n } from '../../harness';
import { Problem } from '../../harness/problem';
import { withProgress } from '../../harness/progress';
import { withLock } from '../lock';
import { compare } from './compare';
import { setUpDemonstration } from './demonstration';
import type { StartOptions } from './options';
import { readOptions } from './options';
import { showResult } from './report';

/**
 * `npm start`: a real n8n with this package in it, and a simulator in iSendPro's place. Returns
 * when it is interrupted, or with `--check` when the SMS were compared.
 */
export async function main(parameters: string[]): Promise<void> {
	const options = readOptions(parameters);
	if (options === undefined) return;
	const folder = join(cacheFolder(), 'demonstration');
	try {
		if (options.check) await run(options, undefined);
		else await withLock(folder, 'npm start', async () => await run(options, folder));
	} catch (error) {
		if (/ENOSPC|no space left|disk is full|SQLITE_FULL/i.test(String(error)))
			throw diskFull(options.check ? 'the temporary folder' : folder);
		throw error;
	}
}

async function run(options: StartOptions, folder: string | undefined): Promise<void> {
	await demandPort(options.port, 'n8n', '--port');
	await demandPort(options.simulatorPort, 'the simulator', '--simulator-port');
	const installed = findN8n(options.n8n) ?? (await installN8n(2));
	await buildPackage();
	const simulator = await startSimulator({ port: options.simulatorPort });
	let n8n: N8n | undefined;
	try {
		n8n = await withProgress(
			`Starting n8n ${installed.version} of ${installed.folder}`,
			async () => await startIn(folder, installed, options),
		);
		const { first: workflow } = await setUpDemonstration(n8n, simulator);
		console.log(`\n  Running "${workflow.name}" in n8n…`);
		const execution = await n8n.api.run(workflow);
		showResult(execution, simulator);
		if (options.check) {
			compare(execution, simulator);
			return;
		}
		showAddresses(n8n, simulator);
		await Promise.race([interrupted(), endedByItself(n8n)]);
	} finally {
		await n8n?.stop();
		await simulator.close();
	}
}

/** 0 stands for any port. Throws a `Problem` naming the option that chooses another one. */
async function demandPort(port: number, user: string, option: string): Promise<void> {
	if (port === 0 || (await isFree(port))) return;
	throw new Problem(
		`Port ${port}, where ${user} would listen, is in use by another program.`,
		`End that program, or choose another port: npm start -- ${option} ${port + 2}`,
	);
}

/** Starts n8n in the folder that earlier runs left, or in a new one when that cannot be used. */
async function startIn(
	folder: string | undefined,
	installed: Installation,
	{ fresh, port }: StartOptions,
): Promise<N8n> {
	// Left to itself, n8n goes by New York: a message sent "at 10:00" would leave in the afternoon.
	const env = { GENERIC_TIMEZONE: process.env.GENERIC_TIMEZONE ?? 'Europe/Paris' };
	if (folder === undefined) return await startN8n({ installed, port, env });
	if (fresh) await rm(folder, { recursive: true, force: true });
	const used = existsSync(folder);
	await makeFolder(folder);
	try {
		return await startN8n({ installed, port, folder, env });
	} catch (error) {
		if (!used || /ENOSPC|disk is full|SQLITE_FULL|EADDRINUSE/i.test(String(error))) throw error;
		const aside = `${folder}.unusable`;
		await rm(aside, { recursive: true, force: true });
		await rename(folder, aside);
		await mkdir(folder);
		console.error(`\n  What an earlier run left could not be used; it lies in ${aside} now.`);
		return await startN8n({ installed, port, folder, env });
	}
}

function showAddresses(n8n: N8n, simulator: Simulator): void {
	console.log(`
  n8n        ${n8n.url}   log in: ${owner.email}   ${owner.password}
  simulator  ${simulator.controlUrl}/   (the phones: reply, send STOP, choose receipts, let things fail)
  n8n's log  ${join(n8n.folder, 'n8n-main.log')}

  The examples are set up and published: press STOP on a phone, and its number is blacklisted; run
  "iSendPro: delivery receipt to a record", and the data table shows what was delivered; run "iSendPro:
  ask by SMS, go on with the reply", and reply OUI on the phone 06 01 02 03 04.

  Ctrl-C ends both.
`);
}

/** Resolves at the first interruption; the second one ends this process at once, and n8n too. */
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
