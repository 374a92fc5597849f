import { join } from 'node:path';
import type { N8n } from '../../harness';
import { buildPackage } from '../../harness';
import { cacheFolder } from '../../harness/folders';
import { startSimulator } from '../../simulator';
import { withLock } from '../lock';
import {
	assertPortIsFree,
	explainFullDisk,
	showAddresses,
	startServer,
	untilInterrupted,
} from '../servers';
import { compare } from './compare';
import { setUpDemonstration } from './demonstration';
import type { StartOptions } from './options';
import { readOptions } from './options';
import { showResult } from './report';

const advice = `The examples are set up and published: press STOP on a phone, and its number is blacklisted; run
  "iSendPro: delivery receipt to a record", and the data table shows what was delivered; run "iSendPro:
  ask by SMS, go on with the reply", and reply OUI on the phone 06 01 02 03 04.`;

/**
 * `npm start`: a real n8n with this package in it, and a simulator in iSendPro's place. Returns
 * when it is interrupted, or with `--check` when the SMS were compared.
 */
export async function main(parameters: string[]): Promise<void> {
	const options = readOptions(parameters);
	if (options === undefined) return;
	const folder = options.check ? undefined : join(cacheFolder(), 'demonstration');
	await explainFullDisk(folder ?? 'the temporary folder', async () => {
		if (folder === undefined) await run(options, folder);
		else await withLock(folder, 'npm start', async () => await run(options, folder));
	});
}

async function run(options: StartOptions, folder: string | undefined): Promise<void> {
	await assertPortIsFree(options.port, 'n8n', 'npm start -- --port');
	await assertPortIsFree(options.simulatorPort, 'the simulator', 'npm start -- --simulator-port');
	await buildPackage();
	const simulator = await startSimulator({ port: options.simulatorPort });
	let n8n: N8n | undefined;
	try {
		n8n = await startServer(folder, options);
		const { first: workflow } = await setUpDemonstration(n8n, simulator);
		console.log(`\n  Running "${workflow.name}" in n8n…`);
		const execution = await n8n.api.run(workflow);
		showResult(execution, simulator);
		if (options.check) {
			compare(execution, simulator);
			return;
		}
		showAddresses(n8n, simulator, advice);
		await untilInterrupted(n8n);
	} finally {
		await n8n?.stop();
		await simulator.close();
	}
}
