import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './folders.mjs';

/**
 * Loads a TypeScript file of this project, with what it imports from the project; development tools have to be installed.
 *
 * @template T
 * @param {string} file from the project's folder
 * @returns {Promise<T>} what it exports
 */
export async function loadTypeScript(file) {
	const { build } = await import('esbuild');
	const name = file.replaceAll(/[^\w.]+/g, '-');
	// Inside the project, so that packages are found; one for each process, since two may run at once.
	const outfile = join(projectFolder, '.cache', 'scripts', `${name}.${process.pid}.cjs`);
	await build({
		absWorkingDir: projectFolder,
		entryPoints: [file],
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		packages: 'external',
		logLevel: 'error',
		plugins: [ownAddresses],
	});
	try {
		const { default: exported } = await import(pathToFileURL(outfile).href);
		return exported;
	} finally {
		await rm(outfile, { force: true });
	}
}

/** Modules find files by their own address; inside a bundle they keep the one of their source. @type {import('esbuild').Plugin} */
const ownAddresses = {
	name: 'own-addresses',
	setup(build) {
		build.onLoad({ filter: /\.mjs$/ }, async ({ path }) => {
			const address = JSON.stringify(pathToFileURL(path).href);
			const source = await readFile(path, 'utf8');
			return { contents: source.replaceAll('import.meta.url', address), loader: 'js' };
		});
	},
};
