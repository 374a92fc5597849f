import { readFileSync } from 'node:fs';
import { TROUBLESHOOTING_PAGE, troubleshootingPage } from './troubleshooting';

describe('The page on troubleshooting', () => {
	it('is up to date: `npm run generate`', () => {
		expect(readFileSync(TROUBLESHOOTING_PAGE, 'utf8')).toBe(troubleshootingPage());
	});
});
