import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './folders.mjs';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { withProgress } from './progress.mjs';

/**
 * Whether what npm last installed is what the lock file asks for. npm writes its own record as the last step of an installation, so an
 * interrupted one has none.
 *
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, peer?: boolean }> }} wanted package-lock.json
 * @param {{ packages: Record<string, { version?: string }> } | undefined} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
	if (installed === undefined) return false;
	return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
		if (path === '') return true;
		const found = installed.packages[path];
		return found === undefined ? optional === true : found.version === version;
	});
}

/** @param {string} file */
async function readJson(file) {
	return await readFile(file, 'utf8').then(JSON.parse, () => undefined);
}

/** Installs the development dependencies unless they are there already, exactly as the lock file names them. */
export async function installDependencies() {
	const modules = join(projectFolder, 'node_modules');
	const ready = async () =>
		isInstalled(
			JSON.parse(await readFile(join(projectFolder, 'package-lock.json'), 'utf8')),
			await readJson(join(modules, '.package-lock.json')),
		);
	if (await ready()) return;
	// Not in node_modules, which npm empties first.
	await withLock(join(projectFolder, '.cache', 'installing'), async () => {
		if (await ready()) return;
		await withProgress('Development tools: npm ci', async () => {
			await npm(['ci', '--ignore-scripts'], { folder: projectFolder, doing: 'npm ci' });
		});
	});
}
