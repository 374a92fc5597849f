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
		['POST', '/replies', { from: 'Paul', text: 'STOP' }, 'Not a number: Paul'],
		['POST', '/receipts', { message: '1', outcome: 'delivered' }, 'There is no message 1'],
		['POST', '/receipts', { message: '1', outcome: 'lost' }, 'outcome has to be'],
		['POST', '/chat', {}, 'text is missing'],
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

	test.each(['06 01 02 03 04', '06.01.02.03.04', '+33 6 01 02 03 04', '+33 (0)6-01-02-03-04'])(
		'takes the number %s as people write it',
		async (written) => {
			await control('PATCH', '/callbacks', { replyUrl: `${simulator.controlUrl}/coverage` });
			await control('PATCH', `/phones/${encodeURIComponent(written)}`, { operator: 'NRJ' });
			await control('POST', '/replies', { from: written, text: 'STOP' });
			expect((await control('GET', '/phones')).result).toMatchObject([
				{ number: '+33601020304', operator: 'NRJ', replies: [{ text: 'STOP' }] },
			]);
		},
	);

	test('takes foreign numbers too', async () => {
		const { result } = await control('GET', '/phones/%2B32%20470%2012%2034%2056');
		expect(result).toMatchObject({ number: '+32470123456' });
	});

	test.each([
		['12,50', 12.5],
		['1 250,5 €', 1250.5],
		['0', 0],
		['99.9', 99.9],
	])('takes the amount %s as people write it', async (written, credit) => {
		await control('PATCH', '/account', { credit: written });
		expect(simulator.account.credit).toBe(credit);
	});

	test('sends the receipt that was chosen for a message', async () => {
		await control('PATCH', '/phones/0601020304', {
			operator: 'ORAN',
			receipt: { outcome: 'none' },
		});
		await control('PATCH', '/callbacks', { receiptUrl: `${simulator.controlUrl}/coverage` });
		await post(simulator, 'num=0601020304&sms=a&tracker=t1');
		const [message] = simulator.phones.messages();

		const { result } = await control('POST', '/receipts', {
			message: message?.id,
			outcome: 'failed',
			errorCode: '107',
		});

		expect(result).toMatchObject({
			transmitted: true,
			call: { kind: 'receipt', message: message?.id, outcome: 'failed' },
		});
		expect(simulator.callbacks.calls).toMatchObject([
			{ url: expect.stringMatching(/statut=2&code_erreur=107&.*tracker=t1$/) },
		]);
		expect(simulator.phones.get('0601020304').receipt).toEqual({ outcome: 'none' });
	});

	test('names the reasons that the operator of a phone can give', async () => {
		const reasons = async (number: string) => {
			const { result } = await control('GET', `/phones/${number}`);
			return (result as { receiptReasons: unknown }).receiptReasons;
		};
		await control('PATCH', '/phones/0601020304', { operator: 'SFR' });
		await control('PATCH', '/phones/0605060708', { operator: 'FREE' });
		expect(await reasons('0601020304')).toContainEqual(['107', 'the phone is off or out of reach']);
		expect(await reasons('0605060708')).toContainEqual(['003', 'it was not delivered in time']);
	});

	test('says whether a phone is on the blacklist', async () => {
		simulator.account.blacklist.add('+33601020304');
		expect((await control('GET', '/phones/0601020304')).result).toMatchObject({
			blacklisted: true,
		});
		expect((await control('GET', '/phones/0605060708')).result).toMatchObject({
			blacklisted: false,
		});
	});

	test('keeps the addresses of your pages at a reset that asks for it', async () => {
		const pages = { receiptUrl: 'http://localhost:1/', replyUrl: 'http://localhost:2/' };
		await control('PATCH', '/callbacks', { ...pages, receiptDelay: 5 });
		await control('POST', '/reset', { keepPages: true });
		expect(simulator.callbacks).toMatchObject({ ...pages, receiptDelay: 100 });
		await control('POST', '/reset');
		expect(simulator.callbacks).toMatchObject({ receiptUrl: '', replyUrl: '' });
	});

	test('has a chat room for workflows that tell another channel', async () => {
		await control('POST', '/chat', { text: 'Not delivered: 06…' });
		expect((await control('GET', '/chat')).result).toMatchObject([{ text: 'Not delivered: 06…' }]);
		await control('POST', '/reset');
		expect((await control('GET', '/chat')).result).toEqual([]);
	});

	test('takes every fault that the page offers', async () => {
		const { body } = await call(simulator.controlUrl);
		const offered = [...body.matchAll(/<option value='(\{.*?\})'>/g)].map(
			([, fault]) => fault ?? '',
		);
		expect(offered.length).toBeGreaterThan(5);
		for (const fault of offered.filter((each) => !each.includes('"refuse"'))) {
			const code = fault.includes('"code"') ? { code: 29 } : {};
			const { status } = await control('POST', '/faults', { ...JSON.parse(fault), ...code });
			expect([fault, status]).toEqual([fault, 200]);
		}
	});

	test('is a page in a browser, which loads nothing from elsewhere', async () => {
		const page = await call(simulator.controlUrl);
		expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(page.headers['content-security-policy']).toBe("default-src 'self'");
		const paths = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path ?? '');
		expect(paths).toHaveLength(4);
		for (const path of paths) {
			const { status, body } = await call(new URL(path, simulator.controlUrl).href);
			expect(status).toBe(200);
			if (path.endsWith('.js')) expect(() => new Script(body)).not.toThrow();
			expect(body).not.toMatch(/https?:\/\//);
		}
	});
});
