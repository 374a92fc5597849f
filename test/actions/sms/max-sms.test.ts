import type { IDataObject } from 'n8n-workflow';
import { anna, to, twoParts, useMessages, zoe } from '../../helpers/messages';

describe('Maximum SMS', () => {
	const { gateway, send, sendToDirectory, kinds, reached } = useMessages();
	const twelveSms = Array.from({ length: 6 }, (_, id) => to(`061234567${id}`, twoParts));
	const message = 'This run would take 12 SMS, more than the 11 of Maximum SMS';

	it('sends a run that takes just as many', async () => {
		const { json } = await send(twelveSms, { maxSms: 12 });
		expect(json.map(({ status }) => status)).toEqual(Array(6).fill('sent'));
	});

	it('sends nothing at all when the run would take more, and says how many', async () => {
		const { error } = await send(twelveSms, { maxSms: 11 });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain('Nothing was sent');
		const results = twelveSms.map(({ phone }) => ({
			to: `…${String(phone).slice(-4)}`,
			status: 'notSent',
		}));
		expect(error?.context).toMatchObject({ data: { results } });
		expect(gateway().requests).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'says so in every item with %s',
		async (onError) => {
			const items = [to('call me', 'a'), ...twelveSms];
			const { outputs } = await send(items, { maxSms: 11 }, { onError });
			const errors = outputs.flat().map(({ json }) => json.error as IDataObject);
			expect(errors.map(({ status }) => status)).toEqual(Array(7).fill('notSent'));
			expect(errors.slice(1).map((each) => each.message)).toEqual(Array(6).fill(message));
			expect(gateway().requests).toEqual([]);
		},
	);

	it('does not count repeats that are skipped', async () => {
		const { json } = await send([to(anna, 'a'), to(anna, 'a')], { maxSms: 1 });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'skipped']);
	});

	it('counts repeats that are allowed', async () => {
		const options = { maxSms: 1, allowDuplicates: true };
		const { error } = await send([to(anna, 'a'), to(anna, 'a')], options);
		expect(error?.message).toContain('2 SMS');
	});

	it('is the smallest of all items', async () => {
		const items = twelveSms.map((item, id) => ({ ...item, max: 100 - 18 * id }));
		const { error } = await send(items, { maxSms: '={{ $json.max }}' });
		expect(error?.message).toContain('more than the 10 of Maximum SMS');
	});

	it('is that of an item that is refused, if that is the smallest', async () => {
		const items = [
			{ ...to('call me', 'a'), max: 3 },
			...twelveSms.map((item) => ({ ...item, max: 99 })),
		];
		const { json } = await send(
			...([
				items,
				{ maxSms: '={{ $json.max }}' },
				{ onError: 'continueRegularOutput' } as const,
			] as const),
		);
		const messages = json.map(({ error }) => (error as IDataObject).message);
		expect(messages.slice(1)).toEqual(
			Array(6).fill('This run would take 12 SMS, more than the 3 of Maximum SMS'),
		);
		expect(gateway().requests).toEqual([]);
	});

	it('does not count what an earlier try has sent', async () => {
		const busy = (request: number) => ({ kind: 'status' as const, status: 429, request });
		gateway().faults.add(...[2, 3, 4].map(busy));
		const maxSms = "={{ $execution.mode === 'production' ? 1 : 2 }}";
		const options = { batchSize: 1, onPartialFailure: 'stop', maxSms };
		const items = [to(anna, 'a'), to(zoe, 'b')];
		const failed = await send(items, options);
		expect(failed.error?.message).toContain('429');
		const { json } = await send(items, options, { retryOf: failed });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent']);
		expect(reached()).toEqual([anna, zoe]);
		expect(gateway().requests).toHaveLength(5);
	});

	it('counts a directory as one contact, so that a loop is caught', async () => {
		const items = [{ text: 'a' }, { text: twoParts }];
		const { error } = await sendToDirectory('={{ $json.text }}', { maxSms: 2 }, { items });
		expect(error?.message).toBe(
			'This run would take 3 SMS or more, more than the 2 of Maximum SMS',
		);
		expect(kinds()).toEqual([]);
	});
});
