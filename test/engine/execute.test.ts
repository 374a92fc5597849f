import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

describe('what comes out of sending', () => {
	const gateway = useGateway();
	const anna = '0612345671';
	const zoe = '0612345672';

	async function send(
		items: IDataObject[],
		options: INodeParameters = {},
		run: Partial<EngineRun> = {},
	) {
		return await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'send',
			parameters: { to: '={{ $json.phone }}', message: '={{ $json.text }}', options },
			items,
			...run,
		});
	}

	it('says of each recipient what arrives on the phone', async () => {
		const { json } = await send([{ phone: '+33 6 12 34 56 71', text: 'Fête [10 €]\r\nà 8 h' }]);
		expect(json).toEqual([
			{
				to: anna,
				status: 'sent',
				code: 0,
				reason: '',
				apiMessage: 'Votre message a bien été envoyé',
				text: 'Fete [10 €]\nà 8 h',
				characters: 21,
				parts: 1,
				encoding: 'gsm',
			},
		]);
		expect(gateway().phones.get(anna).messages[0]?.text).toBe('Fete [10 €]\nà 8 h');
	});

	it('counts the STOP mention apart from the text, where iSendPro adds it', async () => {
		const message = { phone: anna, text: 'x'.repeat(150) };
		const counted = { characters: 150, stopMentionCharacters: 12, parts: 2 };
		expect((await send([message], { sender: 'Acme' })).json).toMatchObject([counted]);
		expect((await send([message])).json).toEqual([
			expect.not.objectContaining({ stopMentionCharacters: expect.anything() }),
		]);
	});

	it('says code and reason of every recipient, empty where there is nothing to say', async () => {
		gateway().faults.add({ kind: 'hangAfter' });
		const items = [anna, zoe, anna].map((phone) => ({ phone, text: 'a' }));
		const { json } = await send(
			[...items, { phone: '0032470123456', text: 'a' }],
			{},
			{ limits: { timeoutMs: 200 } },
		);
		expect(json).toMatchObject([
			{ to: anna, status: 'unknown', code: '', reason: expect.stringMatching(/./) },
			{ to: zoe, status: 'unknown', code: '', reason: expect.stringMatching(/./) },
			{ to: anna, status: 'unknown', code: '', reason: expect.stringMatching(/./) },
			{ to: '0032470123456', status: 'sent', code: 0, reason: '' },
		]);
	});

	it('says when a message is scheduled for', async () => {
		const { json } = await send([{ phone: anna, text: 'a' }], {
			sendAt: '2126-07-01T16:30:20',
			timezone: 'Asia/Tokyo',
		});
		expect(json).toMatchObject([
			{ status: 'scheduled', scheduledFor: '2126-07-01T16:31:00+09:00' },
		]);
		expect(gateway().phones.get(anna).messages[0]?.scheduledFor?.toISOString()).toBe(
			'2126-07-01T07:31:00.000Z',
		);
	});

	it('outputs every recipient with its status when one is refused, and says so in a hint', async () => {
		gateway().account.blacklist.add('+33612345672');
		const { json, error, hints } = await send([
			{ phone: anna, text: 'a' },
			{ phone: zoe, text: 'a' },
		]);
		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({ to: anna, status: 'sent' }),
			expect.objectContaining({
				to: zoe,
				status: 'rejected',
				code: 11,
				reason: expect.any(String),
				apiMessage: 'Le numéro de téléphone est dans la liste noire',
			}),
		]);
		expect(hints).toEqual([
			expect.objectContaining({
				message: expect.stringContaining('1 of 2 were not accepted: 1 refused'),
			}),
		]);
	});

	it('stops the workflow after sending all the same where the user wants that', async () => {
		gateway().account.blacklist.add('+33612345672');
		const { error } = await send(
			[
				{ phone: anna, text: 'a' },
				{ phone: zoe, text: 'a' },
			],
			{ onPartialFailure: 'stop' },
		);
		expect(error?.message).toContain('code 11');
		expect(error?.context).toMatchObject({
			itemIndex: 1,
			data: {
				results: [
					{ to: anna, status: 'sent' },
					{ to: zoe, status: 'rejected' },
				],
			},
		});
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it('stops the workflow when nobody was accepted, with what to do and the words of iSendPro', async () => {
		gateway().account.credit = 0;
		const { error } = await send([{ phone: anna, text: 'a' }]);
		expect(error?.message).toContain('(iSendPro code 12)');
		expect(error?.description).toContain('Votre crédit de MT est épuisé');
		expect(error?.context?.itemIndex).toBe(0);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'sends the rest and marks the bad items with %s',
		async (onError) => {
			gateway().account.blacklist.add('+33612345672');
			const items = [
				{ phone: 'call me', text: 'a', id: 0 },
				{ phone: anna, text: 'a', id: 1 },
				{ phone: zoe, text: 'a', id: 2 },
			];
			const { outputs } = await send(items, { tracker: '=t{{ $json.id }}' }, { onError });
			const all = outputs.flat();
			const failed = all.filter(({ json }) => json.error);
			expect(all).toHaveLength(3);
			expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
			expect(failed.map(({ json }) => json.error)).toEqual([
				{
					message: expect.stringContaining('call me'),
					description: expect.any(String),
					to: 'call me',
					status: 'notSent',
				},
				{
					message: expect.stringContaining('code 11'),
					description: expect.any(String),
					to: zoe,
					status: 'rejected',
					code: 11,
					reason: expect.any(String),
					apiMessage: 'Le numéro de téléphone est dans la liste noire',
					tracker: 't2',
				},
			]);
			if (onError === 'continueErrorOutput') {
				expect(outputs[1]).toHaveLength(2);
				expect(outputs[1]?.[1]?.json).toMatchObject({ phone: zoe, id: 2 });
			} else {
				expect(Object.keys(failed[0]?.json ?? {})).toEqual(['error']);
			}
		},
	);

	it('sends the same text to the same number once, and names the item that it repeats', async () => {
		const items = [
			{ phone: anna, text: 'a' },
			{ phone: '+33612345671', text: 'a' },
			{ phone: anna, text: 'b' },
		];
		const { json } = await send(items);
		expect(json).toMatchObject([
			{ to: anna, status: 'sent', text: 'a' },
			{ to: anna, status: 'skipped', code: '', reason: expect.stringContaining('item 0') },
			{ to: anna, status: 'sent', text: 'b' },
		]);
		expect(
			gateway()
				.phones.messages()
				.map(({ text }) => text),
		).toEqual(['a', 'b']);
	});

	it('takes two texts that look the same on the phone for a repeat', async () => {
		const items = [
			{ phone: anna, text: 'Fête' },
			{ phone: anna, text: 'Fete' },
		];
		const { json } = await send(items);
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'skipped' }]);
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it.each([
		['another sender', { sender: '={{ $json.set }}' }, ['Acme', 'Zenith']],
		['another time', { sendAt: '={{ $json.set }}' }, ['2126-11-25T16:30', '2126-11-25T17:30']],
		['as many parts as needed', { maxParts: '={{ $json.set }}' }, [1, 'automatic']],
		['the number of SMS Azur', { useAzurNumber: '={{ $json.set }}' }, [true, false]],
	])('takes the same text with %s for no repeat', async (_, options, [first, second]) => {
		const items = [
			{ phone: anna, text: 'a', set: first },
			{ phone: anna, text: 'a', set: second },
			{ phone: anna, text: 'a', set: first },
		];
		const { json } = await send(items, options);
		expect(json.map(({ status }) => status)).toEqual([
			expect.stringMatching(/sent|scheduled/),
			expect.stringMatching(/sent|scheduled/),
			'skipped',
		]);
	});

	it('gives a repeat the failure of what it repeats', async () => {
		gateway().account.blacklist.add('+33612345671');
		const items = [anna, zoe, anna].map((phone) => ({ phone, text: 'a' }));
		const { json, hints } = await send(items);
		expect(json).toMatchObject([
			{ to: anna, status: 'rejected', code: 11 },
			{ to: zoe, status: 'sent' },
			{ to: anna, status: 'rejected', code: 11 },
		]);
		expect(hints[0]?.message).toContain('2 of 3 were not accepted: 2 refused');
	});

	it('fails where all repeat one that was refused', async () => {
		gateway().account.blacklist.add('+33612345671');
		const { error } = await send([anna, anna].map((phone) => ({ phone, text: 'a' })));
		expect(error?.message).toBe('The recipient is on the blacklist (iSendPro code 11)');
	});

	it.each([999, 4321])(
		'never sends again what code %i left open, though another text is asked for',
		async (code) => {
			gateway().faults.add({ kind: 'code', code, acts: true });
			const run = { parameters: { to: anna, message: '={{ $now.toMillis() }}' } };
			const first = await send([{}], {}, { ...run, retryOnFail: true, maxTries: 3 });
			const again = await send([{}], {}, { ...run, retryOf: first });
			for (const { error } of [first, again]) {
				expect(error?.message).toMatch(/so it may have been done/);
			}
			expect(gateway().phones.messages()).toHaveLength(1);
		},
	);

	it('sends repeats where the user wants them', async () => {
		const items = [
			{ phone: anna, text: 'a' },
			{ phone: anna, text: 'a' },
		];
		const { json } = await send(items, { allowDuplicates: true });
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
		expect(gateway().phones.messages()).toHaveLength(2);
	});

	it('leaves out the repeat of an item that may itself be a repeat', async () => {
		const items = [
			{ phone: anna, text: 'a', again: true },
			{ phone: anna, text: 'a', again: false },
		];
		const { json } = await send(items, { allowDuplicates: '={{ $json.again }}' });
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'skipped' }]);
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it('sends the same text to the same directory once', async () => {
		gateway().account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [{ number: '+33612345671', fields: {} }],
		});
		const { json } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'sendToDirectory',
			parameters: { directoryId: '39565', message: 'a' },
			items: [{}, {}],
		});
		expect(json).toEqual([
			{
				directoryId: '39565',
				status: 'sent',
				code: 0,
				apiMessage: 'Votre message a bien été envoyé',
				text: 'a',
				characters: 1,
				parts: 1,
				encoding: 'gsm',
			},
			expect.objectContaining({ directoryId: '39565', status: 'skipped' }),
		]);
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it('gives one item for each recipient of an item, linked to it', async () => {
		const { outputs } = await send([
			{ phone: [anna, zoe], text: 'a' },
			{ phone: `${anna}\n${zoe}`, text: 'b' },
		]);
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.to, pairedItem])).toEqual([
			[anna, { item: 0 }],
			[zoe, { item: 0 }],
			[anna, { item: 1 }],
			[zoe, { item: 1 }],
		]);
	});

	it('does not ask for later batches what the account cannot get', async () => {
		gateway().account.credit = 0;
		const items = [anna, zoe, '0612345673'].map((phone) => ({ phone, text: 'a' }));
		const { outputs } = await send(items, { batchSize: 1 }, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => (json.error as IDataObject).status)).toEqual([
			'rejected',
			'notSent',
			'notSent',
		]);
		expect(gateway().requests).toHaveLength(1);
	});

	it('goes on with other senders when one is refused', async () => {
		gateway().account.senders = ['Boutique'];
		const items = [
			{ phone: anna, text: 'a', from: 'Inconnu' },
			{ phone: '0032470123456', text: 'a', from: 'Inconnu' },
			{ phone: zoe, text: 'a', from: 'Boutique' },
		];
		const { json } = await send(items, { sender: '={{ $json.from }}' });
		expect(json.map(({ status }) => status)).toEqual(['rejected', 'notSent', 'sent']);
		expect(gateway().requests).toHaveLength(2);
	});

	it('gives up after two lost answers in a row', async () => {
		gateway().faults.add({ kind: 'resetAfter', times: 5 });
		const items = [anna, zoe, '0612345673', '0612345674'].map((phone) => ({ phone, text: 'a' }));
		const { error } = await send(items, { batchSize: 1 });
		const { results } = error?.context?.data as { results: IDataObject[] };
		expect(results.map(({ status }) => status)).toEqual([
			'unknown',
			'unknown',
			'notSent',
			'notSent',
		]);
		expect(gateway().requests).toHaveLength(2);
		expect(results[1]?.reason).toMatch(/so it may have been done$/);
		expect(results[2]?.reason).toMatch(/^Not sent, because .*complete$/);
	});

	it('keeps nothing in the execution once all went well', async () => {
		const first = await send([{ phone: anna, text: 'a' }]);
		expect(first.stored).not.toContain('run 0 of');
		expect(first.stored).toContain('contextData');
	});

	it('keeps the key out of everything that n8n stores, also when a page quotes it', async () => {
		gateway().faults.add({ kind: 'html', status: 200, acts: true });
		const quoted = await send([{ phone: anna, text: 'a' }]);
		gateway().pause();
		const refused = await send([{ phone: anna, text: 'a' }]);
		await gateway().resume();
		for (const { stored } of [quoted, refused])
			expect(stored).not.toContain('a296464ce012b8ab710a');
	});
});

