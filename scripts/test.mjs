/** `npm test [-- jest's own options]`: installs what is missing and runs the tests that need no n8n server. */
import { installDependencies } from './setup/dependencies.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { reportFailure } from './setup/problem.mjs';
import { runTool } from './setup/run.mjs';

try {
	checkNodeVersion();
	await installDependencies();
	const { code } = await runTool('node_modules/jest/bin/jest.js', process.argv.slice(2));
	process.exitCode = code;
} catch (error) {
	reportFailure(error);
}
