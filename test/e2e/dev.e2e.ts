import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, installN8n, N8nApi, packageFolder } from '../../harness';
import { copyProject } from './project-copy';

const nodeFile = 'nodes/ISendPro/ISendPro.node.ts';
const type = 'n8n-nodes-isendpro.iSendPro';

/** Changes to a copy of the project, and n8n's folder, lie here. */
let temporary: string;
let project: string;
let dev: ChildProcess;
let printed = '';
let api: N8nApi;
let inspectPort: number;

const read = (file: string) => readFileSync(join(project, file), 'utf8');
const save = (file: string, text: string) => writeFileSync(join(project, file), text);

async function waitFor(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
	for (const deadline = Date.now() + 120_000; !(await isSo()); await pause(250)) {
		if (dev.exitCode !== null || Date.now() > deadline)
			throw new Error(`${what} did not come. Printed:\n${printed}`);
	}
}

async function waitForPrinted(words: string): Promise<void> {
	await waitFor(() => printed.includes(words), words);
}

async function firstExample() {
	const [workflow] = (await api.listWorkflows()).filter(({ name }) => /first SMS/.test(name));
	return await api.getWorkflow(workflow?.id ?? '');
}

beforeAll(async () => {
	({ folder: temporary, project } = copyProject());
	const port = await freePort();
	inspectPort = await freePort();
	const parameters = Object.entries({
		port,
		'simulator-port': await freePort(),
		'inspect-port': inspectPort,
		folder: join(temporary, 'n8n'),
		n8n: 'pinned',
	}).flatMap(([name, value]) => [`--${name}`, String(value)]);
	dev = spawn(process.execPath, ['scripts/run.mjs', 'scripts/dev/main.ts', ...parameters], {
		cwd: project,
	});
	for (const stream of [dev.stdout, dev.stderr])
		stream?.on('data', (chunk) => (printed += String(chunk)));
	api = new N8nApi(`http://127.0.0.1:${port}`);
	await waitForPrinted('Ctrl-C ends both');
	await api.logIn();
});

afterAll(async () => {
	if (dev.exitCode === null) {
		dev.kill();
		await once(dev, 'exit');
	}
	rmSync(temporary, { recursive: true, force: true });
});

describe('npm run dev', () => {
	it('shows in n8n what is saved', async () => {
		const changed = 'Saved while n8n runs';
		const text = read(nodeFile);
		const [, description = ''] = /description:\s+'([^']+)'/.exec(text) ?? [];
		save(nodeFile, text.replace(description, changed));

		await waitFor(async () => {
			const nodes = await api.nodeTypes();
			return nodes.some((node) => node.name === type && node.description === changed);
		}, 'The description');
	});

	it('says what cannot be built, and goes on with the next file', async () => {
		const text = read(nodeFile);
		save(nodeFile, `${text}\nthis is no TypeScript`);
		await waitForPrinted('Build: failed');
		const description = 'Saved after a mistake';
		save(nodeFile, text.replace('Saved while n8n runs', description));

		await waitFor(async () => {
			return (await api.nodeTypes()).some((node) => node.description === description);
		}, 'The description');
	});

	it('starts the simulator again when it is changed, for the same workflows', async () => {
		save('simulator/index.ts', `${read('simulator/index.ts')}\n`);
		await waitForPrinted('Simulator: done');

		expect((await api.run(await firstExample())).status).toBe('success');
	});

	it('stops n8n at a breakpoint in TypeScript', async () => {
		const source = join(project, nodeFile);
		const lines = read(nodeFile).split('\n');
		const line = lines.findIndex((text) => text.includes('async execute(')) + 2;
		const built = join(
			packageFolder(join(temporary, 'n8n')),
			'dist/nodes/ISendPro/ISendPro.node.js',
		);
		// Its Node.js has WebSocket.
		const { node } = await installN8n(2);
		const script = join(__dirname, 'dev', 'breakpoint.mjs');
		const debug = spawn(node, [script, String(inspectPort), built, source, String(line)]);
		let told = '';
		debug.stdout.on('data', (chunk) => (told += String(chunk)));
		debug.stderr.on('data', (chunk) => (told += String(chunk)));
		await waitFor(() => told !== '', 'The debugger');

		const [execution] = await Promise.all([
			api.run(await firstExample()),
			debug.exitCode === null ? once(debug, 'exit') : undefined,
		]);

		expect(told).toBe(`set\n${source}:${line}\n`);
		expect(execution.status).toBe('success');
	});

	it('ends n8n with itself', async () => {
		dev.kill();
		await once(dev, 'exit');

		expect(dev.exitCode).toBe(0);
		await expect(api.request('GET', '/rest/settings')).rejects.toThrow();
	});
});
