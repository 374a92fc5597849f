import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const file = join(__dirname, '..', '..', 'scripts', 'dependencies.mjs');

describe('whether the development tools are installed', () => {
	const wanted = {
		packages: {
			'': { version: '0.1.0' },
			'node_modules/a': { version: '1.0.0' },
			'node_modules/for-another-system': { version: '2.0.0', optional: true },
		},
	};

	it.each([
		['nothing was installed', undefined, false],
		['all of it was', { packages: { 'node_modules/a': { version: '1.0.0' } } }, true],
		['another version was', { packages: { 'node_modules/a': { version: '1.0.1' } } }, false],
		['a package is missing', { packages: {} }, false],
	])('is known when %s', async (_, installed, answer) => {
		// An ES module, which runs in a Node.js of its own here.
		const address = JSON.stringify(pathToFileURL(file).href);
		const code = `
			import { isInstalled } from ${address};
			console.log(isInstalled(${JSON.stringify(wanted)}, ${JSON.stringify(installed)}));`;
		const parameters = ['--input-type=module', '-e', code];
		const { stdout } = await promisify(execFile)(process.execPath, parameters);
		expect(stdout.trim()).toBe(String(answer));
	});
});
