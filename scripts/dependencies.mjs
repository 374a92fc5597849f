import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Whether what npm last installed is what the lock file asks for. npm writes its own record as the
 * last step of an installation, so an interrupted one has none.
 *
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
	if (installed === undefined) return false;
	return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
		if (path === '') return true;
		const found = installed.packages[path];
		return found === undefined ? optional === true : found.version === version;
	});
}

/** @param {string} file from the project's folder */
function readJson(file) {
	try {
		return JSON.parse(readFileSync(join(projectFolder, file), 'utf8'));
	} catch {
		return undefined;
	}
}

/** Installs the development tools that are missing, exactly as the lock file names them. */
export function installDependencies() {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major < 20)
		throw problem(`This is Node.js ${process.versions.node}; the project needs 20 or newer.`);
	if (isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json')))
		return;
	console.error('  Development tools: npm ci…');
	// Without a network npm should fail within seconds. What it prints is not output of the command.
	const retries = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000'];
	const { status } = spawnSync('npm', ['ci', '--ignore-scripts', ...retries], {
		cwd: projectFolder,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
	if (status !== 0)
		throw problem('The development tools could not be installed: npm says why above.');
}

/** @param {string} message what the user can fix */
function problem(message) {
	return Object.assign(new Error(message), { name: 'Problem' });
}
