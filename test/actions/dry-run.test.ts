import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { ISendPro } from '../../nodes/ISendPro/ISendPro.node';
import type { EngineRun } from '../helpers/engine';
import { runNode, withDefaults } from '../helpers/engine';
import { useGateway } from '../helpers/simulator';

const anna = '0612345671';
const zoe = '0612345672';
const long = 'x'.repeat(161);

/** As an expression: somebody retries an execution that was started by hand. */
const isRetry = "$execution.mode === 'production'";

/** Runs that are told what they would take, or what they may take. */
function useRuns() {
	const gateway = useGateway({ account: { credit: 108.16, prices: { '33': 0.04 } } });
	const send = async (
		items: IDataObject[],
		options: INodeParameters,
		more: Partial<EngineRun> = {},
	) =>
		await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'send',
			parameters: { to: '={{ $json.phone }}', message: '={{ $json.text }}', options },
			items,
			...more,
		});
	const kinds = () => gateway().requests.map(({ kind }) => kind);
	/** The second SMS of a run meets a gateway without capacity, however often it is tried. */
	const busyAfterFirst = () =>
		gateway().faults.add(
			...[2, 3, 4].map((request) => ({ kind: 'status' as const, status: 429, request })),
		);
	return { gateway, send, kinds, busyAfterFirst };
}

