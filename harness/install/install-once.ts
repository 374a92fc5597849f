import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, diskFull, freeSpace, makeFolder } from '../folders';
import { size, withProgress } from '../progress';
import { isAlive } from '../server/processes';

/**
 * A folder of that name in the user's cache folder, filled by `install` when it is missing. It is
 * built under another name and renamed at the end, so that what has the final name is complete, also
 * when several processes install it.
 *
 * @param needed bytes of disk space during the installation
 * @throws Problem when the disk is full, and what `install` throws
 */
export async function installOnce(
	name: string,
	needed: number,
	install: (building: string) => Promise<void>,
): Promise<string> {
	const cache = cacheFolder();
	const folder = join(cache, name);
	if (existsSync(folder)) return folder;

	await makeFolder(cache);
	const prefix = `building-${name}-`;
	await removeRemains(cache, prefix);
	if ((await freeSpace(cache)) < needed) throw diskFull(cache, size(needed));
	const building = await mkdtemp(join(cache, `${prefix}${process.pid}-`));
	try {
		await install(building);
		await rename(building, folder).catch((error) => {
			// Another process has installed it.
			if (!existsSync(folder)) throw error;
		});
	} finally {
		await rm(building, { recursive: true, force: true });
	}
	return folder;
}

/** Removes what killed installations left; their names hold the number of their process. */
async function removeRemains(cache: string, prefix: string): Promise<void> {
	const left = (await readdir(cache)).filter(
		(entry) => entry.startsWith(prefix) && !isAlive(parseInt(entry.slice(prefix.length), 10)),
	);
	if (left.length === 0) return;
	await withProgress('Removing an interrupted installation', async () => {
		for (const entry of left) await rm(join(cache, entry), { recursive: true, force: true });
	});
}
