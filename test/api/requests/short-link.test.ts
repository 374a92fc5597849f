import fc from 'fast-check';
import {
	aMonthAfter,
	checkTarget,
	createShortLink,
} from '../../../nodes/ISendPro/api/requests/short-link';
import { answering, codeAnswer, failureOf, manualAnswer } from '../../helpers/answers';

describe('Creating a short link [3.18]', () => {
	it('puts every mark of the URL into the one parameter', async () => {
		const { account, bodies } = answering(manualAnswer('short-link'));
		await createShortLink(account, checkTarget('https://a.fr/b?c=d&e=f+g%20h#i=j;k'));
		expect(bodies).toEqual([
			'shortlink=https%3A%2F%2Fa.fr%2Fb%3Fc%3Dd%26e%3Df%2Bg%2520h%23i%3Dj%3Bk',
		]);
	});

	it('takes a link with a scheme for the same', async () => {
		const { account } = answering(codeAnswer(250, '<shortlink>http://www.sms.ht/aOHi</shortlink>'));
		expect(await createShortLink(account, 'https://a.fr/')).toBe('www.sms.ht/aOHi');
	});

	it('is unknown without a link, or where the answer was lost; not repeated', async () => {
		for (const answer of [codeAnswer(250), new Error('socket hang up')]) {
			const { account, bodies } = answering(answer);
			expect(await failureOf(createShortLink(account, 'https://a.fr/'))).toMatchObject({
				status: 'unknown',
			});
			expect(bodies).toHaveLength(1);
		}
	});
});

describe('The page that a short link leads to', () => {
	it.each([
		['https://www.monsite.com/nouveauproduit.php', 'https://www.monsite.com/nouveauproduit.php'],
		[' http://example.com ', 'http://example.com/'],
		['HTTPS://Example.com/À?é=ü#ñ', 'https://example.com/%C3%80?%C3%A9=%C3%BC#%C3%B1'],
		['https://été.fr/', 'https://xn--t-9fab.fr/'],
		['https://пример.рф/путь', 'https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C'],
		['https://例え.jp/?q=値', 'https://xn--r8jz45g.jp/?q=%E5%80%A4'],
		['https://a.fr/?a=1&b=2&b=3', 'https://a.fr/?a=1&b=2&b=3'],
		['https://a.fr/%E9t%E9?x=%2F+%20', 'https://a.fr/%E9t%E9?x=%2F+%20'],
		['https://a.fr/a b', 'https://a.fr/a%20b'],
		['https://a.fr:8443/#top', 'https://a.fr:8443/#top'],
		['https://a.fr/€Ê', 'https://a.fr/%E2%82%AC%C3%8A'],
	])('%s arrives as %s', (written, sent) => {
		expect(checkTarget(written)).toBe(sent);
	});

	it.each([
		['', '"" is not a URL'],
		['www.monsite.com/x', '"www.monsite.com/x" is not a URL'],
		['monsite', '"monsite" is not a URL'],
		['https://', '"https://" is not a URL'],
		['https://a b.fr/', '"https://a b.fr/" is not a URL'],
		['javascript:alert(1)', 'does not begin with https:// or http://'],
		['ftp://a.fr/', 'does not begin with https:// or http://'],
		['mailto:a@b.fr', 'does not begin with https:// or http://'],
		['https://a.fr/\nb', 'has a line break or another character'],
		['https://a.fr/\u0000', 'has a line break or another character'],
		['https://a.fr/\ud800', 'has a line break or another character'],
	])('cannot be %j', (written, message) => {
		expect(() => checkTarget(written)).toThrow(message);
	});

	it('is always ASCII without blanks, and leads where a browser would go', () => {
		fc.assert(
			fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
				const sent = checkTarget(url);
				expect(sent).toMatch(/^[\x21-\x7e]+$/);
				expect(sent).toBe(new URL(url).href);
				expect(checkTarget(sent)).toBe(sent);
			}),
		);
	});
});

describe('A month', () => {
	it.each([
		['2026-11-22T13:04:56.206Z', '2026-12-22T13:04:56.206Z'],
		['2026-12-15T00:00:00.000Z', '2027-01-15T00:00:00.000Z'],
		['2026-01-31T10:00:00.000Z', '2026-02-28T10:00:00.000Z'],
		['2028-01-31T10:00:00.000Z', '2028-02-29T10:00:00.000Z'],
		['2026-08-31T10:00:00.000Z', '2026-09-30T10:00:00.000Z'],
	])('after %s is %s', (start, end) => {
		expect(aMonthAfter(new Date(start)).toISOString()).toBe(end);
	});
});
