import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { codeAnswer } from '../../helpers/answers';
import type { EngineRun } from '../../helpers/engine';
import {
	anna,
	leo,
	openDirectory,
	to,
	useMessages,
	withoutSummary,
	zoe,
} from '../../helpers/messages';
import { startScriptedGateway } from '../../helpers/scripted-gateway';

const one = 'https://www.example.com/offer?id=1';
const two = 'https://www.example.com/offer?id=2';
const shortLink = expect.stringMatching(/^www\.sms\.ht\/\w{4}$/) as unknown;
const notShortened = `The link ${one} could not be shortened`;

describe('Send with Shorten Links', () => {
	const { gateway, kinds, reached, sendToDirectory, ...messages } = useMessages();

	const send = async (
		items: IDataObject[],
		options: INodeParameters = {},
		more: Partial<EngineRun> = {},
	) => await messages.send(items, { shortenLinks: true, ...options }, more);
	/** The targets of the requests for a short link, in order. */
	const targets = () =>
		gateway()
			.requests.filter(({ kind }) => kind === 'shortLink')
			.map(({ arguments: { shortlink } }) => shortlink);
	const sendCount = () => kinds().filter((kind) => kind !== 'shortLink').length;
	const refuseLinks = () =>
		gateway().faults.add({ kind: 'code', code: 230, message: 'Non', on: 'shortLink' });

	it('sends short links that lead to the targets, and lists them in the output', async () => {
		const { json } = await send([to(anna, `Été: ${one}, ou (${two}).`)]);
		const links = json[0]?.links as IDataObject[];
		expect(links).toEqual([
			{ target: one, shortLink },
			{ target: two, shortLink },
		]);
		expect(links[0]?.shortLink).not.toBe(links[1]?.shortLink);
		const text = `Eté: ${String(links[0]?.shortLink)}, ou (${String(links[1]?.shortLink)}).`;
		expect(json).toMatchObject([{ status: 'sent', text, characters: text.length, parts: 1 }]);
		expect(gateway().phones.get(anna).messages[0]?.text).toBe(text);
		expect(targets()).toEqual([one, two]);
	});

	it('asks for each different link once, before it sends anything', async () => {
		const sameAsOne = 'https://WWW.example.com/offer?id=1';
		const items = [to(anna, one), to(zoe, `${one} ${one} ${two}`), to(leo, sameAsOne)];
		const { json, hints } = await send(items);
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
		expect(json[1]?.links).toHaveLength(2);
		expect(json[2]?.links).toEqual(json[0]?.links);
		expect(kinds().slice(0, 2)).toEqual(['shortLink', 'shortLink']);
		expect([targets(), sendCount(), withoutSummary(hints)]).toEqual([[one, two], 1, []]);
	});

	it.each([
		['the option is off', one, { shortenLinks: false }],
		['the text has no link', 'Hello', {}],
	])('shortens and lists nothing when %s', async (_, text, options) => {
		const { json } = await send([to(anna, text)], options);
		expect(json).toMatchObject([{ status: 'sent', text }]);
		expect(json[0]).not.toHaveProperty('links');
		expect(gateway().requests).toHaveLength(1);
	});

	it('shortens a link that is longer than an SMS and has characters that SMS lacks', async () => {
		const target = `https://www.example.com/${'x'.repeat(900)}?q=~{日本}`;
		const { json } = await send([to(anna, `Look: ${target}`)], { maxParts: 1 });
		expect(json).toMatchObject([{ status: 'sent', parts: 1, characters: 21 }]);
		expect(targets()).toEqual([new URL(target).href]);
	});

	it('skips the repeat of a text with the same link only', async () => {
		const { json } = await send([to(anna, one), to(anna, one), to(anna, two)]);
		expect(json.map(({ status }) => status)).toEqual(['sent', 'skipped', 'sent']);
		expect(json[1]?.text).toBe(json[0]?.text);
		expect(reached()).toEqual([anna, anna]);
	});

	it.each([
		['an item is bad', to('call me', two), {}, '"call me" is not a phone number'],
		['a link is no URL', to(zoe, 'https://a%b.fr'), {}, '"https://a%b.fr" is not a URL'],
		['the run exceeds Maximum SMS', to(zoe, two), { maxSms: 1 }, 'would take 2 SMS'],
	])('asks for nothing when %s', async (_, item, options, message) => {
		const { error } = await send([to(anna, one), item], options);
		expect(error?.message).toContain(message);
		expect(gateway().requests).toEqual([]);
	});

	it('shortens the links of the good items only when the node continues', async () => {
		const items = [to('call me', two), to(anna, one)];
		const { json } = await send(items, {}, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([{ error: { status: 'notSent' } }, { status: 'sent' }]);
		expect(targets()).toEqual([one]);
	});

	it('limits the parts of the short text, not of the long one', async () => {
		const text = `${'x'.repeat(140)} ${'https://www.example.com/offer?id='.repeat(4)}`;
		const { json } = await send([to(anna, text)], { maxSms: 1 });
		expect(json).toMatchObject([{ status: 'sent', parts: 1, characters: 156 }]);
	});

	describe('when iSendPro refuses a link', () => {
		it('sends the texts without it, and says why the others were not sent', async () => {
			refuseLinks();
			const items = [to(anna, one), to(zoe, two), to(leo, 'Hello'), to(leo, `${two} ${one}`)];
			const { json, error, hints } = await send(items);
			expect(error).toBeUndefined();
			const reason = expect.stringContaining(notShortened) as unknown;
			expect(json).toMatchObject([
				{ to: anna, status: 'notSent', code: 230, apiMessage: 'Non', reason },
				{ to: zoe, status: 'sent' },
				{ to: leo, status: 'sent', text: 'Hello' },
				{ to: leo, status: 'notSent' },
			]);
			expect(json[0]?.links).toEqual([{ target: one }]);
			expect(hints).toMatchObject([{ message: expect.stringContaining('2 not sent') }]);
			expect(reached()).toEqual([zoe, leo]);
			expect(targets()).toEqual([one, two]);
		});

		it('stops the workflow if there is nothing else to send', async () => {
			refuseLinks();
			const { error } = await send([to(anna, one)]);
			expect(error?.message).toContain(notShortened);
			expect(error?.description).toContain(`Not sent: …${anna.slice(-4)}`);
			expect(sendCount()).toBe(0);
		});

		it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
			'gives an error item with %s',
			async (onError) => {
				refuseLinks();
				const items = [to(zoe, 'Hello'), to(anna, one)];
				const { outputs } = await send(items, { tracker: 't1' }, { onError });
				const errors = outputs.flat().flatMap(({ json }) => (json.error ? [json.error] : []));
				expect(errors).toMatchObject([{ to: anna, status: 'notSent', code: 230, tracker: 't1' }]);
				expect(reached()).toEqual([zoe]);
			},
		);
	});

	it.each([
		['is lost', { kind: 'resetAfter' } as const],
		['has no link', { kind: 'code', code: 250 } as const],
		['is cut off', { kind: 'cutXml', acts: true } as const],
	])('neither asks again for a link nor sends when the answer %s', async (_, fault) => {
		gateway().faults.add({ ...fault, on: 'shortLink' });
		const items = [to(anna, one)];
		const failed = await send(items, {}, { retryOnFail: true, maxTries: 3 });
		const again = await send(items, {}, { retryOf: failed });
		for (const { error } of [failed, again]) {
			expect(error?.message).toContain(notShortened);
			expect(error?.message).not.toContain('may have been done');
			expect(error?.description).toContain('new execution');
			const results = [{ to: `…${anna.slice(-4)}`, status: 'notSent' }];
			expect(error?.context).toMatchObject({ data: { results } });
		}
		expect([targets(), sendCount()]).toEqual([[one], 0]);
	});

	describe('retried', () => {
		const retryOnFail = { retryOnFail: true, maxTries: 2 };

		it('asks again for links that were certainly not made', async () => {
			gateway().faults.add({ kind: 'status', status: 429, on: 'shortLink', times: 3 });
			const { json } = await send([to(anna, one)], {}, retryOnFail);
			expect(json).toMatchObject([{ status: 'sent', links: [{ target: one, shortLink }] }]);
			expect(reached()).toEqual([anna]);
		});

		it('keeps the links when a later request failed', async () => {
			gateway().faults.add({ kind: 'status', status: 429, on: 'send', times: 3 });
			const { json } = await send([to(anna, one), to(zoe, two)], {}, retryOnFail);
			expect(json.map(({ status }) => status)).toEqual(['sent', 'sent']);
			expect(targets()).toEqual([one, two]);
			expect(reached().sort()).toEqual([anna, zoe]);
		});

		it('keeps the links and does not send again to who was refused when the execution is retried', async () => {
			gateway().account.blacklist.add('+33612345671');
			const failed = await send([to(anna, one)]);
			const again = await send([to(anna, one)], {}, { retryOf: failed });
			for (const { error } of [failed, again]) expect(error?.message).toContain('code 11');
			expect([targets(), sendCount()]).toEqual([[one], 1]);
		});
	});

	describe('when a short link is longer than expected', () => {
		const longLink = `www.sms.ht/${'x'.repeat(180)}`;

		async function sendWithLongLink(options: INodeParameters) {
			const { url, bodies, close } = await startScriptedGateway([
				codeAnswer(250, `<shortlink>${longLink}</shortlink>`),
				codeAnswer(0),
			]);
			const result = await send([to(anna, one), to(zoe, 'Hello')], options, { url });
			close();
			return { ...result, requestCount: bodies.length };
		}

		it('does not send a text that exceeds its parts', async () => {
			const { json, requestCount } = await sendWithLongLink({ maxParts: 1 });
			expect(json).toMatchObject([
				{ to: anna, status: 'notSent', reason: expect.stringContaining('takes 2 SMS') },
				{ to: zoe, status: 'sent' },
			]);
			expect(requestCount).toBe(2);
		});

		it('does not send a run that exceeds Maximum SMS', async () => {
			const { error, requestCount } = await sendWithLongLink({ maxSms: 2 });
			expect(error?.message).toBe('This run would take 3 SMS, more than the 2 of Maximum SMS');
			expect(requestCount).toBe(1);
		});

		it('counts its real length', async () => {
			const { json } = await sendWithLongLink({ batchSize: 1 });
			expect(json[0]).toMatchObject({ to: anna, text: longLink, characters: 191, parts: 2 });
		});
	});

	it('stops asking for links when iSendPro no longer answers', async () => {
		gateway().faults.add({ kind: 'resetBefore', on: 'shortLink', times: 9 });
		const items = [1, 2, 3, 4].map((id) => to(anna, `https://a.fr/${id}`));
		const { error } = await send([...items, to(anna, 'Hello')]);
		expect(error).toBeUndefined();
		expect([targets().length, reached()]).toEqual([2, [anna]]);
	});

	it('asks for the links again in another execution', async () => {
		await send([to(anna, one)]);
		await send([to(anna, one)]);
		expect(targets()).toEqual([one, one]);
	});

	it('asks for one link only when the key is wrong', async () => {
		gateway().account.keyId = 'another';
		const { error } = await send([to(anna, one), to(zoe, two)]);
		expect(error?.message).toContain('The key is wrong');
		expect([targets(), sendCount()]).toEqual([[one], 0]);
	});

	it('asks for no links in a dry run, and says what it counted instead', async () => {
		const { json, hints } = await send([to(anna, one), to(anna, two)], { dryRun: true });
		const checked = { status: 'checked', text: 'www.sms.ht/XXXX', characters: 15 };
		expect(json).toMatchObject([
			{ ...checked, links: [{ target: one }] },
			{ ...checked, links: [{ target: two }] },
		]);
		expect(hints[0]?.message).toContain(
			'No link was shortened: www.sms.ht/XXXX stands for each, and has as many characters as a short link of iSendPro.',
		);
		expect(kinds()).toEqual(['balance']);
	});

	it('shortens the links of a message to a directory', async () => {
		openDirectory(gateway(), '+33612345671', '+33612345672');
		const { json } = await sendToDirectory(`Look: ${one}`, { shortenLinks: true });
		expect(json).toMatchObject([{ status: 'sent', links: [{ target: one, shortLink }] }]);
		expect(reached()).toEqual([anna, zoe]);
		expect(targets()).toEqual([one]);
	});
});
