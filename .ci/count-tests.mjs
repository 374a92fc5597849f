/** `node .ci/count-tests.mjs <folder> <exit code>`: sums what jest's reports in the folder say, on one line. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', status = '0'] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
	const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
	passed += report.numPassedTests;
	// A file that cannot be loaded holds no test that could fail.
	failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
}
// A step without tests of its own failed, the build for one.
if (status !== '0' && failed === 0) failed = 1;
console.log(`tests: ${passed} passed, ${failed} failed`);
