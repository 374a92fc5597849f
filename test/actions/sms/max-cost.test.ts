import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ISendPro } from '../../../nodes/ISendPro/ISendPro.node';
import { codeAnswer, flatAnswer } from '../../helpers/answers';
import { runNode } from '../../helpers/engine';
import { anna, leo, openDirectory, to, twoParts, useMessages, zoe } from '../../helpers/messages';
import { startScriptedGateway } from '../../helpers/scripted-gateway';

const abroad = '0032470123456';

describe.each([
	['Maximum Cost', { maxCost: 0.11 }, 'more than the €0.11 of Maximum Cost'],
	['Minimum Credit', { minimumCredit: 1.89 }, 'less than the €1.89 of Minimum Credit'],
])('%s', (_, limit: INodeParameters, words) => {
	// 2.00 euros, and 50 SMS for them: 0.04 each.
	const { gateway, send, sendToDirectory, kinds, forms, reached } = useMessages({
		...{ credit: 2, prices: { '33': 0.04, '32': 0.07 } },
	});
	const threeSms = [to(anna, twoParts), to(zoe, 'a')];
	const twoSms = [to(anna, 'a'), to(zoe, 'a')];

	it('sends a run within it, once it has asked for the balance', async () => {
		const { json, hints } = await send(twoSms, limit);
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent']);
		expect(kinds()).toEqual(['balance', 'send']);
		expect(forms()[0]).toBe('credit=2');
		expect(hints).toMatchObject([
			{ type: 'info', message: '2 SMS accepted, about €0.08 at the price per SMS of the balance.' },
		]);
	});

	it('sends nothing when the run would go beyond it, and gives the figures', async () => {
		const { error } = await send(threeSms, limit);
		expect(error?.message).toContain('This run would cost about €0.12 (3 SMS at €0.04)');
		expect(error?.message).toContain(words);
		expect(error?.description).toContain('Nothing was sent');
		const results = ['…5671', '…5672'].map((phone) => ({ to: phone, status: 'notSent' }));
		expect(error?.context).toMatchObject({ data: { results } });
		expect(kinds()).toEqual(['balance']);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'says so in every item with %s',
		async (onError) => {
			const items = [to('call me', 'a'), ...threeSms];
			const { outputs, hints } = await send(items, limit, { onError });
			const errors = outputs.flat().map(({ json }) => json.error as IDataObject);
			expect(errors.map(({ status }) => status)).toEqual(Array(3).fill('notSent'));
			for (const { message } of errors.slice(1)) expect(message).toContain(words);
			expect(hints).toMatchObject([
				{ message: '3 of 3 were not accepted: 3 not sent. See "error" of each of them.' },
			]);
			expect(kinds()).toEqual(['balance']);
		},
	);

	it('is refused in a dry run too, which asks for the balance once', async () => {
		const { error } = await send(threeSms, { dryRun: true, ...limit });
		expect(error?.message).toContain(words);
		const { hints } = await send(twoSms, { dryRun: true, ...limit });
		expect(hints[0]?.message).toContain('would take 2 SMS, about €0.08');
		expect(kinds()).toEqual(['balance', 'balance']);
	});

	it.each<[why: string, prepare: () => void, words: string]>([
		[
			'is used up',
			() => void (gateway().account.credit = 0),
			'since the balance has no price per SMS (its credit is €0.00)',
		],
		[
			'is of an account that pays afterwards',
			() => void (gateway().account.credit = -12.5),
			'since the balance has no price per SMS (its credit is €-12.50)',
		],
		[
			'is refused',
			() => gateway().faults.add({ kind: 'code', code: 3, on: 'balance' }),
			'The key is wrong',
		],
		[
			'does not come',
			() => gateway().faults.add({ kind: 'status', status: 502, on: 'balance', times: 9 }),
			'502',
		],
		['breaks off', () => gateway().faults.add({ kind: 'resetAfter', times: 9 }), 'broke'],
	])('sends nothing when the balance %s', async (_why, prepare, why) => {
		prepare();
		const { error } = await send([to(anna, 'a')], limit);
		expect(error?.message).toMatch(/^What this run would cost is not known/);
		expect(error?.message).toContain(why);
		expect(error?.message).not.toContain('may have been done');
		expect(error?.description).toContain('Nothing was sent');
		expect(kinds().filter((kind) => kind !== 'balance')).toEqual([]);
		expect(reached()).toEqual([]);
	});

	it('asks for nothing when Maximum SMS refuses the run, or no item is left', async () => {
		await send(threeSms, { maxSms: 1, ...limit });
		await send([to('call me', 'a')], limit, { onError: 'continueRegularOutput' });
		expect(gateway().requests).toEqual([]);
	});

	it('is checked before a link is shortened', async () => {
		const options = { shortenLinks: true, ...limit };
		const { error } = await send([...threeSms, to(leo, 'https://example.com/a')], options);
		expect(error?.message).toContain(words);
		expect(kinds()).toEqual(['balance']);
	});

	it('does not count what an earlier try has sent', async () => {
		const busy = (request: number) => ({ kind: 'status' as const, status: 429, request });
		gateway().faults.add(...[3, 4, 5].map(busy));
		const options = { batchSize: 1, onPartialFailure: 'stop', maxCost: 0.1 };
		const items = [to(anna, 'a'), to(zoe, 'b')];
		const failed = await send(items, options);
		expect(failed.error?.message).toContain('429');
		const { json, hints } = await send(items, { ...options, maxCost: 0.05 }, { retryOf: failed });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent']);
		expect(reached()).toEqual([anna, zoe]);
		expect(hints.at(-1)?.message).toMatch(
			/^1 SMS accepted, about €0\.04 .*\. 1 had been accepted in an earlier try/,
		);
	});

	it('counts a directory as one contact, and says so', async () => {
		openDirectory(gateway(), anna, zoe, leo);
		const items = [{ text: 'a' }, { text: twoParts }];
		const { error } = await sendToDirectory('={{ $json.text }}', limit, { items });
		expect(error?.message).toContain('about €0.12 or more (3 SMS at €0.04, if each directory had');
		const { json } = await sendToDirectory('Hello', limit);
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(kinds()).toEqual(['balance', 'balance', 'sendToDirectory']);
	});

	it('says that SMS outside metropolitan France may cost more', async () => {
		const { error } = await send([...threeSms, to(abroad, 'a')], limit);
		expect(error?.message).toContain('about €0.16 or more (4 SMS at €0.04)');
		expect(error?.description).toContain(
			'1 SMS goes outside metropolitan France and may cost more than that price.',
		);
		const { hints } = await send([to(anna, 'a'), to(abroad, 'a')], limit);
		expect(hints[0]?.message).toContain('2 SMS accepted, about €0.08');
		expect(hints[0]?.message).toContain('1 SMS goes outside metropolitan France');
	});
});

describe('The options Maximum Cost and Minimum Credit', () => {
	const { gateway, send, kinds } = useMessages({ credit: 2, prices: { '33': 0.044 } });

	it.each<[option: INodeParameters, error: string | undefined]>([
		[{ maxCost: 0.13 }, 'about €0.1333 (3 SMS at €0.0444), more than the €0.13 of Maximum Cost'],
		[{ maxCost: '={{ "0,14" }}' }, undefined],
		[{ maxCost: '={{ "0,13" }}' }, 'more than the €0.13 of Maximum Cost'],
		[{ maxCost: '={{ "1,234" }}' }, 'can be read in two ways'],
		[{ maxCost: 0 }, '"Maximum Cost" must be more than zero'],
		[{ maxCost: -1 }, '"Maximum Cost" must be more than zero'],
		[{ maxCost: '={{ "0.125" }}' }, '"Maximum Cost" has more than 2 decimals'],
		[{ maxCost: '={{ "10 EUR" }}' }, '"Maximum Cost" cannot be read from "10 EUR"'],
		[{ maxCost: '={{ undefined }}' }, '"Maximum Cost" is set, but its expression has no value'],
		[{ minimumCredit: 0 }, undefined],
		[{ minimumCredit: '={{ "0,00" }}' }, undefined],
		[{ minimumCredit: '={{ "1,87" }}' }, 'and leave €1.8667 of €2.00, less than the €1.87'],
		[{ minimumCredit: -1 }, '"Minimum Credit" must be more than zero, but is -1'],
		[{ minimumCredit: '={{ "lots" }}' }, '"Minimum Credit" cannot be read from "lots"'],
	])('%j', async (option, words) => {
		const { error } = await send([to(anna, twoParts), to(zoe, 'a')], option);
		if (words === undefined) expect(error).toBeUndefined();
		else expect(error?.message).toContain(words);
	});

	it('hold by the strictest of all items, also of one that is refused', async () => {
		const items = [
			{ ...to(anna, 'a'), most: 9, least: 0 },
			{ ...to('call me', 'a'), most: 0.05, least: 1.99 },
			{ ...to(zoe, 'a'), most: 'none', least: 0 },
		];
		const run = async (options: INodeParameters) => {
			const { json } = await send(items, options, { onError: 'continueRegularOutput' });
			return (json[0]?.error as IDataObject | undefined)?.message;
		};
		expect(await run({ maxCost: '={{ $json.most }}', minimumCredit: 0 })).toBeUndefined();
		const before = kinds().length;
		items[2] = { ...to(zoe, 'a'), most: 9, least: 0 };
		expect(await run({ maxCost: '={{ $json.most }}' })).toContain('the €0.05 of Maximum Cost');
		expect(await run({ minimumCredit: '={{ $json.least }}' })).toContain('the €1.99 of Minimum');
		expect(kinds().slice(before)).toEqual(['balance', 'balance']);
	});

	it('reach n8n as plain data', () => {
		expect(() => structuredClone(new ISendPro().description.properties)).not.toThrow();
	});

	it('say so when not even the credit would do', async () => {
		gateway().account.credit = 0.1;
		const { error } = await send([to(anna, twoParts), to(zoe, 'a')], { minimumCredit: 0 });
		expect(error?.message).toContain('more than the credit of €0.10, and leave less than');
	});
});

describe('A run whose short links are longer than expected', () => {
	it('is held against Maximum Cost again, and the balance is not asked for again', async () => {
		const { url, bodies, close } = await startScriptedGateway([
			flatAnswer({ credit: 2, quantite: 50 }),
			codeAnswer(250, `<shortlink>www.sms.ht/${'x'.repeat(180)}</shortlink>`),
			codeAnswer(0),
		]);
		const parameters = { to: anna, message: 'https://www.example.com/offer' };
		const options = { shortenLinks: true, maxCost: 0.05 };
		const { error } = await runNode({
			...{ url, resource: 'sms', operation: 'send', parameters: { ...parameters, options } },
		});
		close();
		expect(error?.message).toContain('about €0.08 (2 SMS at €0.04), more than the €0.05');
		expect(bodies).toHaveLength(2);
	});
});

describe('The hint at the end of a run', () => {
	const { gateway, send, kinds } = useMessages({ credit: 2, prices: { '33': 0.04 } });

	it('counts SMS, not recipients, and asks for nothing by itself', async () => {
		const { hints } = await send([to(`${anna}, ${zoe}`, twoParts), to(leo, 'a'), to(leo, 'a')]);
		expect(hints).toMatchObject([{ type: 'info', message: '5 SMS accepted.' }]);
		expect(kinds()).toEqual(['send']);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'counts refused items and refused recipients with %s',
		async (onError) => {
			gateway().account.blacklist.add('+33612345672');
			const items = [to('call me', 'a'), to(anna, twoParts), to(zoe, 'a'), to(leo, '')];
			const { hints } = await send(items, { maxCost: 5 }, { onError });
			expect(hints).toMatchObject([
				{
					type: 'warning',
					message:
						'2 SMS accepted, about €0.08 at the price per SMS of the balance. 3 of 4 were not accepted: 1 refused, 2 not sent. See "error" of each of them.',
				},
			]);
		},
	);
});
