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

const { name, version, main } = manifest;

/** Where n8n looks for community packages; `folder` is its user folder. */
const nodesFolder = (folder: string) => join(folder, '.n8n', 'nodes');

/** Where n8n looks for this package; `folder` is its user folder. */
export const packageFolder = (folder: string) => join(nodesFolder(folder), 'node_modules', name);

/**
 * Puts the package where n8n looks for it, as its own installer would: what `npm pack` would hold, and
 * the entry in the package.json of all community packages.
 *
 * @param folder n8n's user folder
 * @param files what the package holds beside its package.json and index.js; dist/ when not given
 * @throws Error when the package was not built
 */
export async function placePackage(
	folder: string,
	files: readonly string[] = manifest.files,
): Promise<void> {
	const target = packageFolder(folder);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	for (const file of ['package.json', main, ...files])
		await cp(join(projectFolder, file), join(target, file), { recursive: true });
	const installed = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	await writeFile(
		join(nodesFolder(folder), 'package.json'),
		JSON.stringify(installed, undefined, 2),
	);
}
