import { readFileSync } from 'node:fs';
import * as failures from '../../nodes/ISendPro/api/wire/failure';
import { examples, TROUBLESHOOTING_PAGE, troubleshootingPage } from './troubleshooting';

/** What writes no message. */
const withoutWords = [
	...['RequestFailed', 'messageOf', 'asIdempotent', 'failureOfCode', 'refusedInput'],
];

describe('The page on troubleshooting', () => {
	it('is up to date: `npm run troubleshooting`', () => {
		expect(readFileSync(TROUBLESHOOTING_PAGE, 'utf8')).toBe(troubleshootingPage());
	});

	it('lists every way in which a request can fail', () => {
		expect([...Object.keys(examples), ...withoutWords].sort()).toEqual(
			Object.keys(failures).sort(),
		);
	});
});
