import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { Problem } from '../problem';
import pinned from './2/package.json';
import type { Installation } from './installation';

/** The oldest n8n that `npm start` takes, and the only generation. */
const oldest = pinned.dependencies.n8n;

/**
 * A compatible n8n of this machine: 2.x from the pinned version on, which the Node.js that runs this
 * can run, and whose SQLite it can load.
 *
 * @param named n8n's command, or `pinned` for none; the first compatible one in PATH when not given
 * @returns undefined when the pinned one was named, or PATH has no compatible one
 * @throws Problem when the named one is not compatible
 */
export function findN8n(named?: string): Installation | undefined {
	if (named === 'pinned') return undefined;
	if (named === undefined) return firstInPath();
	const found = installationOf(resolve(named));
	if (found !== undefined) return found;
	throw new Problem(
		`${named} is not the command of a compatible n8n.`,
		`Compatible is n8n 2.x from ${oldest} on that Node.js ${process.versions.node} can run.`,
	);
}

function firstInPath(): Installation | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	for (const folder of folders) {
		const found = installationOf(join(folder, 'n8n'));
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The script behind a command: npm links to it, or on Windows puts a batch file beside it. */
function programOf(command: string): string | undefined {
	const behind = join(dirname(command), 'node_modules', 'n8n', 'bin', 'n8n');
	if (process.platform === 'win32' && existsSync(behind)) return behind;
	return existsSync(command) ? realpathSync(command) : undefined;
}

function installationOf(command: string): Installation | undefined {
	const program = programOf(command);
	if (program === undefined) return undefined;
	const folder = dirname(dirname(program));
	try {
		const { name, version, engines }: Manifest = JSON.parse(
			readFileSync(join(folder, 'package.json'), 'utf8'),
		);
		// n8n itself asks this first of all, and its command ends unless the answer is yes.
		const satisfies: (version: string, range: string) => boolean = createRequire(program)(
			'semver/functions/satisfies',
		);
		const isCompatible =
			satisfies(version, `^${oldest}`) && satisfies(process.versions.node, engines.node);
		if (name !== 'n8n' || !isCompatible) return undefined;
		// Missing if scripts were ignored; built for another Node.js if that was upgraded.
		execFileSync(process.execPath, ['-e', "require('sqlite3')"], { cwd: folder, stdio: 'ignore' });
		return { version, folder, node: process.execPath, program };
	} catch {
		// It is not an npm package, or a broken one.
		return undefined;
	}
}

interface Manifest {
	name: string;
	version: string;
	engines: { node: string };
}
