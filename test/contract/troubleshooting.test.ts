import { readFileSync } from 'node:fs';
import { TROUBLESHOOTING_PAGE, troubleshootingPage } from './troubleshooting';

describe('The page on troubleshooting', () => {
	it('says what the code does', () => {
		expect(readFileSync(TROUBLESHOOTING_PAGE, 'utf8')).toBe(troubleshootingPage());
	});
});
