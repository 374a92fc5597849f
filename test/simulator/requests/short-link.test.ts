import { call, codeOf, elementIn, flat, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('A short link', () => {
	it('redirects to its target for a month', async () => {
		simulator.clock.set('2026-11-22T10:00:00Z');
		const target = 'https://www.monsite.com/nouveauproduit.php?a=1&b=é#c';
		const xml = await xmlOf(
			'shortlink=https%3A%2F%2Fwww.monsite.com%2Fnouveauproduit.php%3Fa%3D1%26b%3D%E9%23c',
		);
		const link = elementIn(xml, 'shortlink');
		expect(xml).toBe(
			flat(
				'<code>250</code>',
				'<message>Le lien court a ete genere</message>',
				`<shortlink>${link}</shortlink>`,
			),
		);
		expect(link).toMatch(/^www\.sms\.ht\/[0-9A-Za-z]{4}$/);
		const followed = async () =>
			await call(link.replace('www.sms.ht', new URL(simulator.url).origin));
		expect(await followed()).toMatchObject({
			status: 302,
			headers: { location: new URL(target).href },
		});
		await simulator.clock.advance(29 * 86_400_000);
		expect((await followed()).status).toBe(302);
		await simulator.clock.advance(2 * 86_400_000);
		expect((await followed()).status).toBe(410);
	});

	it('is refused with 999 when the target is no web address', async () => {
		expect(await codeOf('shortlink=')).toBe(999);
		expect(await codeOf('shortlink=javascript%3Aalert(1)')).toBe(999);
	});
});
