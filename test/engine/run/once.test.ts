import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { deduplicator as service } from '../../helpers/deduplication';
import type { EngineResult, EngineRun } from '../../helpers/engine';
import { anna, leo, openDirectory, to, useMessages, zoe } from '../../helpers/messages';

const EARLIER = /^An earlier run of this node with the same Once Key has sent it, or may have/;

describe('A once key', () => {
	const { gateway, run, send, sendToDirectory, reached } = useMessages({ credit: 10_000 });

	const about = (phone: string, key: unknown, text = 'a'): IDataObject =>
		({ ...to(phone, text), key }) as IDataObject;
	const keyed = async (
		items: IDataObject[],
		options: INodeParameters = {},
		more: Partial<EngineRun> = {},
	) => await send(items, { onceKey: '={{ $json.key }}', ...options }, more);
	const statuses = ({ json }: EngineResult) =>
		json.map(({ error, status }) => (error as IDataObject | undefined)?.status ?? status);

	it('has a message sent once, however often the workflow is executed', async () => {
		expect(statuses(await keyed([about(anna, 'order 1042 shipped')]))).toEqual(['sent']);
		const again = await keyed([about(anna, 'order 1042 shipped', 'another text')]);
		expect(again.json).toMatchObject([
			{ to: anna, status: 'skipped', code: '', text: 'another text' },
		]);
		expect(again.json[0]?.reason).toMatch(EARLIER);
		expect(again.hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('1 of 1 were skipped'),
		]);
		expect(again.error).toBeUndefined();
		expect(reached()).toEqual([anna]);
	});

	const differences: Array<[string, IDataObject, string[]]> = [
		['another key', about(anna, 'order 1043 shipped'), ['sent']],
		['another number', about(zoe, 'order 1042 shipped'), ['sent']],
		['other letters in upper case', about(anna, 'Order 1042 shipped'), ['sent']],
		['white space around it', about(anna, ' order 1042 shipped\n'), ['skipped']],
		['the number written otherwise', about('+33 6 12 34 56 71', 'order 1042 shipped'), ['skipped']],
		['several numbers', about(`${zoe}, ${anna}`, 'order 1042 shipped'), ['sent', 'skipped']],
	];

	it.each(differences)('counts with the number: %s', async (_, item, expected) => {
		await keyed([about(anna, 'order 1042 shipped')]);
		expect(statuses(await keyed([item]))).toEqual(expected);
	});

	it('is the same however its accents are composed', async () => {
		await keyed([about(anna, 'e\u0301te\u0301')]);
		expect(statuses(await keyed([about(anna, '\u00e9t\u00e9')]))).toEqual(['skipped']);
	});

	it('may be a number, or very long', async () => {
		const keys = [1042, `${'x'.repeat(50_000)}1`, `${'x'.repeat(50_000)}2`];
		for (const expected of ['sent', 'skipped']) {
			const { json } = await keyed(keys.map((key) => about(anna, key, String(key).slice(-3))));
			expect(json.map(({ status }) => status)).toEqual([expected, expected, expected]);
		}
	});

	it('counts those that repeat what an earlier execution has sent', async () => {
		await keyed([about(anna, 'k')]);
		const { hints } = await keyed([about(anna, 'k'), about(anna, 'k', 'b'), about(zoe, 'k')]);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringContaining('2 of 3 were skipped'),
		);
	});

	it('may hold letters that the word null is a part of', async () => {
		expect(statuses(await keyed([about(anna, 'nullité 7')]))).toEqual(['sent']);
	});

	it('that is only white space is refused before anything is sent', async () => {
		const { error } = await keyed([about(anna, 'k'), about(zoe, ' \t')]);
		expect(error?.message).toBe('"Once Key" is set, but its expression has no value');
		expect([reached(), service.calls]).toEqual([[], []]);
	});

	it.each([
		['order undefined shipped', 'The Once Key has words that nobody meant to send: "undefined"'],
		['order [object Object]', 'The Once Key has words that nobody meant to send'],
		['{{ orderId }}', 'The Once Key has words that nobody meant to send'],
		['order null shipped', 'The Once Key has the word "null"'],
		['null', 'The Once Key has the word "null"'],
		['order_null', 'The Once Key has the word "null"'],
		['-', 'The Once Key "-" has no letter and no digit'],
		['""', 'has no letter and no digit'],
	])('that other messages would have too is refused: %s', async (key, message) => {
		const { error } = await keyed([about(anna, 'k'), about(zoe, key)]);
		expect(error?.message).toContain(message);
		expect([reached(), service.calls]).toEqual([[], []]);
	});

	it('with a part that has no value is refused, whatever is done about the text', async () => {
		const options = { onceKey: '=order {{ $json.orderId }} shipped', missingValues: 'warn' };
		const { error } = await send([to(anna, 'a')], options);
		expect(error?.message).toBe('"Once Key" has a part without a value: $json.orderId');
		expect([reached(), service.calls]).toEqual([[], []]);
	});

	it('left empty by hand is as if it were not there', async () => {
		for (const _ of [1, 2])
			expect(statuses(await send([to(anna, 'a')], { onceKey: '' }))).toEqual(['sent']);
		expect(service.calls).toEqual([]);
	});

	it('is not stored in a form that can be read, nor is the number', async () => {
		await keyed([about(anna, 'order 1042 shipped')]);
		expect(service.given.join()).not.toMatch(/1042|order|6123456/);
		expect([...service.rows.values()].join()).not.toMatch(/1042|order|6123456/);
	});

	it('holds for a directory', async () => {
		openDirectory(gateway(), '+33612345671');
		const options = { onceKey: 'sale' };
		expect(statuses(await sendToDirectory('a', options))).toEqual(['sent']);
		const { json } = await sendToDirectory('b', options);
		expect(json).toMatchObject([{ directoryId: '39565', status: 'skipped' }]);
		expect(json[0]?.reason).toMatch(EARLIER);
		expect(reached()).toEqual([anna]);
	});

	describe('within one run', () => {
		it('skips what has it too, whatever its text, and names the item', async () => {
			const { json } = await keyed([
				about(anna, 'k', 'a'),
				about(zoe, 'k', 'b'),
				about(anna, 'k', 'c'),
			]);
			expect(json).toMatchObject([
				{ to: anna, status: 'sent' },
				{ to: zoe, status: 'sent' },
				{
					...{ to: anna, status: 'skipped', text: 'c' },
					reason: 'Repeats item 0, which has the same Once Key',
				},
			]);
			expect(reached()).toEqual([anna, zoe]);
		});

		it('counts more than Allow Duplicates', async () => {
			const items = [about(anna, 'k'), about(anna, 'k'), about(anna, 'l')];
			const result = await keyed(items, { allowDuplicates: true });
			expect(statuses(result)).toEqual(['sent', 'skipped', 'sent']);
		});

		it('is remembered too of what repeats the text of another', async () => {
			const both = [about(anna, 'order 1'), about(anna, 'order 2')];
			expect(statuses(await keyed(both))).toEqual(['sent', 'skipped']);
			expect(statuses(await keyed([...both].reverse()))).toEqual(['skipped', 'skipped']);
			expect(reached()).toEqual([anna]);
		});

		it('is skipped with its original where that was sent by an earlier one', async () => {
			await keyed([about(anna, 'k')]);
			const { json } = await keyed([about(anna, 'k', 'b'), about(anna, 'k', 'c')]);
			expect(json.map(({ reason }) => reason)).toEqual(
				Array(2).fill(expect.stringMatching(EARLIER)),
			);
		});

		it('shares the failure of what was refused', async () => {
			gateway().account.blacklist.add('+33612345671');
			const { json } = await keyed([about(anna, 'k', 'a'), about(zoe, 'k'), about(anna, 'k', 'b')]);
			expect(json).toMatchObject([
				{ status: 'rejected', code: 11, text: 'a' },
				{ status: 'sent' },
				{ status: 'rejected', code: 11, text: 'b' },
			]);
		});

		it('takes three calls of the service, however many items there are', async () => {
			gateway().account.blacklist.add('+33612345671');
			const items = Array.from({ length: 300 }, (_, id) => about(`06123${id + 45671}`, 'k'));
			const { json } = await keyed(items);
			expect(json.filter(({ status }) => status === 'sent')).toHaveLength(299);
			expect(service.calls).toEqual(['record 300', 'remove 1', 'record 299']);
		});
	});

	describe('is released for what was surely not sent', () => {
		const once = [about(anna, 'k')];

		it('rejected by iSendPro', async () => {
			gateway().account.blacklist.add('+33612345671');
			expect((await keyed(once)).error?.message).toContain('blacklist');
			expect(service.count).toBe(0);
			gateway().account.blacklist.clear();
			expect(statuses(await keyed(once))).toEqual(['sent']);
		});

		it('never submitted, since an earlier request failed for all', async () => {
			gateway().faults.add({ kind: 'code', code: 12, request: 2 });
			const items = [anna, zoe, leo].map((phone) => about(phone, 'k'));
			const first = await keyed(items, { batchSize: 1 });
			expect(statuses(first)).toEqual(['sent', 'rejected', 'notSent']);
			expect(statuses(await keyed(items))).toEqual(['skipped', 'sent', 'sent']);
			expect(reached()).toEqual([anna, zoe, leo]);
		});

		it('too many SMS for Maximum SMS', async () => {
			const items = [anna, zoe].map((phone) => about(phone, 'k'));
			expect((await keyed(items, { maxSms: 1 })).error?.message).toContain('Maximum SMS');
			expect(service.count).toBe(0);
			expect(statuses(await keyed(items, { maxSms: 2 }))).toEqual(['sent', 'sent']);
		});

		it('with a link that could not be shortened', async () => {
			gateway().faults.add({ kind: 'code', code: 777 });
			const items = [about(anna, 'k', 'https://example.com/a')];
			expect((await keyed(items, { shortenLinks: true })).error?.message).toContain('shortened');
			expect(service.count).toBe(0);
		});

		it('left over by Retry On Fail, which sends it at its next try', async () => {
			gateway().faults.add({ kind: 'code', code: 12, request: 1 });
			const result = await keyed(once, {}, { retryOnFail: true, maxTries: 2 });
			expect(statuses(result)).toEqual(['sent']);
			expect(service.calls).toEqual(['record 1', 'remove 1', 'record 1', 'record 1']);
		});

		it('and what was sent is not sent again by a retry of the execution', async () => {
			gateway().faults.add({ kind: 'code', code: 12, request: 2 });
			const items = [about(anna, 'k'), about(zoe, 'k')];
			const options = { batchSize: 1, onPartialFailure: 'stop' };
			const failed = await keyed(items, options);
			expect(failed.error).toBeDefined();
			const retried = await keyed(items, options, { retryOf: failed });
			expect(statuses(retried)).toEqual(['sent', 'sent']);
			expect(retried.json[0]?.reason).toBe('');
			expect(reached()).toEqual([anna, zoe]);
			expect(statuses(await keyed(items))).toEqual(['skipped', 'skipped']);
		});
	});

	it('is kept for what may have been sent', async () => {
		gateway().faults.add({ kind: 'resetAfter' });
		const first = await keyed([about(anna, 'k')]);
		expect(first.error?.context).toMatchObject({
			data: { results: [{ to: '…5671', status: 'unknown' }] },
		});
		const { json } = await keyed([about(anna, 'k')]);
		expect(json).toMatchObject([{ status: 'skipped', reason: expect.stringMatching(EARLIER) }]);
		expect(reached()).toEqual([anna]);
	});

	it('does not make its own message look skipped at a second try', async () => {
		gateway().faults.add({ kind: 'code', code: 12, request: 2 });
		const items = [about(zoe, 'k'), about(anna, 'k')];
		const result = await keyed(
			items,
			{ batchSize: 1, onPartialFailure: 'stop' },
			{ retryOnFail: true, maxTries: 2 },
		);
		expect(statuses(result)).toEqual(['sent', 'sent']);
		expect(reached()).toEqual([zoe, anna]);
	});

	describe('in a dry run', () => {
		it('is neither recorded nor looked up, and a hint says so', async () => {
			await keyed([about(anna, 'k')]);
			service.calls.length = 0;
			const { json, hints } = await keyed(
				[about(anna, 'k'), about(zoe, 'k'), about(zoe, 'k', 'b')],
				{ dryRun: true },
			);
			expect(json.map(({ status }) => status)).toEqual(['checked', 'checked', 'skipped']);
			expect(hints.map(({ message }) => message)).toContainEqual(
				expect.stringContaining('did not look whether an earlier run has used the Once Key'),
			);
			expect(service.calls).toEqual([]);
		});
	});

	describe('where n8n’s service fails', () => {
		it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
			'lets nothing be sent, with On Error %s',
			async (onError) => {
				service.fault = () => {
					throw new Error('SQLITE_BUSY: database is locked');
				};
				const result = await keyed([about(anna, 'k'), about(zoe, 'k')], {}, { onError });
				const message =
					'Not sent, because n8n could not record the Once Key: SQLITE_BUSY: database is locked';
				if (onError === 'stopWorkflow') expect(result.error?.message).toBe(message);
				else {
					const error = { message, status: 'notSent' };
					expect(result.json).toMatchObject([{ error }, { error }]);
				}
				expect(gateway().requests).toEqual([]);
				service.fault = () => {};
				expect(statuses(await keyed([about(anna, 'k'), about(zoe, 'k')]))).toEqual([
					'sent',
					'sent',
				]);
			},
		);

		it('shows what was sent all the same, and says that the rest is not released', async () => {
			gateway().account.blacklist.add('+33612345672');
			service.fault = (call) => {
				if (call.startsWith('remove')) throw new Error('The database is gone');
			};
			const { json, hints } = await keyed([about(anna, 'k'), about(zoe, 'k')]);
			expect(json.map(({ status }) => status)).toEqual(['sent', 'rejected']);
			expect(hints.map(({ message }) => message)).toContainEqual(
				expect.stringContaining('could not release the Once Key of 1'),
			);
		});

		it('records again what another process of n8n has overwritten meanwhile', async () => {
			gateway().service.latency = 50;
			const sending = keyed([about(anna, 'k')]);
			while (service.count === 0) await new Promise((resolve) => setTimeout(resolve, 1));
			for (const row of service.rows.keys()) service.rows.set(row, []);
			await sending;
			expect(statuses(await keyed([about(anna, 'k')]))).toEqual(['skipped']);
		});
	});

	it('is sent once by fifty runs in the same instant', async () => {
		const runs = Array.from({ length: 50 }, async () => await keyed([about(anna, 'k')]));
		const all = (await Promise.all(runs)).flatMap(statuses);
		expect(all.filter((status) => status === 'sent')).toHaveLength(1);
		expect(all.filter((status) => status === 'skipped')).toHaveLength(49);
		expect(reached()).toEqual([anna]);
	});

	it('loses none of fifty keys that are recorded in the same instant', async () => {
		const once = {
			to: anna,
			message: 'a',
			options: { onceKey: '={{ $now.toMillis() }} {{ Math.random() }}' },
		};
		await Promise.all(Array.from({ length: 50 }, async () => await run('send', once)));
		expect([reached().length, service.count]).toEqual([50, 50]);
	});

	describe('of ten thousand', () => {
		const texts = (count: number, first = 0) =>
			Array.from({ length: count }, (_, id) => about(anna, `key ${first + id}`, `${first + id}`));

		it('is remembered, and from then on the oldest is forgotten', async () => {
			const all = texts(10_000);
			const first = await keyed(all);
			expect(new Set(statuses(first))).toEqual(new Set(['sent']));
			const [oldest = {}, second = {}] = all;
			expect(statuses(await keyed(texts(1, 10_000)))).toEqual(['sent']);
			expect(statuses(await keyed(texts(1, 10_001)))).toEqual(['sent']);
			expect(service.count).toBe(10_001);
			expect(statuses(await keyed([second]))).toEqual(['skipped']);
			expect(statuses(await keyed([oldest]))).toEqual(['sent']);
		}, 60_000);

		it('is not pushed out by a run that sends nothing', async () => {
			await keyed(texts(10));
			const { error } = await keyed(texts(9_999, 10), { maxSms: 100 });
			expect(error?.message).toContain('9999 SMS, more than the 100');
			expect(statuses(await keyed(texts(10)))).toEqual(Array(10).fill('skipped'));
		}, 60_000);

		it('and one is too many for one run, which sends nothing', async () => {
			const { error } = await keyed(texts(10_001));
			expect(error?.message).toBe(
				'Not sent, because this run has 10001 Once Keys, more than the 10000 that a node remembers',
			);
			expect([gateway().requests, service.calls]).toEqual([[], []]);
		}, 60_000);
	});
});
