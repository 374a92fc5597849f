import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const file = join(__dirname, '..', '..', 'scripts', 'dependencies.mjs');

describe('The check for installed development tools', () => {
	const wanted = {
		packages: {
			'': { version: '0.1.0' },
			'node_modules/a': { version: '1.0.0' },
			'node_modules/for-another-system': { version: '2.0.0', optional: true },
		},
	};

	it.each([
		['nothing is installed', undefined, false],
		['everything is installed', { packages: { 'node_modules/a': { version: '1.0.0' } } }, true],
		[
			'another version is installed',
			{ packages: { 'node_modules/a': { version: '1.0.1' } } },
			false,
		],
		['a package is missing', { packages: {} }, false],
	])('knows when %s', async (_, installed, answer) => {
		// An ES module, which needs its own Node.js here.
		const address = JSON.stringify(pathToFileURL(file).href);
		const code = `
			import { isInstalled } from ${address};
			console.log(isInstalled(${JSON.stringify(wanted)}, ${JSON.stringify(installed)}));`;
		const parameters = ['--input-type=module', '-e', code];
		const { stdout } = await promisify(execFile)(process.execPath, parameters);
		expect(stdout.trim()).toBe(String(answer));
	});
});
