import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Generation = 1 | 2;

/** A pinned n8n on this machine, see scripts/setup/n8n.mjs. */
export interface Installation {
	generation: Generation;
	version: string;
	folder: string;
	/** The Node.js to run it with. */
	node: string;
	/** n8n's own command, a script for that Node.js. */
	program: string;
}

/** The checkout: also when this code runs from a bundle in a folder of its own. */
export const projectFolder = ((): string => {
	for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
		const file = join(folder, 'package.json');
		if (existsSync(file) && readFileSync(file, 'utf8').includes('"name": "n8n-nodes-isendpro"'))
			return folder;
	}
	throw new Error(`${__dirname} is not inside the project`);
})();

/** A script that ends the Node.js process it is loaded into when the pipe on descriptor 3 is closed. */
export const endWithParent = join(projectFolder, 'scripts', 'setup', 'end-with-parent.cjs');

/** The pinned n8n could not be installed; why has been printed already. */
export class InstallationError extends Error {}

const known = new Map<Generation, Promise<Installation>>();

/**
 * Where the pinned n8n lies; installs it first when it is not there, showing progress.
 *
 * @throws InstallationError
 */
export async function installation(generation: Generation): Promise<Installation> {
	const found = known.get(generation) ?? install(generation);
	known.set(generation, found);
	return await found;
}

async function install(generation: Generation): Promise<Installation> {
	const script = join(projectFolder, 'scripts', 'install-n8n.mjs');
	const parameters = ['--require', endWithParent, script, String(generation)];
	const child = spawn(process.execPath, parameters, {
		stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
	});
	let answer = '';
	child.stdout?.on('data', (chunk) => (answer += String(chunk)));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0) throw new InstallationError(`n8n ${generation}.x could not be installed`);
	return JSON.parse(answer);
}
