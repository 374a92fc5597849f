import { replaceLinks } from '../../../nodes/ISendPro/api/text/links';
import { processorTime } from '../../helpers/processor-time';

describe('the links in a text', () => {
	/** The links that are found. */
	function linksIn(text: string): string[] {
		const found: string[] = [];
		replaceLinks(text, (link) => {
			found.push(link);
			return link;
		});
		return found;
	}

	it.each([
		['See https://a.fr/1 and http://b.fr', ['https://a.fr/1', 'http://b.fr']],
		['HTTPS://A.fr/x', ['HTTPS://A.fr/x']],
		['Twice https://a.fr https://a.fr', ['https://a.fr', 'https://a.fr']],
		['https://a.fr/?a=1&b=%20#c\nBye', ['https://a.fr/?a=1&b=%20#c']],
		['https://été.fr/à', ['https://été.fr/à']],
	])('are found: %j', (text, links) => {
		expect(linksIn(text)).toEqual(links);
	});

	it.each([
		['Look: https://a.fr/1.', 'https://a.fr/1'],
		['(https://a.fr/1)', 'https://a.fr/1'],
		['(see https://a.fr/a_(b))', 'https://a.fr/a_(b)'],
		['« https://a.fr/1 »', 'https://a.fr/1'],
		["l'adresse 'https://a.fr/1'", 'https://a.fr/1'],
		['<https://a.fr/1>', 'https://a.fr/1'],
		['https://a.fr/1…', 'https://a.fr/1'],
		['https://a.fr/?q=', 'https://a.fr/?q='],
	])('end where the sentence goes on: %j', (text, link) => {
		expect(linksIn(text)).toEqual([link]);
	});

	it.each(['www.a.fr', 'a@b.fr', 'ftp://a.fr', 'xhttps://a.fr', 'Write https:// first', 'https'])(
		'are not what only looks like one: %j',
		(text) => {
			expect(linksIn(text)).toEqual([]);
		},
	);

	it('are replaced, and nothing else is', () => {
		const text = 'Fête (https://a.fr/1), http://b.fr!\r\nhttps://c.fr';
		expect(replaceLinks(text, (link) => `[${link.length}]`)).toBe('Fête ([14]), [11]!\r\n[12]');
	});

	it('are found in no time where a text does its worst', () => {
		const milliseconds = processorTime(() => {
			expect(linksIn(`https://a.fr/${')'.repeat(200_000)}`)).toEqual(['https://a.fr/']);
			expect(linksIn(`${'https://'.repeat(50_000)}`)).toHaveLength(1);
		});
		expect(milliseconds).toBeLessThan(2_000);
	});
});
