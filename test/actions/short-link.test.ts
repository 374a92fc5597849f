import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

describe('short links', () => {
	const gateway = useGateway();

	async function shorten(url: string, more: { items?: Array<{ url: string }> } = {}) {
		return await runNode({
			url: gateway().url,
			resource: 'shortLink',
			operation: 'create',
			parameters: { url },
			...more,
		});
	}

	it.each([
		['https://www.monsite.com/nouveauproduit.php', undefined],
		['https://a.fr/?a=1&b=2#c;d+e%20f', undefined],
		['https://été.fr/à?é=ü#ñ', 'https://xn--t-9fab.fr/%C3%A0?%C3%A9=%C3%BC#%C3%B1'],
		['https://пример.рф/€', 'https://xn--e1afmkfd.xn--p1ai/%E2%82%AC'],
	])('lead to %s', async (url, sent = url) => {
		const before = Date.now();
		const { json } = await shorten(url);
		expect(json).toEqual([
			{
				shortLink: expect.stringMatching(/^www\.sms\.ht\/\w{4}$/),
				url: `https://${String(json[0]?.shortLink)}`,
				target: sent,
				expiresAt: expect.any(String),
			},
		]);
		expect(gateway().requests[0]?.arguments.shortlink).toBe(sent);
		const days = (Date.parse(String(json[0]?.expiresAt)) - before) / 86_400_000;
		expect(days).toBeGreaterThan(27.9);
		expect(days).toBeLessThan(31.1);
	});

	it('are made for each input item', async () => {
		const items = [{ url: 'https://a.fr/1' }, { url: 'https://a.fr/2' }, { url: 'https://a.fr/1' }];
		const { json } = await shorten('={{ $json.url }}', { items });
		expect(json.map(({ target }) => target)).toEqual(items.map(({ url }) => url));
		expect(new Set(json.map(({ shortLink }) => shortLink)).size).toBe(3);
	});

	it('are not made for what is no web page', async () => {
		const { error } = await shorten('www.monsite.com');
		expect(error?.message).toBe('"www.monsite.com" is not a URL');
		expect(error?.description).toContain('https://');
		expect(gateway().requests).toEqual([]);
	});
});
