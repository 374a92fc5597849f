import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { ISendPro } from '../../../nodes/ISendPro/ISendPro.node';
import { withDefaults } from '../../helpers/engine';
import { anna, to, twoParts, useMessages, zoe } from '../../helpers/messages';

describe('A dry run', () => {
	const { gateway, send, sendToDirectory, kinds, forms } = useMessages({
		...{ credit: 108.16, prices: { '33': 0.04 } },
	});
	const dryRun = true;

	it('says of each recipient what would arrive, and asks for the balance only', async () => {
		const items = [to('+33 6 12 34 56 71', 'Fête'), to(zoe, twoParts)];
		const { json, error } = await send(items, { dryRun, tracker: 'order_1' });
		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({
				...{ to: anna, status: 'checked', tracker: 'order_1' },
				...{ text: 'Fete', characters: 4, parts: 1, encoding: 'gsm' },
			}),
			expect.objectContaining({ to: zoe, status: 'checked', parts: 2 }),
		]);
		expect(forms()).toEqual(['credit=2']);
		expect(gateway().phones.messages()).toEqual([]);
		expect(gateway().account.credit).toBe(108.16);
	});

	it('tells in a hint how many SMS it would take, what they cost and what credit there is', async () => {
		const { json, hints } = await send([to(anna, 'a'), to(zoe, twoParts), to(anna, 'a')], {
			dryRun,
		});
		expect(hints).toEqual([
			{
				message:
					'Dry run: nothing was sent. This run would take 3 SMS, about €0.12 at the price per SMS of the balance. The credit is €108.16.',
				location: 'outputPane',
				type: 'info',
			},
		]);
		expect(json.map(({ status }) => status)).toEqual(['checked', 'checked', 'skipped']);
	});

	it.each([
		['0032470123456', ' 1 SMS goes outside metropolitan France and may cost more than that price.'],
		['0692123456', ' 1 SMS goes outside metropolitan France and may cost more than that price.'],
		[
			'0032470123456, 0041791234567',
			' 2 SMS go outside metropolitan France and may cost more than that price.',
		],
		[zoe, ''],
	])('says what may cost more than the price of the balance: to %s', async (number, words) => {
		const { hints } = await send([to(`${anna}, ${number}`, 'a')], { dryRun });
		expect(hints[0]?.message).toContain(`at the price per SMS of the balance.${words} The credit`);
	});

	it('warns when the credit is not enough', async () => {
		gateway().account.credit = 0.08;
		const { hints } = await send([to(`${anna}, ${zoe}`, twoParts)], { dryRun });
		expect(hints).toMatchObject([{ type: 'warning' }]);
		expect(hints[0]?.message).toContain('4 SMS, about €0.16');
		expect(hints[0]?.message).toContain('The credit of €0.08 is not enough.');
	});

	it.each([
		['is refused', { kind: 'code', code: 3 } as const, 'The key is wrong'],
		['breaks off', { kind: 'resetBefore' } as const, 'broke'],
	])('checks all the same and names no cost when the balance %s', async (_, fault, why) => {
		gateway().faults.add(fault);
		const { json, hints } = await send([to(anna, 'a')], { dryRun });
		expect(json).toMatchObject([{ to: anna, status: 'checked' }]);
		expect(hints).toMatchObject([{ type: 'warning' }]);
		expect(hints[0]?.message).toContain('would take 1 SMS');
		expect(hints[0]?.message).toContain(why);
		expect(hints[0]?.message).not.toContain('€');
	});

	it('names no cost when the credit is used up, so that the balance has no price', async () => {
		gateway().account.credit = 0;
		const { hints } = await send([to(anna, 'a')], { dryRun });
		expect(hints[0]?.message).toContain(
			'would take 1 SMS. What that costs is not known, since the balance has no price per SMS (its credit is €0.00).',
		);
		expect(hints[0]?.message).not.toMatch(/NaN|Infinity/);
	});

	it('finds bad input and then asks for nothing', async () => {
		const { error } = await send([to('call me', 'a')], { dryRun });
		expect(error?.message).toContain('call me');
		expect(kinds()).toEqual([]);
	});

	it('marks bad items and checks the rest when the node continues', async () => {
		const items = [to('call me', 'a'), to(anna, 'a')];
		const { json } = await send(items, { dryRun }, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([{ error: { status: 'notSent' } }, { status: 'checked' }]);
		expect(kinds()).toEqual(['balance']);
	});

	it('is one for all items when a single item asks for it', async () => {
		const items = [
			{ ...to(anna, 'a'), dry: false },
			{ ...to(zoe, 'a'), dry: true },
		];
		const { json } = await send(items, { dryRun: '={{ $json.dry }}' });
		expect(json.map(({ status }) => status)).toEqual(['checked', 'checked']);
		expect(kinds()).toEqual(['balance']);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'is one for all with %s when only an item that is refused asks for it',
		async (onError) => {
			const items = [
				{ ...to(anna, 'a'), dry: false },
				{ ...to('call me', 'a'), dry: true },
				{ ...to(zoe, 'a'), dry: 'false' },
			];
			const { outputs } = await send(items, { dryRun: '={{ $json.dry }}' }, { onError });
			expect(
				outputs
					.flat()
					.map(({ json }) => json.status ?? 'error')
					.sort(),
			).toEqual([...['checked', 'checked', 'error']]);
			expect(kinds()).toEqual(['balance']);
		},
	);

	it.each<[why: string, option: object]>([
		['has no value', { sendAt: '={{ $json.missing }}' }],
		['is past', { sendAt: '={{ $json.dry ? "2020-01-01T10:00:00" : "" }}' }],
		['cannot be evaluated', { tracker: '={{ $json.dry ? $("Nowhere").item.json.x : "t" }}' }],
		['is too long', { tracker: '={{ $json.dry ? "x".repeat(60) : "t" }}' }],
		['does not exist', { encoding: '={{ $json.dry ? "morse" : "auto" }}' }],
	])('is one for all when another option of the item that asks for it %s', async (_, option) => {
		const items = [
			{ ...to(anna, 'a'), dry: true },
			{ ...to(zoe, 'a'), dry: false },
		];
		const options = { dryRun: '={{ $json.dry }}', ...option };
		await send(items, options, { onError: 'continueRegularOutput' });
		expect(kinds().filter((kind) => kind !== 'balance')).toEqual([]);
	});

	it('is none when it is switched off', async () => {
		const { json, hints } = await send([to(anna, 'a')], { dryRun: false });
		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(hints).toMatchObject([{ message: '1 SMS accepted.' }]);
	});

	it('refuses what Maximum SMS would refuse', async () => {
		const { error } = await send([to(anna, twoParts)], { dryRun, maxSms: 1 });
		expect(error?.message).toContain('2 SMS');
		expect(gateway().requests).toEqual([]);
	});

	it('counts only what an earlier try has not sent, and does not send it', async () => {
		const busy = (request: number) => ({ kind: 'status' as const, status: 429, request });
		gateway().faults.add(...[2, 3, 4].map(busy));
		const items = [to(anna, 'a'), to(zoe, 'b')];
		const isRetried = "={{ $execution.mode === 'production' }}";
		const options = { batchSize: 1, onPartialFailure: 'stop', dryRun: isRetried };
		const failed = await send(items, options);
		expect(failed.error?.message).toContain('429');
		const { json, hints } = await send(items, options, { retryOf: failed });
		expect(json.map(({ status }) => status)).toEqual(['sent', 'checked']);
		expect(hints[0]?.message).toContain('would take 1 SMS');
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it('says of a directory that nobody knows how many contacts it has', async () => {
		const { json, hints } = await sendToDirectory(twoParts, { dryRun });
		expect(json).toMatchObject([{ directoryId: '39565', status: 'checked', parts: 2 }]);
		expect(hints.map(({ message }) => message)).toEqual([
			'Dry run: nothing was sent. This run would take 2 SMS, about €0.08 at the price per SMS of the balance, if each directory had one contact (iSendPro does not tell how many it has). The credit is €108.16.',
		]);
		expect(kinds()).toEqual(['balance']);
	});
});

describe('The option Dry Run', () => {
	const { description } = new ISendPro();

	/** The names of the notices that n8n shows in an operation. */
	const noticesShown = (parameters: INodeParameters) =>
		description.properties
			.filter(({ type }) => type === 'notice')
			.filter((notice) =>
				NodeHelpers.displayParameter(parameters, ...([notice, null, description] as const)),
			)
			.map(({ name }) => name);

	it.each<[options: INodeParameters, notices: string[]]>([
		[{}, ['paidNotice']],
		[{ dryRun: false }, ['paidNotice']],
		[{ maxSms: 10 }, ['paidNotice']],
		[{ dryRun: true }, ['dryRunNotice']],
		[{ dryRun: true, maxSms: 10 }, ['dryRunNotice']],
		// Nobody knows before the run.
		[{ dryRun: '={{ $json.dry }}' }, ['paidNotice', 'dryRunNotice']],
	])('with %j leaves the notices %j', (options, notices) => {
		for (const operation of ['send', 'sendToDirectory'])
			expect(noticesShown({ resource: 'sms', operation, options })).toEqual(notices);
	});

	it.each([
		['sms', 'sendAndWait', 'each SMS is paid'],
		['phoneNumber', 'verify', 'charges for each number'],
		['subAccount', 'addCredit', 'moves money'],
		['api', 'request', 'what it costs'],
	])('is not in %s: %s, whose notice stays', (resource, operation, words) => {
		const [name] = noticesShown({ resource, operation, options: {} });
		const notices = description.properties.filter(
			({ displayOptions: { show } = {}, ...notice }) =>
				notice.name === name &&
				show?.resource?.includes(resource) &&
				show.operation?.includes(operation),
		);
		expect(notices.map(({ displayName }) => displayName)).toEqual([
			expect.stringMatching(new RegExp(`Execute step.*${words}|${words}.*Execute step`)),
		]);
	});

	it('is on when it is added, and n8n stores that', () => {
		const written = { resource: 'sms', operation: 'send', options: { dryRun: true } };
		const stored = NodeHelpers.getNodeParameters(
			...([description.properties, written, false, false, null, description] as const),
		);
		expect(stored?.options).toEqual({ dryRun: true });
		expect(withDefaults({ resource: 'sms', operation: 'send' })?.options).toEqual({});
	});
});