describe('a dry run', () => {
	const { gateway, send, kinds, busyAfterFirst } = useRuns();

	it('says of each recipient what would arrive, and asks for the balance only', async () => {
		const { json, error } = await send(
			[
				{ phone: '+33 6 12 34 56 71', text: 'Fête' },
				{ phone: zoe, text: long },
			],
			{ dryRun: true, tracker: 'order_1' },
		);
		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({
				to: anna,
				status: 'checked',
				tracker: 'order_1',
				text: 'Fete',
				characters: 4,
				parts: 1,
				encoding: 'gsm',
			}),
			expect.objectContaining({ to: zoe, status: 'checked', parts: 2 }),
		]);
		expect(gateway().requests.map(({ body }) => body.replace(/^keyid=\w+&/, ''))).toEqual([
			'credit=2',
		]);
		expect(gateway().phones.messages()).toEqual([]);
		expect(gateway().account.credit).toBe(108.16);
	});

	it('tells in a hint how many SMS it would take, about how many euros, and of what credit', async () => {
		const { hints } = await send(
			[
				{ phone: anna, text: 'a' },
				{ phone: zoe, text: long },
				{ phone: anna, text: 'a' },
			],
			{ dryRun: true },
		);
		expect(hints).toEqual([
			{
				message:
					'Dry run: nothing was sent. This run would take 3 SMS, about €0.12 at the price per SMS of the balance. The credit is €108.16.',
				location: 'outputPane',
				type: 'info',
			},
		]);
	});

	it('warns where the credit would not do', async () => {
		gateway().account.credit = 0.08;
		const { hints } = await send([{ phone: `${anna}, ${zoe}`, text: long }], { dryRun: true });
		expect(hints).toEqual([
			expect.objectContaining({
				message: expect.stringContaining('4 SMS, about €0.16'),
				type: 'warning',
			}),
		]);
		expect(hints[0]?.message).toContain('The credit of €0.08 is not enough.');
	});

	it.each([
		['is refused', { kind: 'code', code: 3 } as const, 'The key is wrong'],
		['breaks off', { kind: 'resetBefore' } as const, 'broke'],
	])(
		'checks all the same where the balance %s, and says why it knows no cost',
		async (_, fault, why) => {
			gateway().faults.add(fault);
			const { json, hints } = await send([{ phone: anna, text: 'a' }], { dryRun: true });
			expect(json).toMatchObject([{ to: anna, status: 'checked' }]);
			expect(hints).toMatchObject([
				{ message: expect.stringContaining('would take 1 SMS'), type: 'warning' },
			]);
			expect(hints[0]?.message).toContain(why);
			expect(hints[0]?.message).not.toContain('€');
		},
	);

	it('says without a price what it would take where the credit is used up', async () => {
		gateway().account.credit = 0;
		const { hints } = await send([{ phone: anna, text: 'a' }], { dryRun: true });
		expect(hints[0]?.message).toContain(
			'would take 1 SMS. What that costs is not known, since the balance has no price per SMS.',
		);
		expect(hints[0]?.message).not.toMatch(/NaN|Infinity/);
	});

	it('leaves repeats out, as the run would', async () => {
		const { json } = await send(
			[
				{ phone: anna, text: 'a' },
				{ phone: anna, text: 'a' },
			],
			{ dryRun: true },
		);
		expect(json.map(({ status }) => status)).toEqual(['checked', 'skipped']);
	});

	it('finds bad input, and then asks for nothing', async () => {
		const { error } = await send([{ phone: 'call me', text: 'a' }], { dryRun: true });
		expect(error?.message).toContain('call me');
		expect(kinds()).toEqual([]);
	});

	it('marks bad items and checks the rest where the node continues', async () => {
		const { json } = await send(
			[
				{ phone: 'call me', text: 'a' },
				{ phone: anna, text: 'a' },
			],
			{ dryRun: true },
			{ onError: 'continueRegularOutput' },
		);
		expect(json).toMatchObject([{ error: { status: 'notSent' } }, { status: 'checked' }]);
		expect(kinds()).toEqual(['balance']);
	});

	it('is one for all items as soon as one of them asks for it', async () => {
		const { json } = await send(
			[
				{ phone: anna, text: 'a', dry: false },
				{ phone: zoe, text: 'a', dry: true },
			],
			{ dryRun: '={{ $json.dry }}' },
		);
		expect(json.map(({ status }) => status)).toEqual(['checked', 'checked']);
		expect(kinds()).toEqual(['balance']);
	});

	it('sends where it is switched off', async () => {
		const { json, hints } = await send([{ phone: anna, text: 'a' }], { dryRun: false });
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(hints).toEqual([]);
	});

	it('refuses what Maximum SMS would refuse', async () => {
		const { error } = await send([{ phone: anna, text: long }], { dryRun: true, maxSms: 1 });
		expect(error?.message).toContain('2 SMS');
		expect(gateway().requests).toEqual([]);
	});

	it('does not count what an earlier try has sent, and does not send the rest', async () => {
		const items = [
			{ phone: anna, text: 'a' },
			{ phone: zoe, text: 'b' },
		];
		busyAfterFirst();
		const dryRun = `={{ ${isRetry} }}`;
		const options = { batchSize: 1, onPartialFailure: 'stop', dryRun };
		const failed = await send(items, options);
		expect(failed.error?.message).toContain('429');
		const { json, hints } = await send(items, options, { retryOf: failed });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'checked']);
		expect(hints[0]?.message).toContain('would take 1 SMS');
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it('of a directory says that nobody knows how many contacts there are', async () => {
		const { json, hints } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'sendToDirectory',
			parameters: { directoryId: '39565', message: long, options: { dryRun: true } },
		});
		expect(json).toMatchObject([{ directoryId: '39565', status: 'checked', parts: 2 }]);
		expect(hints.map(({ message }) => message)).toEqual([
			'Dry run: nothing was sent. This run would take 2 SMS, about €0.08 at the price per SMS of the balance, if each directory had one contact (iSendPro does not tell how many it has). The credit is €108.16.',
		]);
		expect(kinds()).toEqual(['balance']);
	});

	it.each(['send', 'sendToDirectory'])(
		'shows a notice in %s while it is on, and only then',
		(operation) => {
			const { description } = new ISendPro();
			const notices = description.properties.filter(
				({ type, displayOptions }) =>
					type === 'notice' && displayOptions?.show?.operation?.includes(operation),
			);
			expect(notices).toHaveLength(1);
			const shown = (options: INodeParameters) =>
				NodeHelpers.displayParameter(
					{ resource: 'sms', operation, options },
					notices[0] as (typeof notices)[0],
					null,
					description,
				);
			expect([shown({ dryRun: true }), shown({ dryRun: '={{ $json.dry }}' })]).toEqual([
				true,
				true,
			]);
			expect([shown({}), shown({ dryRun: false })]).toEqual([false, false]);
		},
	);

	it('is on when the option is added, and n8n stores that', () => {
		const { description } = new ISendPro();
		const stored = NodeHelpers.getNodeParameters(
			description.properties,
			{ resource: 'sms', operation: 'send', options: { dryRun: true } },
			false,
			false,
			null,
			description,
		);
		expect(stored?.options).toEqual({ dryRun: true });
		expect(withDefaults({ resource: 'sms', operation: 'send' })?.options).toEqual({});
	});
});

