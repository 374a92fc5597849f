import { mkdir, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

/** The checkout this file lies in. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where large things that several checkouts share are kept: the user's own cache folder. */
export function cacheFolder() {
	if (process.env.ISENDPRO_CACHE) return process.env.ISENDPRO_CACHE;
	const base =
		process.platform === 'win32'
			? (process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
			: process.platform === 'darwin'
				? join(homedir(), 'Library', 'Caches')
				: process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-isendpro');
}

/** Bytes that may still be written where `folder` lies. @param {string} folder */
export async function freeSpace(folder) {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

/** Makes a folder, or says why it cannot be made. @param {string} folder */
export async function makeFolder(folder) {
	try {
		await mkdir(folder, { recursive: true });
	} catch (error) {
		throw diskProblem(error, folder) ?? error;
	}
}

const otherFolder = 'Another folder can be named with the environment variable ISENDPRO_CACHE.';

/** What to tell about a disk that cannot be written; undefined for any other error. @param {unknown} error @param {string} folder */
export function diskProblem(error, folder) {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder);
	if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
		return new Problem(`${folder} cannot be written (${code}).`, otherFolder);
	return undefined;
}

/** @param {string} folder @param {string} [needed] */
export function diskFull(folder, needed) {
	const more = needed === undefined ? '' : ` This step needs ${needed} there.`;
	return new Problem(
		`The disk that holds ${folder} is full.${more}`,
		`Make room and run the same command again: it starts over cleanly. ${otherFolder}`,
	);
}
