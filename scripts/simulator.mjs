/** `npm run simulator [-- --port 8025]`: the simulator alone, until it is interrupted. */
import { installDependencies } from './setup/dependencies.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { reportFailure } from './setup/problem.mjs';
import { loadTypeScript } from './setup/typescript.mjs';

try {
	checkNodeVersion();
	await installDependencies();
	// It runs by being loaded.
	await loadTypeScript('simulator/main.ts');
} catch (error) {
	reportFailure(error);
}
