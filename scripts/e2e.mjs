/** `npm run e2e [-- jest's own options]`: builds the package, installs both pinned n8n, and runs the tests against real servers. */
import { buildPackage } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { installN8n } from './setup/n8n.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { reportFailure } from './setup/problem.mjs';
import { runTool } from './setup/run.mjs';

try {
	checkNodeVersion();
	await installDependencies();
	await buildPackage();
	await installN8n(2);
	await installN8n(1);
	const parameters = ['--config', 'jest.e2e.config.js', ...process.argv.slice(2)];
	const { code } = await runTool('node_modules/jest/bin/jest.js', parameters);
	process.exitCode = code;
} catch (error) {
	reportFailure(error);
}
