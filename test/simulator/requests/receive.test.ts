import { call, key, post, simulator, useSimulator } from '../client';

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
});
