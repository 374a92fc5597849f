import { readFileSync } from 'node:fs';
import { CHARACTERS_PAGE, charactersPage } from './characters-page';

describe('The page on characters', () => {
	it('says what the code does: `npm run generate`', () => {
		expect(readFileSync(CHARACTERS_PAGE, 'utf8')).toBe(charactersPage());
	});
});
