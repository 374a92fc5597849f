import { readFileSync } from 'node:fs';
import * as failures from '../../nodes/ISendPro/api/wire/failure';
import { examples, TROUBLESHOOTING_PAGE, troubleshootingPage } from './troubleshooting';

/** What makes no words of its own. */
const withoutWords = [
	...['RequestFailed', 'messageOf', 'asIdempotent', 'failureOfCode', 'refusedInput'],
];

describe('The page on troubleshooting', () => {
	it('says what the code does', () => {
		expect(readFileSync(TROUBLESHOOTING_PAGE, 'utf8')).toBe(troubleshootingPage());
	});

	it('has every way in which a request can fail', () => {
		expect([...Object.keys(examples), ...withoutWords].sort()).toEqual(
			Object.keys(failures).sort(),
		);
	});
});
