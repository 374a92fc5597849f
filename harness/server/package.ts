import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import manifest from '../../package.json';
import { projectFolder } from '../folders';
import { Problem } from '../problem';
import { withProgress } from '../progress';

/** Builds the package into dist/, as `npm run build` does. Throws a `Problem` when that fails. */
export async function buildPackage(): Promise<void> {
	const gulp = join('node_modules', 'gulp', 'bin', 'gulp.js');
	await withProgress('Building the package', async () => {
		await promisify(execFile)(process.execPath, [gulp, 'build'], { cwd: projectFolder }).catch(
			({ stdout, stderr }: { stdout: string; stderr: string }) => {
				throw new Problem('The build failed.', `\n${stdout}${stderr}`);
			},
		);
	});
}

/**
 * Puts the built package where n8n looks for community packages, as its own installer would: what
 * `npm pack` would hold, and the entry in that folder's package.json.
 *
 * @param folder n8n's user folder
 * @throws Error when the package was not built
 */
export async function placePackage(folder: string): Promise<void> {
	const { name, version, main, files } = manifest;
	const nodes = join(folder, '.n8n', 'nodes');
	const target = join(nodes, 'node_modules', name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	for (const file of ['package.json', main, ...files])
		await cp(join(projectFolder, file), join(target, file), { recursive: true });
	const installed = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	await writeFile(join(nodes, 'package.json'), JSON.stringify(installed, undefined, 2));
}
