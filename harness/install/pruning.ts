import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Source maps and types. Other sources in TypeScript stay: n8n reads those of its nodes. */
const unread = /\.(map|d\.[cm]?ts|tsbuildinfo)$/;

/** Compilers themselves read types when they run. */
const compilers = /(^|[\\/])@?typescript[\\/]/;

/** The headers of the Node.js that comes with n8n: native parts were compiled with them. */
const headers = /^node-[\w-]+[\\/]include[\\/]/;

/**
 * Removes what an installed n8n does not need, 40% of it: what only compilers and debuggers read.
 * Without source maps its stack traces name its JavaScript, not its TypeScript.
 *
 * @param modules n8n's node_modules
 */
export async function prune(modules: string): Promise<void> {
	const names = await readdir(modules, { recursive: true });
	const files = names
		.filter((name) => headers.test(name) || (unread.test(name) && !compilers.test(name)))
		.values();
	const remove = async (): Promise<void> => {
		// A folder may have such a name; it stays.
		for (const name of files) await unlink(join(modules, name)).catch(() => undefined);
	};
	await Promise.all(Array.from({ length: 16 }, remove));
}
