import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from './problem';

/** The checkout this file lies in. */
export const projectFolder = dirname(__dirname);

/** Where large files that several checkouts share are kept: in the user's cache folder. */
export function cacheFolder(): string {
	const { ISENDPRO_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
	if (ISENDPRO_CACHE) return ISENDPRO_CACHE;
	const base = {
		win32: LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
		darwin: join(homedir(), 'Library', 'Caches'),
	}[process.platform as string];
	return join(base ?? (XDG_CACHE_HOME || join(homedir(), '.cache')), 'n8n-nodes-isendpro');
}

/** Free bytes on the disk that holds `folder`. */
export async function freeSpace(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

const otherFolder = 'Another folder can be named with the environment variable ISENDPRO_CACHE.';

/** Creates a folder when it is missing. Throws a `Problem` when it cannot be written. */
export async function makeFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder, { recursive: true });
		await access(folder, constants.W_OK);
	} catch (error) {
		const code = String((error as NodeJS.ErrnoException).code);
		if (/^(ENOSPC|EDQUOT)$/.test(code)) throw diskFull(folder);
		if (!/^(EACCES|EPERM|EROFS|ENOTDIR)$/.test(code)) throw error;
		throw new Problem(`${folder} cannot be written (${code}).`, otherFolder);
	}
}

/**
 * The error about a full disk.
 *
 * @param needed the space that the step takes
 */
export function diskFull(folder: string, needed?: string): Problem {
	const more = needed === undefined ? '' : ` This step needs ${needed} there.`;
	return new Problem(
		`The disk that holds ${folder} is full.${more}`,
		`Free some space and run the same command again: it starts over cleanly. ${otherFolder}`,
	);
}