describe('a run that takes long', () => {
	const gateway = useGateway();

	const later = {
		message: 'Not sent, because its time passed before its turn came',
		description: 'Run it again. If Send At is a fixed time, choose a later one first.',
		status: 'notSent',
	};

	it.each([
		['the quiet hours have begun', { quietHours: 'fail' }, 'sent'],
		['its time has passed', { sendAt: '2026-11-23T20:00:00+01:00' }, 'scheduled'],
	])('sends nothing once %s, and says what to do', async (_, option, status) => {
		// 19:59:59.5 in Paris, a Monday; the clock goes on when the first request has arrived.
		const realTimers = ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] as const;
		jest.useFakeTimers({
			now: new Date('2026-11-23T18:59:59.500Z'),
			doNotFake: [...realTimers, 'queueMicrotask', 'performance'],
		});
		const clock = setInterval(() => {
			if (gateway().requests.length > 0) jest.setSystemTime(new Date('2026-11-23T19:00:00.100Z'));
		}, 1);
		try {
			const { json } = await runNode({
				url: gateway().url,
				resource: 'sms',
				operation: 'send',
				onError: 'continueRegularOutput',
				parameters: {
					to: '0612345671, 0612345672',
					message: 'a',
					options: { ...option, batchSize: 1, batchInterval: 50 },
				},
			});
			expect(json).toMatchObject([{ status }, { error: later }]);
			expect(gateway().requests).toHaveLength(1);
		} finally {
			clearInterval(clock);
			jest.useRealTimers();
		}
	});
});
