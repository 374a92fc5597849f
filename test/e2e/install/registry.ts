import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import manifest from '../../../package.json';
import { cacheFolder, projectFolder } from '../../../harness/folders';
import { freePort } from '../../../harness';
import { npm } from '../../../harness/install/npm';
import { installOnce } from '../../../harness/install/install-once';
import { endWithParent, OwnProcess } from '../../../harness/server/processes';

const pinned = join(__dirname, 'registry');

/** Installs the pinned Verdaccio into the user's cache folder; gives its command. */
async function installVerdaccio(): Promise<string> {
	const lock = await readFile(join(pinned, 'package-lock.json'));
	const digest = createHash('sha256').update(lock).digest('hex').slice(0, 8);
	const folder = await installOnce(`registry-${digest}`, 1e8, async (building) => {
		for (const file of ['package.json', 'package-lock.json'])
			await copyFile(join(pinned, file), join(building, file));
		const install = ['ci', '--ignore-scripts', '--loglevel=error'];
		await npm(install, { folder: building, doing: 'Installing Verdaccio' });
	});
	return join(folder, 'node_modules', 'verdaccio', 'bin', 'verdaccio');
}

/** A private npm registry on loopback, which holds this package and knows no other registry. */
export class Registry {
	/** Without a slash at the end. */
	private readonly url: string;

	private constructor(
		private readonly folder: string,
		port: number,
		private readonly process: OwnProcess,
	) {
		this.url = `http://127.0.0.1:${port}`;
	}

	/** @param node the Node.js to run it with: 22 or newer */
	static async start(node: string): Promise<Registry> {
		const verdaccio = await installVerdaccio();
		// Not among the temporary files: they may be where no program can be run.
		const folder = await mkdtemp(join(cacheFolder(), 'registry-at-work-'));
		const port = await freePort();
		const configuration = {
			storage: join(folder, 'packages'),
			auth: { htpasswd: { file: join(folder, 'users') } },
			packages: { '**': { access: '$all', publish: '$all' } },
			web: { enable: false },
		};
		// JSON is YAML too.
		const file = join(folder, 'configuration.yaml');
		await writeFile(file, JSON.stringify(configuration));
		const listen = ['--config', file, '--listen', `127.0.0.1:${port}`];
		const process = new OwnProcess({
			program: node,
			parameters: ['--require', endWithParent, verdaccio, ...listen],
			folder,
			environment: { PATH: dirname(node) },
			log: join(folder, 'registry.log'),
		});
		const registry = new Registry(folder, port, process);
		try {
			await process.waitUntil(async () => (await fetch(`${registry.url}/-/ping`)).ok, 60_000);
			await registry.provideNpm();
		} catch (error) {
			await registry.stop();
			throw error;
		}
		return registry;
	}

	/** Packs the built package, as for its users, and publishes it under that version number. */
	async publish(version: string): Promise<void> {
		const doing = `Publishing version ${version}`;
		const folder = join(this.folder, version);
		await mkdir(folder);
		await npm(['pack', '--pack-destination', folder], { folder: projectFolder, doing });
		const packed = `${manifest.name}-${manifest.version}.tgz`;
		execFileSync('tar', ['-xzf', packed], { cwd: folder });
		const unpacked = join(folder, 'package');
		const raised = {
			...JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')),
			version,
		};
		await writeFile(join(unpacked, 'package.json'), JSON.stringify(raised));
		// npm wants to know who publishes; the registry lets anybody.
		const who = `--${this.url.replace('http:', '')}/:_authToken=anybody`;
		await npm(['publish', '--registry', this.url, who, '--tag=latest'], {
			folder: unpacked,
			doing,
		});
	}

	/**
	 * The environment of an n8n that installs from here. Without a licence n8n names the public
	 * registry to npm: so npm is told to take this one after all. What n8n asks of the outside by
	 * itself goes to a port where nobody listens, and n8n goes on without an answer.
	 *
	 * @param node the Node.js that n8n runs on
	 */
	environment(node: string): Record<string, string> {
		return {
			PATH: [this.npmFolder, dirname(node), process.env.PATH ?? ''].join(delimiter),
			HTTPS_PROXY: 'http://127.0.0.1:9',
			NO_PROXY: '127.0.0.1',
		};
	}

	/** Ends it and removes what it held. */
	async stop(): Promise<void> {
		await this.process.stop();
		await rm(this.folder, { recursive: true, force: true });
	}

	private get npmFolder(): string {
		return join(this.folder, 'bin');
	}

	private async provideNpm(): Promise<void> {
		const script = [
			'#!/bin/sh',
			'PATH=${PATH#*:}',
			`exec npm "$@" --registry=${this.url} --cache=${join(this.folder, 'cache')}`,
		];
		await mkdir(this.npmFolder);
		const file = join(this.npmFolder, 'npm');
		await writeFile(file, script.join('\n'));
		await chmod(file, 0o755);
	}
}
