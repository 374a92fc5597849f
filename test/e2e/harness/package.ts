import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a built package where n8n looks for community packages, as its own installer would: the files that `npm pack` would hold, and the
 * entry in that folder's package.json.
 *
 * @param folder n8n's user folder
 * @param packageFolder holds package.json and what its `files` name
 */
export async function placePackage(folder: string, packageFolder: string): Promise<void> {
	const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
	const description: { name: string; version: string; main?: string; files?: string[] } =
		JSON.parse(text);
	const { name, version, main, files = [] } = description;
	const nodes = join(folder, '.n8n', 'nodes');
	const target = join(nodes, 'node_modules', name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	const packed = ['package.json', ...files, ...(main === undefined ? [] : [main])];
	for (const file of packed) {
		const source = join(packageFolder, file);
		if (existsSync(source)) await cp(source, join(target, file), { recursive: true });
		else if (files.includes(file)) throw new Error(`${source} is missing: run npm run build`);
	}
	const installed = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	await writeFile(join(nodes, 'package.json'), JSON.stringify(installed, undefined, 2));
}
