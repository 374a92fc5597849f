import type { IDataObject } from 'n8n-workflow';
import { useGateway } from '../helpers/simulator';
import { anna, sendingTo, zoe } from './sending';

describe('a run', () => {
	const gateway = useGateway();
	const send = sendingTo(gateway);

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

	it('keeps nothing in the execution once all went well', async () => {
		const first = await send([{ phone: anna, text: 'a' }]);
		expect(first.stored).not.toContain('run 0 of');
		expect(first.stored).toContain('contextData');
	});

	it('takes an input item that contains itself', async () => {
		const item: IDataObject = { phone: anna, text: 'a', big: 1n as never };
		item.self = item;
		expect((await send([item])).json).toMatchObject([{ to: anna, status: 'sent' }]);
	});
});
