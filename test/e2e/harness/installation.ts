import { execFileSync } from 'node:child_process';
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

const known = new Map<Generation, Installation>();

/** Where the pinned n8n lies; installs it first when it is not there, showing progress. */
export function installation(generation: Generation): Installation {
	const found = known.get(generation);
	if (found !== undefined) return found;
	const script = join(projectFolder, 'scripts', 'install-n8n.mjs');
	const answer = execFileSync(process.execPath, [script, String(generation)], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const made: Installation = JSON.parse(answer);
	known.set(generation, made);
	return made;
}
