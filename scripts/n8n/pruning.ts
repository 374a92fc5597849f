import { readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What compilers and debuggers read, and Node.js does not. */
const unread = /\.([cm]?tsx?|map|tsbuildinfo|flow)$/;

/** Compilers themselves read such files when they run. */
const compilers = /^@?typescript[\\/]/;

/**
 * Removes what an installed n8n does without: source maps, sources and types in TypeScript, and the
 * headers of Node.js after native parts were compiled. Nearly half of it.
 *
 * @param modules n8n's node_modules
 * @param nodePackage the package in it that holds Node.js
 */
export async function prune(modules: string, nodePackage: string): Promise<void> {
	const names = await readdir(modules, { recursive: true });
	const files = names.filter((name) => unread.test(name) && !compilers.test(name)).values();
	const remove = async (): Promise<void> => {
		// A folder may have such a name; it stays.
		for (const name of files) await unlink(join(modules, name)).catch(() => undefined);
	};
	await Promise.all(Array.from({ length: 16 }, remove));
	await rm(join(modules, nodePackage, 'include'), { recursive: true, force: true });
}
