import { pageStringsFor } from '../../nodes/ISendPro/waiting/page-strings';

describe('the strings of a page', () => {
	it.each([
		['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
		['en-GB,fr;q=0.5', 'en'],
		['de', 'en'],
		['de,fr;q=0.5', 'fr'],
		[undefined, 'en'],
	])(
		'are in the language that a phone asks for first, English where it asks for neither: %s',
		(header, language) => {
			expect(pageStringsFor(header).language).toBe(language);
		},
	);
});
