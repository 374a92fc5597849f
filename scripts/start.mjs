/**
 * `npm start`: a real n8n with this package in it, and a simulator in iSendPro's place, from a fresh clone in one command. What it needs
 * before the development tools are there is plain JavaScript; the rest is start/main.ts.
 */
import { installDependencies } from './setup/dependencies.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { reportFailure } from './setup/problem.mjs';
import { loadTypeScript } from './setup/typescript.mjs';
import { readOptions } from './start/options.mjs';

try {
	checkNodeVersion();
	const options = readOptions(process.argv.slice(2));
	if (options !== undefined) {
		await installDependencies();
		/** @type {typeof import('./start/main')} */
		const { start } = await loadTypeScript('scripts/start/main.ts');
		await start(options);
	}
} catch (error) {
	reportFailure(error);
}
