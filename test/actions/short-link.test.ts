import { useGateway, useResource } from '../helpers/simulator';

describe('A short link', () => {
	const gateway = useGateway();
	const run = useResource(gateway, 'shortLink');

	it('leads to its target for about a month', async () => {
		const target = 'https://xn--t-9fab.fr/%C3%A0?%C3%A9=%C3%BC&a=1#%C3%B1;d+e%20f';
		const { json } = await run('create', { url: 'https://été.fr/à?é=ü&a=1#ñ;d+e%20f' });
		expect(json).toEqual([
			{
				shortLink: expect.stringMatching(/^www\.sms\.ht\/\w{4}$/),
				url: `https://${String(json[0]?.shortLink)}`,
				target,
				expiresAt: expect.any(String),
			},
		]);
		expect(gateway().requests[0]?.arguments.shortlink).toBe(target);
		const days = (Date.parse(String(json[0]?.expiresAt)) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(27.9);
		expect(days).toBeLessThan(31.1);
	});

	it('is another one for each input item', async () => {
		const items = [{ url: 'https://a.fr/1' }, { url: 'https://a.fr/2' }, { url: 'https://a.fr/1' }];
		const { json } = await run('create', { url: '={{ $json.url }}' }, { items });
		expect(json.map(({ target }) => target)).toEqual(items.map(({ url }) => url));
		expect(new Set(json.map(({ shortLink }) => shortLink)).size).toBe(3);
	});
});
