import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../helpers/engine';
import { runNode } from '../helpers/engine';
import { codeAnswer } from '../helpers/answers';
import { startScriptedGateway } from '../helpers/scripted-gateway';
import { useGateway } from '../helpers/simulator';

const [anna, zoe, leo] = ['0612345671', '0612345672', '0612345673'];
const one = 'https://www.example.com/offer?id=1';
const two = 'https://www.example.com/offer?id=2';

describe('links that are shortened', () => {
	const gateway = useGateway();

	const send = async (
		items: IDataObject[],
		options: INodeParameters = {},
		more: Partial<EngineRun> = {},
	) =>
		await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'send',
			parameters: {
				to: '={{ $json.phone }}',
				message: '={{ $json.text }}',
				options: { shortenLinks: true, ...options },
			},
			items,
			...more,
		});
	/** The targets that short links were asked for, in order. */
	const asked = () =>
		gateway()
			.requests.filter(({ kind }) => kind === 'shortLink')
			.map(({ arguments: { shortlink } }) => shortlink);
	const sends = () => gateway().requests.filter(({ kind }) => kind !== 'shortLink').length;
	const phones = () =>
		gateway()
			.phones.messages()
			.map(({ to }) => to);
	const short = expect.stringMatching(/^www\.sms\.ht\/\w{4}$/) as unknown;

	it('arrive as short links that lead there, and the item says which', async () => {
		const { json } = await send([{ phone: anna, text: `Été: ${one}, ou (${two}).` }]);
		const [item] = json;
		expect(item?.links).toEqual([
			{ target: one, shortLink: short },
			{ target: two, shortLink: short },
		]);
		const [first, second] = (item?.links as IDataObject[]).map(({ shortLink }) => shortLink);
		expect(first).not.toBe(second);
		const text = `Eté: ${String(first)}, ou (${String(second)}).`;
		expect(item).toMatchObject({ status: 'sent', text, characters: text.length, parts: 1 });
		expect(gateway().phones.get(anna).messages[0]?.text).toBe(text);
		expect(asked()).toEqual([one, two]);
	});

	it('are asked for before anything is sent, each different one once', async () => {
		const items = [
			{ phone: anna, text: one },
			{ phone: zoe, text: `${one} ${one} ${two}` },
			{ phone: leo, text: 'https://WWW.example.com/offer?id=1' },
		];
		const { json, hints } = await send(items);
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
		expect(json[1]?.links).toHaveLength(2);
		expect(json[2]?.links).toEqual(json[0]?.links);
		expect(
			gateway()
				.requests.map(({ kind }) => kind)
				.slice(0, 2),
		).toEqual(['shortLink', 'shortLink']);
		expect([asked(), sends(), hints]).toEqual([[one, two], 1, []]);
	});

	it('are left as they are without the option', async () => {
		const { json } = await send([{ phone: anna, text: one }], { shortenLinks: false });
		expect(json).toMatchObject([{ status: 'sent', text: one }]);
		expect(json[0]).not.toHaveProperty('links');
		expect(asked()).toEqual([]);
	});

	it('make no item say anything where a text has none', async () => {
		const { json } = await send([{ phone: anna, text: 'Hello' }]);
		expect(json[0]).not.toHaveProperty('links');
		expect(gateway().requests).toHaveLength(1);
	});

	it('may be longer than a text of one SMS, and have characters that SMS does not know', async () => {
		const target = `https://www.example.com/${'x'.repeat(900)}?q=~{日本}`;
		const { json } = await send([{ phone: anna, text: `Look: ${target}` }], { maxParts: 1 });
		expect(json).toMatchObject([{ status: 'sent', parts: 1, characters: 21 }]);
		expect(asked()).toEqual([new URL(target).href]);
	});

	it('make no difference to what is a repeat', async () => {
		const items = [
			{ phone: anna, text: one },
			{ phone: anna, text: one },
			{ phone: anna, text: two },
		];
		const { json } = await send(items);
		expect(json.map(({ status }) => status)).toEqual(['sent', 'skipped', 'sent']);
		expect(json[1]?.text).toBe(json[0]?.text);
		expect(phones()).toEqual([anna, anna]);
	});

	it('are not made when an item is bad, be it the last one', async () => {
		const bad = [
			{ phone: anna, text: one },
			{ phone: 'call me', text: two },
		];
		expect((await send(bad)).error?.context?.itemIndex).toBe(1);
		const noLink = await send([
			{ phone: anna, text: one },
			{ phone: zoe, text: 'https://a%b.fr' },
		]);
		expect(noLink.error?.message).toBe('"https://a%b.fr" is not a URL');
		expect(gateway().requests).toEqual([]);
	});

	it('are made for the good items only where the node continues', async () => {
		const items = [
			{ phone: 'call me', text: two },
			{ phone: anna, text: one },
		];
		const { json } = await send(items, {}, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([{ error: { status: 'notSent' } }, { status: 'sent' }]);
		expect(asked()).toEqual([one]);
	});

	it('are not made when the run would take more than Maximum SMS', async () => {
		const { error } = await send(
			[
				{ phone: anna, text: one },
				{ phone: zoe, text: two },
			],
			{ maxSms: 1 },
		);
		expect(error?.message).toContain('would take 2 SMS');
		expect(gateway().requests).toEqual([]);
	});

	it('send what is short afterwards, by the parts that it then takes', async () => {
		const text = `${'x'.repeat(140)} ${'https://www.example.com/offer?id='.repeat(4)}`;
		const { json } = await send([{ phone: anna, text }], { maxSms: 1 });
		expect(json).toMatchObject([{ status: 'sent', parts: 1, characters: 156 }]);
	});

	it('that iSendPro refuses keep what holds them from being sent, and the others go', async () => {
		gateway().faults.add({ kind: 'code', code: 230, message: 'Non', on: 'shortLink' });
		const items = [
			{ phone: anna, text: one },
			{ phone: zoe, text: two },
			{ phone: leo, text: 'Hello' },
			{ phone: leo, text: `${two} ${one}` },
		];
		const { json, error, hints } = await send(items);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{
				to: anna,
				status: 'notSent',
				code: 230,
				apiMessage: 'Non',
				reason: expect.stringContaining(`The link ${one} could not be shortened`),
			},
			{ to: zoe, status: 'sent' },
			{ to: leo, status: 'sent', text: 'Hello' },
			{ to: leo, status: 'notSent' },
		]);
		expect(json[0]?.links).toEqual([{ target: one }]);
		expect(hints).toMatchObject([{ message: expect.stringContaining('2 not sent') }]);
		expect(phones()).toEqual([zoe, leo]);
		expect(asked()).toEqual([one, two]);
	});

	it('that cannot be had stop the workflow when nothing else was to be sent', async () => {
		gateway().faults.add({ kind: 'code', code: 230, on: 'shortLink' });
		const { error } = await send([{ phone: anna, text: one }]);
		expect(error?.message).toContain(`The link ${one} could not be shortened`);
		expect(error?.description).toContain(`Not sent: ${anna}`);
		expect(sends()).toBe(0);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'that cannot be had make error items with %s',
		async (onError) => {
			gateway().faults.add({ kind: 'code', code: 230, on: 'shortLink' });
			const items = [
				{ phone: zoe, text: 'Hello' },
				{ phone: anna, text: one },
			];
			const { outputs } = await send(items, { tracker: 't1' }, { onError });
			const errors = outputs.flat().flatMap(({ json }) => (json.error ? [json.error] : []));
			expect(errors).toMatchObject([{ to: anna, status: 'notSent', code: 230, tracker: 't1' }]);
			expect(phones()).toEqual([zoe]);
		},
	);

	it.each([
		['a lost answer', { kind: 'resetAfter' } as const],
		['an answer without a link', { kind: 'code', code: 250 } as const],
		['a cut answer', { kind: 'cutXml', acts: true } as const],
	])(
		'whose making ended in %s are not asked for again, by no kind of retry, and nothing is in doubt',
		async (_, fault) => {
			gateway().faults.add({ ...fault, on: 'shortLink' });
			const items = [{ phone: anna, text: one }];
			const failed = await send(items, {}, { retryOnFail: true, maxTries: 3 });
			const again = await send(items, {}, { retryOf: failed });
			for (const { error } of [failed, again]) {
				expect(error?.message).toContain(`The link ${one} could not be shortened`);
				expect(error?.message).not.toContain('may have been done');
				expect(error?.description).toContain('new execution');
				expect(error?.context).toMatchObject({
					data: { results: [{ to: anna, status: 'notSent' }] },
				});
			}
			expect([asked(), sends()]).toEqual([[one], 0]);
		},
	);

	it('that surely were not made are asked for again by Retry On Fail', async () => {
		gateway().faults.add({ kind: 'status', status: 429, on: 'shortLink', times: 3 });
		const { json } = await send(
			[{ phone: anna, text: one }],
			{},
			{ retryOnFail: true, maxTries: 2 },
		);
		expect(json).toMatchObject([{ status: 'sent', links: [{ target: one, shortLink: short }] }]);
		expect(phones()).toEqual([anna]);
	});

	it('are not made anew when a later request failed and n8n tries again', async () => {
		gateway().faults.add({ kind: 'status', status: 429, on: 'send', times: 3 });
		const items = [
			{ phone: anna, text: one },
			{ phone: zoe, text: two },
		];
		const { json } = await send(items, {}, { retryOnFail: true, maxTries: 2 });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent']);
		expect(asked()).toEqual([one, two]);
		expect(phones().sort()).toEqual([anna, zoe]);
	});

	it('are not made anew when somebody retries the execution, nor is who was refused asked for again', async () => {
		gateway().account.blacklist.add('+33612345671');
		const items = [{ phone: anna, text: one }];
		const failed = await send(items);
		expect(failed.error?.message).toContain('code 11');
		const again = await send(items, {}, { retryOf: failed });
		expect(again.error?.message).toContain('code 11');
		expect([asked(), sends()]).toEqual([[one], 1]);
	});

	describe('and are longer than anybody could know', () => {
		const longLink = `www.sms.ht/${'x'.repeat(180)}`;

		async function sendWithLongLink(options: INodeParameters) {
			const scripted = await startScriptedGateway([
				codeAnswer(250, `<shortlink>${longLink}</shortlink>`),
				codeAnswer(0),
			]);
			const items = [
				{ phone: anna, text: one },
				{ phone: zoe, text: 'Hello' },
			];
			const result = await send(items, options, { url: scripted.url });
			await scripted.close();
			return { ...result, requests: scripted.bodies.length };
		}

		it('keep a text from being sent that then takes more parts than it may', async () => {
			const { json, requests } = await sendWithLongLink({ maxParts: 1 });
			expect(json).toMatchObject([
				{ to: anna, status: 'notSent', reason: expect.stringContaining('takes 2 SMS') },
				{ to: zoe, status: 'sent' },
			]);
			expect(requests).toBe(2);
		});

		it('keep a run from being sent that then takes more than Maximum SMS', async () => {
			const { error, requests } = await sendWithLongLink({ maxSms: 2 });
			expect(error?.message).toBe('This run would take 3 SMS, more than the 2 of Maximum SMS');
			expect(requests).toBe(1);
		});

		it('are counted as they are', async () => {
			const { json } = await sendWithLongLink({ batchSize: 1 });
			expect(json[0]).toMatchObject({ to: anna, text: longLink, characters: 191, parts: 2 });
		});
	});

	it('are not asked for on and on when iSendPro no longer answers', async () => {
		gateway().faults.add({ kind: 'resetBefore', on: 'shortLink', times: 9 });
		const items = [1, 2, 3, 4].map((id) => ({ phone: anna, text: `https://a.fr/${id}` }));
		const { error } = await send([...items, { phone: anna, text: 'Hello' }]);
		expect(error).toBeUndefined();
		expect([asked().length, phones()]).toEqual([2, [anna]]);
	});

	it('are asked for in each execution', async () => {
		await send([{ phone: anna, text: one }]);
		await send([{ phone: anna, text: one }]);
		expect(asked()).toEqual([one, one]);
	});

	it('are not asked for in vain when the key is wrong', async () => {
		gateway().account.keyId = 'another';
		const { error } = await send([
			{ phone: anna, text: one },
			{ phone: zoe, text: two },
		]);
		expect(error?.message).toContain('The key is wrong');
		expect([asked(), sends()]).toEqual([[one], 0]);
	});

	it('are not made in a dry run, which counts with a stand-in and says so', async () => {
		const { json, hints } = await send(
			[
				{ phone: anna, text: one },
				{ phone: anna, text: two },
			],
			{ dryRun: true },
		);
		expect(json).toMatchObject([
			{ status: 'checked', text: 'www.sms.ht/XXXX', characters: 15, links: [{ target: one }] },
			{ status: 'checked', text: 'www.sms.ht/XXXX', characters: 15, links: [{ target: two }] },
		]);
		expect(hints[0]?.message).toContain(
			'No link was shortened: www.sms.ht/XXXX stands for each, and has as many characters as a short link of iSendPro.',
		);
		expect(gateway().requests.map(({ kind }) => kind)).toEqual(['balance']);
	});

	it('go to a directory too', async () => {
		gateway().account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [
				{ number: '+33612345671', fields: {} },
				{ number: '+33612345672', fields: {} },
			],
		});
		const { json } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'sendToDirectory',
			parameters: {
				directoryId: '39565',
				message: `Look: ${one}`,
				options: { shortenLinks: true },
			},
		});
		expect(json).toMatchObject([{ status: 'sent', links: [{ target: one, shortLink: short }] }]);
		expect(phones()).toEqual([anna, zoe]);
		expect(asked()).toEqual([one]);
	});
});
