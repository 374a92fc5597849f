import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import manifest from '../../package.json';
import type { N8n, Role, Workflow } from '../../harness';
import { activate, addressesOf, installN8n, itemsOf, startN8n } from '../../harness';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { setups } from './generations';
import { Registry } from './install/registry';
import { createCredential } from './stage';
import { triggerWorkflow } from './trigger/workflows';
import { chain, node, start } from '../helpers/workflow';

// Each test goes on where the last one ended.
jest.retryTimes(0);

const { name: packageName, version } = manifest;
const nextVersion = version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
const nodeTypes = ['iSendPro', 'iSendProTrigger', 'iSendProPollingTrigger'].map(
	(type) => `${packageName}.${type}`,
);
const phone = '0612345678';

describe.each(setups)('The package from a registry, in $name', ({ generation, queue }) => {
	const roles: Role[] = queue ? ['main', 'worker', 'webhook'] : ['main'];
	let registry: Registry;
	let simulator: Simulator;
	let n8n: N8n;
	let nodeProgram: string;
	let byHand: Workflow;
	let onReply: Workflow;

	beforeAll(async () => {
		({ node: nodeProgram } = await installN8n(generation));
		registry = await Registry.start(nodeProgram);
		await registry.publish(version);
		simulator = await startSimulator();
		n8n = await startN8n({
			generation,
			queue,
			bare: true,
			env: { ...registry.environment(nodeProgram), N8N_REINSTALL_MISSING_PACKAGES: 'true' },
		});
	});

	afterAll(async () => {
		await n8n?.stop();
		await simulator?.close();
		await registry?.stop();
	});

	const packages = async <T>(method: string, query = '', body?: object): Promise<T> =>
		await n8n.api.request(method, `/rest/community-packages${query}`, body);

	/** Where one of n8n's processes has installed the package. */
	const installedIn = (role: Role) =>
		join(n8n.folderOf(role), '.n8n', 'nodes', 'node_modules', packageName);

	const versionIn = (role: Role): string | undefined => {
		const file = join(installedIn(role), 'package.json');
		if (!existsSync(file)) return undefined;
		// n8n may be writing it.
		return /"version": *"([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1];
	};

	/** Waits until each of n8n's processes has that version on its disk. */
	async function everywhere(wanted: string | undefined): Promise<void> {
		for (let look = 0; look < 900 && roles.some((role) => versionIn(role) !== wanted); look++)
			await pause(100);
		expect(roles.map(versionIn)).toEqual(roles.map(() => wanted));
	}

	/** Waits until those processes have said that as often, so far. */
	async function haveSaid(words: string, times: number, by = roles): Promise<void> {
		const said = (role: Role) => n8n.logs(role).split(words).length - 1;
		for (let look = 0; look < 900 && by.some((role) => said(role) < times); look++)
			await pause(100);
		expect(by.map(said)).toEqual(by.map(() => times));
	}

	/** The texts that the phone gets from the two saved workflows, one after the other. */
	async function used(): Promise<string[]> {
		const before = simulator.phones.messages().length;
		const execution = await n8n.api.run(byHand);
		expect(itemsOf(execution, 'iSendPro')).toMatchObject([{ json: { to: phone, status: 'sent' } }]);
		const { transmitted } = await simulator.callbacks.reply(phone, 'Où est-il ?');
		expect(transmitted).toBe(true);
		for (let look = 0; look < 200 && simulator.phones.messages().length < before + 2; look++)
			await pause(100);
		return simulator.phones
			.messages()
			.slice(before)
			.map(({ text }) => text);
	}

	it('is installed by name', async () => {
		expect(await n8n.api.loadedNodes()).not.toEqual(expect.arrayContaining(nodeTypes));

		// Cut off from the public registry, n8n 1.x does not find out which version is the latest.
		const installed = await packages('POST', '', { name: `${packageName}@${version}` });

		expect(installed).toMatchObject({
			packageName,
			installedVersion: version,
			installedNodes: expect.arrayContaining(
				nodeTypes.map((type): unknown => expect.objectContaining({ type })),
			),
		});
		await everywhere(version);
		await haveSaid(`Community package installed: ${packageName}`, 1);
		expect(await n8n.api.loadedNodes()).toEqual(expect.arrayContaining(nodeTypes));
	});

	it('brings no modules along: n8n has those that it names', () => {
		for (const role of roles) {
			const folder = installedIn(role);
			const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
			expect(files.filter((file) => /node_modules/.test(file))).toEqual([]);
			const code = files
				.filter((file) => file.endsWith('.js'))
				.map((file) => readFileSync(join(folder, file), 'utf8'));
			const named = code.flatMap((text) =>
				[...text.matchAll(/\brequire\(["']([^."'][^"']*)["']\)/g)].map(([, name = '']) => name),
			);
			expect([...new Set(named)].sort()).toEqual(['crypto', 'n8n-workflow', 'stream']);
			const alone = () =>
				execFileSync(nodeProgram, ['-e', `require('${folder}/${manifest.n8n.nodes[0]}')`], {
					stdio: 'pipe',
				});
			expect(alone).toThrow("Cannot find module 'n8n-workflow'");
		}
	});

	it('sends and receives', async () => {
		const credential = await createCredential(n8n, simulator);
		const send = (message: string) =>
			node('iSendPro', nodeTypes[0] ?? '', {
				resource: 'sms',
				operation: 'send',
				to: phone,
				message,
			});
		byHand = await n8n.api.createWorkflow(
			{
				name: 'By hand',
				nodes: [start, send('Votre colis est arrivé.')],
				connections: chain('Start', 'iSendPro'),
			},
			credential,
		);
		const answering = triggerWorkflow({ chains: [[], [send('=Ici. ({{ $json.text }})')]] });
		onReply = await n8n.api.createWorkflow(answering, credential);
		await activate(n8n, onReply);
		simulator.callbacks.replyUrl = addressesOf(n8n, onReply).replies;

		expect(await used()).toEqual(['Votre colis est arrivé.', 'Ici. (Où est-il ?)']);
	});

	it('is updated, and the saved workflows work as before', async () => {
		await registry.publish(nextVersion);
		const saved = await n8n.api.getWorkflow(byHand.id);
		expect(await packages('GET')).toMatchObject([
			{ packageName, installedVersion: version, updateAvailable: nextVersion },
		]);

		const updated = await packages('PATCH', '', { name: packageName, version: nextVersion });

		expect(updated).toMatchObject({ packageName, installedVersion: nextVersion });
		await everywhere(nextVersion);
		// Other processes of n8n 1.x have it on disk alone: the one before stays loaded until they end.
		await haveSaid(
			`Community package installed: ${packageName}`,
			2,
			generation === 1 ? ['main'] : roles,
		);
		expect(await n8n.api.getWorkflow(byHand.id)).toEqual(saved);
		expect(await used()).toEqual(['Votre colis est arrivé.', 'Ici. (Où est-il ?)']);
	});

	if (queue)
		it('is used by the worker, which installs it by itself when it starts without it', async () => {
			await haveSaid('Worker finished execution', 2, ['worker']);
			await n8n.kill('worker');
			rmSync(installedIn('worker'), { recursive: true });

			await n8n.restart('worker');

			expect(versionIn('worker')).toBe(nextVersion);
			expect(await used()).toEqual(['Votre colis est arrivé.', 'Ici. (Où est-il ?)']);
			await haveSaid('Worker finished execution', 3, ['worker']);
		});

	it('is removed', async () => {
		await packages('DELETE', `?name=${packageName}`);

		await everywhere(undefined);
		await haveSaid(`Community package uninstalled: ${packageName}`, 1);
		expect(await packages('GET')).toEqual([]);
		expect(await n8n.api.loadedNodes()).not.toEqual(expect.arrayContaining(nodeTypes));
	});
});
