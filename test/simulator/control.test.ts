import { Script } from 'node:vm';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { call, key, post } from './client';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.reset());
afterAll(async () => await simulator.close());

async function control(method: string, path: string, input?: object) {
	const { status, body } = await call(`${simulator.controlUrl}${path}`, {
		method,
		body: input && JSON.stringify(input),
	});
	return { status, result: JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as unknown };
}

describe('the control plane', () => {
	test('shows what phones received', async () => {
		await post(simulator, 'num=0601020304&sms=%E9t%E9%20%CA&emetteur=Acme&tracker=t1');
		expect((await control('GET', '/phones/0601020304')).result).toMatchObject({
			number: '+33601020304',
			written: '0601020304',
			messages: [
				{ text: 'été €', sender: 'Acme', tracker: 't1', parts: 1, stopMention: 'STOP 36180' },
			],
		});
		expect((await control('GET', '/phones')).result).toHaveLength(1);
	});

	test('never shows a key or a password', async () => {
		const login = 'subAccountLogin=shop&subAccountPassword=TopSecret';
		await post(simulator, `subAccountEdit=addAccount&${login}`);
		const keyId = simulator.accounts[1]?.keyId ?? '';
		await post(
			simulator,
			`subAccountEdit=addCredit&subAccountKeyId=${keyId}&subAccountAddCredit=5`,
		);
		await call(`${simulator.url}?${key}&credit=1`);
		await call(`${simulator.url}?credit=1&keyid=WrongSecret`);
		for (const path of ['/state', '/requests', '/account', '/accounts', '/phones', '/calls']) {
			const { status, body } = await call(`${simulator.controlUrl}${path}`);
			expect(status).toBe(200);
			for (const secret of [key.slice(6), keyId, 'TopSecret', 'WrongSecret']) {
				expect(body).not.toContain(secret);
			}
		}
		expect((await call(`${simulator.controlUrl}/requests`)).body).toContain('keyid=***&credit=1');
	});

	test('changes the account, the service, phones and callbacks', async () => {
		await control('PATCH', '/account', { credit: 1.5, senders: ['Acme'], allowedIps: 'any' });
		await control('PATCH', '/service', { maintenance: true });
		await control('PATCH', '/phones/0601020304', {
			operator: 'NRJ',
			receipt: { outcome: 'failed' },
		});
		await control('PATCH', '/callbacks', { receiptUrl: 'http://localhost:1/' });
		expect(simulator.account).toMatchObject({ credit: 1.5, senders: ['Acme'] });
		expect(simulator.service.maintenance).toBe(true);
		expect(simulator.phones.get('0601020304')).toMatchObject({ operator: 'NRJ' });
		expect(simulator.callbacks.receiptUrl).toBe('http://localhost:1/');
	});

	test.each([
		['PATCH', '/account', { credit: 'much' }, 'credit has another type'],
		['PATCH', '/account', { money: 1 }, 'There is no setting money'],
		['PATCH', '/phones/12', { operator: 'SFR' }, 'Not a number: 12'],
		['POST', '/faults', { kind: 'flood' }, 'kind has to be one of'],
		['POST', '/faults', { kind: 'code' }, 'kind has to be one of'],
		['POST', '/replies', { from: '0601020304' }, 'text is missing'],
		['POST', '/clock', { advance: 'a day' }, 'advance has to be a number'],
		['POST', '/clock', { set: 'tomorrow' }, 'Not a time: tomorrow'],
	])('refuses %s %s %j', async (method, path, input, error) => {
		const { status, result } = await control(method, path, input);
		expect(status).toBe(400);
		expect(result).toEqual({ error: expect.stringContaining(error) });
	});

	test('answers 404 for what it does not know, and 400 for a body that is no JSON', async () => {
		expect((await control('GET', '/nothing')).status).toBe(404);
		expect((await control('GET', '/constructor')).status).toBe(404);
		const bad = await call(`${simulator.controlUrl}/faults`, { method: 'POST', body: '{' });
		expect(bad.status).toBe(400);
	});

	test('takes faults, moves the clock, resets', async () => {
		await control('POST', '/faults', { kind: 'code', code: 29 });
		expect((await post(simulator, 'credit=1')).body).toContain('<code>29</code>');
		await control('POST', '/clock', { set: '2030-01-01T00:00:00Z' });
		const { result } = await control('POST', '/clock', { advance: 60_000 });
		expect(result).toEqual({ now: expect.stringMatching(/^2030-01-01T00:01:00/) });
		await control('POST', '/reset');
		expect(simulator.clock.now().getFullYear()).toBe(new Date().getFullYear());
		expect(simulator.requests).toEqual([]);
	});

	test('sends a reply as a phone', async () => {
		await control('PATCH', '/callbacks', { replyUrl: `${simulator.controlUrl}/coverage` });
		const { result } = await control('POST', '/replies', { from: '0601020304', text: 'Ça va' });
		expect(result).toMatchObject({ transmitted: true, call: { kind: 'reply', validated: false } });
		expect((await control('GET', '/calls')).result).toMatchObject([
			{ url: expect.stringContaining('msg_sms=%C7a%20va') },
		]);
	});

	test('is a page in a browser, which loads nothing from elsewhere', async () => {
		const page = await call(simulator.controlUrl);
		expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(page.headers['content-security-policy']).toBe("default-src 'self'");
		const paths = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path ?? '');
		expect(paths).toHaveLength(2);
		for (const path of paths) {
			expect((await call(new URL(path, simulator.controlUrl).href)).status).toBe(200);
		}
		const script = await call(`${simulator.controlUrl}/page.js`);
		expect(() => new Script(script.body)).not.toThrow();
	});
});
