import { join } from 'node:path';
import { projectFolder } from '../../harness/folders';

const folder = join(projectFolder, 'simulator');

/** What starts the simulator, from its files as they are now. Throws when they cannot be loaded. */
export function loadSimulator(): typeof import('../../simulator').startSimulator {
	for (const file of Object.keys(require.cache))
		if (file.startsWith(folder)) delete require.cache[file];
	const simulator: typeof import('../../simulator') = require(folder);
	return simulator.startSimulator;
}
