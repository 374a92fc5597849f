import { freeSpace } from '../../harness/folders';
import { buildPackage, installN8n } from '../../harness';
import { generations } from './generations';

const memory = '/dev/shm';

/** Prepares the first test: builds the package, and installs n8n of each generation. */
export default async function setup(): Promise<void> {
	await buildPackage();
	for (const generation of generations) await installN8n(generation);
	// In memory n8n's databases are fast, and killing n8n loses no more than on a disk.
	if ((await freeSpace(memory).catch(() => 0)) > 4e9) process.env.TMPDIR ??= memory;
}
