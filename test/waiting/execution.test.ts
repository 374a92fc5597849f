import { ExecuteContext } from 'n8n-core';
import type { INodeParameters } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { EngineRun } from '../helpers/engine';
import { KEY } from '../helpers/engine';
import { useMessages } from '../helpers/messages';

const anna = '0601020304';
const paul = '0601020305';

describe('Send and Wait for Response', () => {
	const { gateway, run: runSms, kinds } = useMessages({ senders: ['MyShop'] });
	const sendCount = () => kinds().filter((kind) => kind === 'send').length;

	const ask = async (parameters: INodeParameters = {}, more: Partial<EngineRun> = {}) =>
		await runSms('sendAndWait', { to: anna, message: 'Livrer demain ?', ...parameters }, more);

	const texts = () =>
		gateway()
			.phones.messages()
			.map(({ text }) => text);

	/** Where the short links of the messages lead, in the order of the messages. */
	async function targets(): Promise<URL[]> {
		const links = texts().map((text) => /www\.sms\.ht\/(\w+)$/.exec(text)?.[1] ?? 'none');
		const answers = links.map(
			async (link) => await fetch(new URL(`/${link}`, gateway().url), { redirect: 'manual' }),
		);
		return (await Promise.all(answers)).map(
			({ headers }) => new URL(headers.get('location') ?? 'none:'),
		);
	}

	it('sends the message and one short link, which is signed and leads back to the execution', async () => {
		const { run, json, error } = await ask();
		expect(error).toBeUndefined();
		expect(json).toEqual([{ to: anna, status: 'sent', code: 0, apiMessage: expect.any(String) }]);
		expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(texts()).toEqual([expect.stringMatching(/^Livrer demain \?\nwww\.sms\.ht\/\w{4}$/)]);
		const [page] = await targets();
		expect(page?.pathname).toBe('/webhook-waiting/1/2');
		expect([...(page?.searchParams.keys() ?? [])]).toEqual(['person', 'round', 'signature']);
		expect(page?.searchParams.get('person')).toBe('0');
		expect(page?.searchParams.get('signature')).toMatch(/^[0-9a-f]{64}$/);
	});

	it('sends nothing where n8n is too old to sign the link, and says which one is not', async () => {
		Reflect.set(ExecuteContext.prototype, 'getSignedResumeUrl', undefined);
		try {
			const { error } = await ask();
			expect(error?.message).toBe('Send and Wait for Response needs n8n 1.107 or newer');
		} finally {
			Reflect.deleteProperty(ExecuteContext.prototype, 'getSignedResumeUrl');
		}
		expect(gateway().requests).toEqual([]);
	});

	it('asks for nothing where phones cannot open the page, and names WEBHOOK_URL', async () => {
		const credential = { keyId: KEY, baseUrl: 'https://gateway.example/cgi-bin/' };
		for (const options of [{}, { shortenLink: false }]) {
			const { error, run } = await ask({ options }, { credential });
			expect(error?.message).toBe(
				'Phones cannot open the page of the question: the address of this n8n is http://127.0.0.1, which the internet does not reach',
			);
			expect(error?.description).toContain('WEBHOOK_URL');
			expect(run.waitTill).toBeUndefined();
		}
		const { json } = await ask({}, { credential, onError: 'continueRegularOutput' });
		expect(json).toEqual([{ error: expect.objectContaining({ status: 'notSent' }) }]);
	});

	it('warns of a limit beyond the month for which a short link works', async () => {
		const limited = async (days: number, shortenLink?: boolean) => {
			const values = { resumeAmount: days, resumeUnit: 'days' };
			const options = {
				limitWaitTime: { values },
				...(shortenLink === undefined ? {} : { shortenLink }),
			};
			const { hints } = await ask({ to: `${anna}, ${paul}`, options });
			return hints.map(({ message }) => message);
		};
		const warning = expect.stringMatching(
			/^The short link to the page works for one month, until [\d-]{10}, and this question waits until [\d-]{10}:/,
		);
		expect(await limited(32)).toEqual([warning]);
		expect(await limited(400, true)).toEqual([warning]);
		expect(await limited(28)).toEqual([]);
		expect(await limited(400, false)).toEqual([]);
		expect((await ask()).hints).toEqual([]);
	});

	it('cuts the text to two SMS, or to as many as it may take, and keeps the whole question', async () => {
		const message = 'Bonjour. '.repeat(200);
		const { stored } = await ask({ message });
		await ask({ message, options: { maxParts: 1, sender: 'MyShop' } });
		expect(
			gateway()
				.phones.messages()
				.map(({ parts }) => parts),
		).toEqual([2, 1]);
		for (const text of texts()) expect(text).toMatch(/^Bonjour.+\.\.\.\nwww\.sms\.ht\/\w{4}$/);
		expect(stored).toContain(message.trim());
	});

	it('sends the whole link where it is not to be shortened', async () => {
		await ask({ options: { shortenLink: false } });
		expect(gateway().requests).toHaveLength(1);
		expect(texts()[0]).toMatch(
			/^Livrer demain \?\nhttp:\/\/127\.0\.0\.1\/webhook-waiting\/1\/2\?person=0&round=/,
		);
	});

	it('gives each number a link of its own, and the same number one SMS', async () => {
		await ask({ to: `${anna}, ${paul}, +33601020304` });
		const pages = await targets();
		expect(pages.map(({ searchParams }) => searchParams.get('person'))).toEqual(['0', '1']);
		expect(new Set(pages.map(({ searchParams }) => searchParams.get('signature'))).size).toBe(2);
		expect(kinds()).toEqual(['shortLink', 'shortLink', 'send']);
	});

	it('says nothing of the person in an address: no number, in no form, and nothing made of the input', async () => {
		for (const to of [anna, '+33 6 01 02 03 04', '0032470123456']) {
			const options = { shortenLink: false };
			// The same input twice, as somebody who tries all numbers would give it.
			for (let times = 0; times < 2; times += 1) await ask({ to, options });
		}
		const pages = texts().map((text) => new URL(text.split('\n')[1] ?? 'none:'));
		const digits = pages.map(({ search }) => search.replace(/signature=\w+/, ''));
		for (const query of digits) expect(query).not.toMatch(/\d{6}/);
		const rounds = pages.map(({ searchParams }) => searchParams.get('round'));
		expect(new Set(rounds).size).toBe(6);
	});

	it('gives a person the same address at every try, and keeps who it is', async () => {
		gateway().faults.add({ kind: 'status', status: 429, on: 'send', times: 3 });
		const { run } = await ask(
			{ to: `${anna}, ${paul}`, options: { shortenLink: false } },
			{ retryOnFail: true, maxTries: 2 },
		);
		const [first, ...others] = gateway().requests.map(({ body }) => body);
		expect(others.length).toBeGreaterThan(0);
		for (const other of others) expect(other).toBe(first);
		expect(run.data.executionData?.contextData).toMatchObject({
			'node:iSendPro': { openQuestion: { people: [anna, paul] } },
		});
	});

	it('waits for those who got it, and says in a hint who did not', async () => {
		gateway().account.blacklist.add('+33601020304');
		const { run, json, hints } = await ask(
			{ to: `${anna}, ${paul}` },
			{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3 },
		);
		expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(json).toMatchObject([{ to: paul, status: 'sent' }]);
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('1 of 2 were not accepted') }),
		]);
		expect(sendCount()).toBe(1);
	});

	it('does not wait for ever when the answer was lost: it stops, or gives an error item', async () => {
		gateway().faults.add({ kind: 'resetAfter', on: 'send', times: 2 });
		const stopped = await ask({}, { retryOnFail: true, maxTries: 3 });
		expect(stopped.error?.message).toMatch(/so it may have been done$/);
		const continued = await ask({}, { onError: 'continueRegularOutput' });
		expect(continued.json).toEqual([
			{ error: expect.objectContaining({ to: anna, status: 'unknown' }) },
		]);
		expect([stopped.run.waitTill, continued.run.waitTill]).toEqual([undefined, undefined]);
		expect(texts()).toHaveLength(2);
	});

	it('waits without sending again when n8n tries again after the SMS was accepted', async () => {
		let times = 0;
		const setExecutionStatus = () => {
			times += 1;
			if (times === 1) throw new Error('The database is locked');
		};
		const { run, json, error } = await ask(
			{},
			{ setExecutionStatus, retryOnFail: true, maxTries: 3, items: [{ data: 1 }] },
		);
		expect([times, error]).toEqual([2, undefined]);
		expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(json).toMatchObject([{ to: anna, status: 'sent' }]);
		expect(texts()).toHaveLength(1);
		const [page] = await targets();
		const { contextData = {} } = run.data.executionData ?? {};
		const round = page?.searchParams.get('round');
		expect(contextData).toEqual({
			'node:iSendPro': { openQuestion: expect.objectContaining({ round }) },
		});
	});

	it('asks for the link again with Retry On Fail when its answer was lost', async () => {
		gateway().faults.add({ kind: 'resetAfter', on: 'shortLink' });
		const { run, json } = await ask({}, { retryOnFail: true, maxTries: 2 });
		expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(texts()).toHaveLength(1);
	});

	it('sends nothing when the link could not be shortened, and leaves nothing in doubt', async () => {
		gateway().faults.add({ kind: 'resetAfter', on: 'shortLink', times: 2 });
		const { error, run } = await ask();
		expect(error?.message).toMatch(/^Not sent, because its link could not be shortened: /);
		expect(error?.message).not.toContain('may have been');
		expect([run.waitTill, texts()]).toEqual([undefined, []]);
	});

	it('keeps a short link that was made for the next try', async () => {
		gateway().faults.add({ kind: 'status', status: 429, on: 'send', times: 3 });
		const { json } = await ask({}, { retryOnFail: true, maxTries: 2 });
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(kinds().filter((kind) => kind === 'shortLink')).toHaveLength(1);
	});

	it('leaves out only who has no link when one of 500 is refused', async () => {
		gateway().account.credit = 1_000;
		gateway().faults.add({ kind: 'code', code: 230, on: 'shortLink' });
		const people = Array.from({ length: 500 }, (_, index) => `06${10_000_000 + index}`);
		const { json, run } = await ask({ to: people.join() });
		expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(json.map(({ to }) => to)).toEqual(people.slice(1));
		expect([texts().length, sendCount()]).toEqual([499, 1]);
	}, 20_000);

	it('waits until the limit that the user set', async () => {
		const values = { limitType: 'atSpecifiedTime', maxDateAndTime: '2126-11-25T16:30:00' };
		const { run } = await ask({ options: { limitWaitTime: { values } } });
		expect(run.waitTill).toEqual(new Date('2126-11-25T15:30:00Z'));
	});

	it('leaves nothing of an earlier answer to pass on when the time is over', async () => {
		const earlier = { data: { approved: true }, order: 12 };
		const { run } = await ask({}, { items: [earlier] });
		const { executionData, resultData } = run.data;
		const passedOn = executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? [];
		expect(passedOn.map(({ json }) => json)).toEqual([
			{ order: 12, data: { respondedAt: null, respondedBy: null } },
		]);
		expect(resultData.runData.Items?.[0]?.data?.main?.[0]?.[0]?.json).toEqual(earlier);
	});
});
