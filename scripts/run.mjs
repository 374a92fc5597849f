/**
 * `node scripts/run.mjs <file> [parameters]`: runs a script of the project, from a fresh clone too:
 * the development tools are installed first. This file and dependencies.mjs need none of them.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { installDependencies } from './dependencies.mjs';

const [file = '', ...parameters] = process.argv.slice(2);
const script = resolve(file);
try {
	installDependencies();
	// As if Node.js had been given the script alone.
	process.argv = [process.execPath, script, ...parameters];
	const require = createRequire(import.meta.url);
	if (script.endsWith('.ts')) require('tsx/cjs');
	await require(script).main?.(parameters);
} catch (error) {
	const known = error.name === 'Problem';
	console.error(`\n${known ? error.message : `This should not happen: ${error.stack}`}\n`);
	process.exitCode = 1;
}
