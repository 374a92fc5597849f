import { call, control, post, simulator, useSimulator } from '../client';

useSimulator();

describe('The control API', () => {
	it('shows what phones received', async () => {
		await post('num=0601020304&sms=%E9t%E9%20%CA&emetteur=Acme&tracker=t1');
		expect((await control('GET', '/phones/0601020304')).result).toMatchObject({
			number: '+33601020304',
			written: '0601020304',
			messages: [
				{ text: 'été €', sender: 'Acme', tracker: 't1', parts: 1, stopMention: 'STOP 36180' },
			],
		});
		expect((await control('GET', '/phones')).result).toHaveLength(1);
	});

	it('changes the account, the service, phones and callbacks', async () => {
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

	it.each([
		['PATCH', '/account', { credit: 'much' }, 'credit has the wrong type'],
		['PATCH', '/account', { money: 1 }, 'There is no setting money'],
		['PATCH', '/phones/12', { operator: 'SFR' }, 'Not a number: 12'],
		['POST', '/faults', { kind: 'flood' }, 'kind must be one of'],
		['POST', '/replies', { from: '0601020304' }, 'text is missing'],
		['POST', '/replies', { from: 'Paul', text: 'STOP' }, 'Not a number: Paul'],
		['POST', '/receipts', { message: '1', outcome: 'delivered' }, 'There is no message 1'],
		['POST', '/receipts', { message: '1', outcome: 'lost' }, 'outcome must be'],
		['POST', '/clock', { set: 'tomorrow' }, 'Not a time: tomorrow'],
	])('refuses %s %s %j', async (method, path, input, error) => {
		const { status, result } = await control(method, path, input);
		expect(status).toBe(400);
		expect(result).toEqual({ error: expect.stringContaining(error) });
	});

	it('adds faults, advances the clock, and resets', async () => {
		await control('POST', '/faults', { kind: 'code', code: 29 });
		expect((await post('credit=1')).body).toContain('<code>29</code>');
		await control('POST', '/clock', { set: '2030-01-01T00:00:00Z' });
		const { result } = await control('POST', '/clock', { advance: 60_000 });
		expect(result).toEqual({ now: expect.stringMatching(/^2030-01-01T00:01:00/) });
		await control('POST', '/reset');
		expect(simulator.clock.now().getFullYear()).toBe(new Date().getFullYear());
		expect(simulator.requests).toEqual([]);
	});

	it('sends a reply as a phone', async () => {
		await control('PATCH', '/callbacks', { replyUrl: `${simulator.controlUrl}/coverage` });
		const { result } = await control('POST', '/replies', { from: '0601020304', text: 'Ça va' });
		expect(result).toMatchObject({ transmitted: true, call: { kind: 'reply', validated: false } });
		expect((await control('GET', '/calls')).result).toMatchObject([
			{ url: expect.stringContaining('msg_sms=%C7a%20va') },
		]);
	});

	it.each(['06 01 02 03 04', '06.01.02.03.04', '+33 (0)6-01-02-03-04'])(
		'reads the number %s',
		async (written) => {
			await control('PATCH', '/callbacks', { replyUrl: `${simulator.controlUrl}/coverage` });
			await control('PATCH', `/phones/${encodeURIComponent(written)}`, { operator: 'NRJ' });
			await control('POST', '/replies', { from: written, text: 'STOP' });
			expect((await control('GET', '/phones')).result).toMatchObject([
				{ number: '+33601020304', operator: 'NRJ', replies: [{ text: 'STOP' }] },
			]);
		},
	);

	it.each([
		['12,50', 12.5],
		['1 250,5 €', 1250.5],
	])('reads the amount %s', async (written, credit) => {
		await control('PATCH', '/account', { credit: written });
		expect(simulator.account.credit).toBe(credit);
	});

	it('sends a receipt for a message', async () => {
		await control('PATCH', '/phones/0601020304', {
			operator: 'ORAN',
			receipt: { outcome: 'none' },
		});
		await control('PATCH', '/callbacks', { receiptUrl: `${simulator.controlUrl}/coverage` });
		await post('num=0601020304&sms=a&tracker=t1');
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

	it("lists the reasons of a phone's operator", async () => {
		const reasons = async (number: string) => {
			const { result } = await control('GET', `/phones/${number}`);
			return (result as { receiptReasons: unknown }).receiptReasons;
		};
		await control('PATCH', '/phones/0601020304', { operator: 'SFR' });
		await control('PATCH', '/phones/0605060708', { operator: 'FREE' });
		expect(await reasons('0601020304')).toContainEqual(['107', 'the phone is off or out of reach']);
		expect(await reasons('0605060708')).toContainEqual(['003', 'it was not delivered in time']);
	});

	it('shows whether a phone is on the blacklist', async () => {
		simulator.account.blacklist.add('+33601020304');
		expect((await control('GET', '/phones/0601020304')).result).toMatchObject({
			blacklisted: true,
		});
		expect((await control('GET', '/phones/0605060708')).result).toMatchObject({
			blacklisted: false,
		});
	});

	it('keeps the URLs of the workflows when a reset asks for it', async () => {
		const pages = { receiptUrl: 'http://localhost:1/', replyUrl: 'http://localhost:2/' };
		await control('PATCH', '/callbacks', { ...pages, receiptDelay: 5 });
		await control('POST', '/reset', { keepPages: true });
		expect(simulator.callbacks).toMatchObject({ ...pages, receiptDelay: 100 });
		await control('POST', '/reset');
		expect(simulator.callbacks).toMatchObject({ receiptUrl: '', replyUrl: '' });
	});

	it('has a chat room that a reset empties', async () => {
		await control('POST', '/chat', { text: 'Not delivered: 06…' });
		expect((await control('GET', '/chat')).result).toMatchObject([{ text: 'Not delivered: 06…' }]);
		await control('POST', '/reset');
		expect((await control('GET', '/chat')).result).toEqual([]);
	});

	it('adds every fault that the control page offers', async () => {
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
});
