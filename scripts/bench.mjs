/** `npm run bench [-- send report]`: measures the node in a real n8n, beside n8n's own nodes on the same work. */
import { buildPackage } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { reportFailure } from './setup/problem.mjs';
import { loadTypeScript } from './setup/typescript.mjs';

try {
	checkNodeVersion();
	await installDependencies();
	await buildPackage();
	/** @type {typeof import('../test/bench/main')} */
	const { bench } = await loadTypeScript('test/bench/main.ts');
	await bench(process.argv.slice(2));
} catch (error) {
	reportFailure(error);
}
