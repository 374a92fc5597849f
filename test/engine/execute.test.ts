import type { IDataObject } from 'n8n-workflow';
import { anna, to, useMessages, zoe } from '../helpers/messages';

describe('a run', () => {
	const { gateway, run, send, reached } = useMessages();

	it('outputs every recipient with its status when one is refused, and says so in a hint', async () => {
		gateway().account.blacklist.add('+33612345672');
		const { json, error, hints } = await send([to(anna, 'a'), to(zoe, 'a')]);
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

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'sends the rest and marks the bad items with %s',
		async (onError) => {
			gateway().account.blacklist.add('+33612345672');
			const items = ['call me', anna, zoe].map((phone, id) => ({ ...to(phone, 'a'), id }));
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

	it.each([999, 4321])(
		'never sends again what code %i left open, though another text is asked for',
		async (code) => {
			gateway().faults.add({ kind: 'code', code, acts: true });
			const parameters = { to: anna, message: '={{ $now.toMillis() }}' };
			const first = await run('send', parameters, { retryOnFail: true, maxTries: 3 });
			const again = await run('send', parameters, { retryOf: first });
			for (const { error } of [first, again]) {
				expect(error?.message).toMatch(/so it may have been done/);
			}
			expect(reached()).toEqual([anna]);
		},
	);

	it('takes an input item that contains itself', async () => {
		const item: IDataObject = { phone: anna, text: 'a', big: 1n as never };
		item.self = item;
		expect((await send([item])).json).toMatchObject([{ to: anna, status: 'sent' }]);
	});
});
