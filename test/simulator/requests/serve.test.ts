import { call, codeOf, flat, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('A request', () => {
	it.each(['credit=1', 'keyid=&credit=1', 'keyid=nobody&credit=1'])(
		'is refused with 3 for %s',
		async (query) => {
			const { body } = await call(`${simulator.url}?${query}`);
			expect(body).toBe(
				flat('<code>3</code>', '<message>Vos identifiants sont incorrects</message>'),
			);
		},
	);

	it('is refused with 14 from an address that is not allowed', async () => {
		simulator.account.allowedIps = ['192.0.2.1'];
		expect(await codeOf('credit=1')).toBe(14);
		simulator.account.allowedIps = ['192.0.2.1', '127.0.0.1'];
		expect(await xmlOf('credit=1')).toContain('108.16');
	});

	it('is refused with 240 when the manual does not know it', async () => {
		expect(await codeOf('something=1')).toBe(240);
		// The manual lists codes for keywords, but no request that gives them.
		expect(await codeOf('motCleEdit=list')).toBe(240);
	});
});
