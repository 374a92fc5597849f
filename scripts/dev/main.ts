import { join, resolve } from 'node:path';
import type { N8n } from '../../harness';
import { cacheFolder, projectFolder } from '../../harness/folders';
import { withLock } from '../lock';
import {
	assertPortIsFree,
	explainFullDisk,
	showAddresses,
	startServer,
	untilInterrupted,
} from '../servers';
import { setUpDemonstration } from '../start/demonstration';
import { prepareBuild } from './build';
import { watchProject } from './changes';
import type { DevOptions } from './options';
import { readOptions } from './options';
import { loadSimulator } from './simulator';

/** `npm run dev`: what `npm start` runs, following the project's files until it is interrupted. */
export async function main(parameters: string[]): Promise<void> {
	const options = readOptions(parameters);
	if (options === undefined) return;
	const folder = resolve(options.folder ?? join(cacheFolder(), 'development'));
	await explainFullDisk(folder, async () => {
		await withLock(folder, 'npm run dev', async () => await run(options, folder));
	});
}

async function run(options: DevOptions, folder: string): Promise<void> {
	const { inspectPort } = options;
	await assertPortIsFree(options.port, 'n8n', 'npm run dev -- --port');
	await assertPortIsFree(options.simulatorPort, 'the simulator', 'npm run dev -- --simulator-port');
	await assertPortIsFree(inspectPort ?? 0, 'the inspector', 'npm run dev -- --inspect-port');
	const build = await prepareBuild(folder);
	let simulator = await loadSimulator()({ port: options.simulatorPort });
	const port = Number(new URL(simulator.url).port);
	let n8n: N8n | undefined;
	let stopWatching = () => {};
	try {
		const running = await startServer(folder, options, {
			env: { N8N_DEV_RELOAD: 'true' },
			nodeOptions: inspectPort === undefined ? [] : [`--inspect=127.0.0.1:${inspectPort}`],
			place: build.place,
		});
		n8n = running;
		await setUpDemonstration(running, simulator);
		const restartSimulator = async () => {
			const startSimulator = loadSimulator();
			await simulator.close();
			simulator = await startSimulator({ port });
			await setUpDemonstration(running, simulator);
		};
		stopWatching = watchProject(projectFolder, async (changes) => {
			if (changes.has('manifest')) console.log('  package.json: run npm run dev again to use it');
			if (changes.has('package')) await attempt('Build', build.rebuild);
			if (changes.has('simulator')) await attempt('Simulator', restartSimulator);
		});
		showAddresses(running, simulator, adviceFor(options));
		await untilInterrupted(running);
	} finally {
		stopWatching();
		await build.dispose();
		await n8n?.stop();
		await simulator.close();
	}
}

/** Does what a saved file asks for, and prints how it went: a file that is wrong ends nothing. */
async function attempt(what: string, work: () => Promise<void>): Promise<void> {
	const begun = Date.now();
	try {
		await work();
		console.log(`  ${what}: done in ${Date.now() - begun} ms`);
	} catch (error) {
		console.error(`  ${what}: failed. ${String(error)}`);
	}
}

function adviceFor({ inspectPort }: DevOptions): string {
	const saved =
		'Saving a file under nodes/ shows it in n8n within a second or two; no reload is needed.';
	if (inspectPort === undefined) return `${saved}\n  With --inspect, a debugger can attach to n8n.`;
	return `${saved}\n  A debugger can attach to 127.0.0.1:${inspectPort}.`;
}
