import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', '.ci', 'count-tests.mjs');

const once = { fullName: 'Sends', invocations: 1, retryMessages: [] };
const again = { fullName: 'Waits', invocations: 2, retryMessages: ['    It took too long\n'] };

const reportOf = (assertionResults: object[], failures = {}) => ({
	numPassedTests: assertionResults.length,
	numFailedTests: 0,
	numRuntimeErrorTestSuites: 0,
	testResults: [{ assertionResults }],
	...failures,
});

/** What is printed of such reports. */
function printedOf(reports: object[], exitCode = '0'): string {
	const folder = mkdtempSync(join(tmpdir(), 'isendpro-reports-'));
	reports.forEach((report, index) =>
		writeFileSync(join(folder, `${index}.json`), JSON.stringify(report)),
	);
	const printed = execFileSync(process.execPath, [script, folder, exitCode], { encoding: 'utf8' });
	rmSync(folder, { recursive: true });
	return printed;
}

describe('The last lines of a run', () => {
	it('count the tests of all reports', () => {
		const failures = { numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
		expect(printedOf([reportOf([once, once]), reportOf([once], failures)], '1')).toBe(
			'repeated: 0\ntests: 3 passed, 3 failed\n',
		);
	});

	it('name each test that was repeated, with its failure, and count it', () => {
		expect(printedOf([reportOf([once, again])])).toBe(
			'repeated: Waits\n    It took too long\nrepeated: 1\ntests: 2 passed, 0 failed\n',
		);
	});

	it('count a step that failed without a test', () => {
		expect(printedOf([], '1')).toBe('repeated: 0\ntests: 0 passed, 1 failed\n');
	});
});
