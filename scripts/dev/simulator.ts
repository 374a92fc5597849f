import { join } from 'node:path';
import { projectFolder } from '../../harness/folders';
import type * as simulatorModule from '../../simulator';

const folder = join(projectFolder, 'simulator');

/** What starts the simulator, from its files as they are now. Throws when they cannot be loaded. */
export function loadSimulator(): typeof simulatorModule.startSimulator {
	for (const file of Object.keys(require.cache))
		if (file.startsWith(folder)) delete require.cache[file];
	const simulator: typeof simulatorModule = require(folder);
	return simulator.startSimulator;
}