describe('Maximum SMS', () => {
	const { gateway, send, kinds, busyAfterFirst } = useRuns();
	const loop = Array.from({ length: 6 }, (_, id) => ({ phone: `061234567${id}`, text: long }));

	it('sends nothing at all when the run would take more, and says how many', async () => {
		const { error } = await send(loop, { maxSms: 11 });
		expect(error?.message).toBe('This run would take 12 SMS, more than the 11 of Maximum SMS');
		expect(error?.description).toContain('Nothing was sent');
		expect(error?.context).toMatchObject({
			data: { results: loop.map(({ phone }) => ({ to: phone, status: 'notSent' })) },
		});
		expect(gateway().requests).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'says so in every item with %s',
		async (onError) => {
			const { outputs } = await send(
				[{ phone: 'call me', text: 'a' }, ...loop],
				{ maxSms: 11 },
				{ onError },
			);
			const errors = outputs.flat().map(({ json }) => json.error as IDataObject);
			expect(errors.map(({ status }) => status)).toEqual(Array(7).fill('notSent'));
			expect(errors.slice(1).map(({ message }) => message)).toEqual(
				Array(6).fill('This run would take 12 SMS, more than the 11 of Maximum SMS'),
			);
			expect(gateway().requests).toEqual([]);
		},
	);

	it('lets a run go that takes just as many', async () => {
		const { json } = await send(loop, { maxSms: 12 });
		expect(json.map(({ status }) => status)).toEqual(Array(6).fill('sent'));
	});

	it('does not count repeats that are skipped', async () => {
		const { json } = await send(
			[
				{ phone: anna, text: 'a' },
				{ phone: anna, text: 'a' },
			],
			{ maxSms: 1 },
		);
		expect(json.map(({ status }) => status)).toEqual(['sent', 'skipped']);
	});

	it('counts repeats that are allowed', async () => {
		const { error } = await send(
			[
				{ phone: anna, text: 'a' },
				{ phone: anna, text: 'a' },
			],
			{
				maxSms: 1,
				allowDuplicates: true,
			},
		);
		expect(error?.message).toContain('2 SMS');
	});

	it('is the smallest of all items', async () => {
		const items = loop.map((item, id) => ({ ...item, most: 100 - 18 * id }));
		const { error } = await send(items, { maxSms: '={{ $json.most }}' });
		expect(error?.message).toContain('more than the 10 of Maximum SMS');
	});

	it('does not count what an earlier try has sent', async () => {
		busyAfterFirst();
		const maxSms = `={{ ${isRetry} ? 1 : 2 }}`;
		const options = { batchSize: 1, onPartialFailure: 'stop', maxSms };
		const items = [
			{ phone: anna, text: 'a' },
			{ phone: zoe, text: 'b' },
		];
		const failed = await send(items, options);
		expect(failed.error?.message).toContain('429');
		const { json } = await send(items, options, { retryOf: failed });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'sent']);
		expect(gateway().phones.messages()).toHaveLength(2);
		expect(gateway().requests).toHaveLength(5);
	});

	it('counts a directory as one contact, so that a loop is caught', async () => {
		const run = async (maxSms: number) =>
			await runNode({
				url: gateway().url,
				resource: 'sms',
				operation: 'sendToDirectory',
				parameters: { directoryId: '39565', message: '={{ $json.text }}', options: { maxSms } },
				items: [{ text: 'a' }, { text: long }],
			});
		expect((await run(2)).error?.message).toBe(
			'This run would take 3 SMS or more, more than the 2 of Maximum SMS',
		);
		expect(kinds()).toEqual([]);
	});
});
