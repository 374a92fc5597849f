import { call, codeOf, flat, key, post, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('A request', () => {
	it('is served and recorded by GET and by POST', async () => {
		await call(`${simulator.url}?${key}&sms=Salut%20ca%20va%20%3F&num=0601020304`);
		await post('sms=Salut%20ca%20va%20%3F&num=0601020304');
		const [first, second] = simulator.requests;
		expect(first).toMatchObject({ number: 1, method: 'GET', kind: 'send', body: '', acted: true });
		expect(first?.target).toContain('sms=Salut%20ca%20va%20%3F');
		expect(second).toMatchObject({
			number: 2,
			method: 'POST',
			target: '/cgi-bin/',
			body: `${key}&sms=Salut%20ca%20va%20%3F&num=0601020304`,
			arguments: { sms: 'Salut ca va ?', num: '0601020304' },
		});
		expect(simulator.phones.messages().map(({ text }) => text)).toEqual([
			'Salut ca va ?',
			'Salut ca va ?',
		]);
	});

	it('records which of its arguments had no effect', async () => {
		await post('sms=a&num=0601020304&emeteur=Acme&gmt_zone=Europe%2FBrussels');
		expect(simulator.requests[0]?.ignoredArguments).toEqual(['emeteur', 'gmt_zone']);
	});

	it('has no arguments when its body is no form', async () => {
		const json = await call(simulator.url, {
			method: 'POST',
			body: `${key}&credit=1`,
			headers: { 'Content-Type': 'application/json' },
		});
		expect(json.body).toContain('<code>3</code>');
	});

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
