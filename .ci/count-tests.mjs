/**
 * `node .ci/count-tests.mjs <folder> <exit code>`: sums what jest's reports in the folder say, on one
 * line; above it, each test that failed at first and passed when it was repeated, with its failure.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', status = '0'] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const repeated = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
	const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
	passed += report.numPassedTests;
	// A file that cannot be loaded has no test that fails.
	failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
	const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
	repeated.push(...tests.filter(({ invocations }) => invocations > 1));
}
// A step without tests failed, e.g. the build.
if (status !== '0' && failed === 0) failed = 1;
for (const { fullName, retryMessages } of repeated)
	console.log(`repeated: ${fullName}\n${retryMessages.join('\n').trimEnd()}`);
console.log(`repeated: ${repeated.length}`);
console.log(`tests: ${passed} passed, ${failed} failed`);
