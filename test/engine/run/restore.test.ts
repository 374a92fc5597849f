import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EngineResult, EngineRun } from '../../helpers/engine';
import { anna, leo, openDirectory, useMessages, zoe } from '../../helpers/messages';
import { busyFrom } from '../fakes';
import { asTimePasses } from './clock';

/** One second before and after the quiet hours begin, on a Monday, in Paris. */
const dusk = [new Date('2026-11-23T18:59:59.000Z'), new Date('2026-11-23T19:00:01.000Z')] as const;
const atNight = '2026-11-23T20:00:00+01:00';

describe('At a try at which the input no longer passes its check, the node', () => {
	const { gateway, run, reached } = useMessages();

	/** Runs at an evening whose night begins once iSendPro was asked so many times. */
	async function overnight(
		{ operation = 'send', parameters = {}, ...more }: Omit<EngineRun, 'url'>,
		requests: number,
	): Promise<{ result: EngineResult; later: EngineResult }> {
		const isNight = () => gateway().requests.length >= requests;
		return await asTimePasses(dusk, isNight, async () => {
			const retried = { ...more, retryOnFail: true, maxTries: 3 };
			const result = await run(operation, parameters, retried);
			jest.setSystemTime(dusk[1]);
			const later = await run(operation, parameters, { ...more, retryOf: result });
			return { result, later };
		});
	}

	const send = (to: string, options: INodeParameters): INodeParameters => ({
		to,
		message: 'Hello',
		options,
	});
	const outcomes = ({ outputs }: EngineResult) =>
		outputs.flat().map(({ json: { error, ...json } }) => {
			const { to, status, code } = (error ?? json) as IDataObject;
			return { to, status, code };
		});
	const twoItems = [{ phone: anna }, { phone: zoe }];
	const isDay = `$now.toMillis() < ${dusk[1].getTime()}`;

	const conditions: Array<[string, INodeParameters, string]> = [
		['the time of a message has passed', { sendAt: atNight }, 'scheduled'],
		['the quiet hours have begun', { quietHours: 'fail' }, 'sent'],
		[
			'an option has no value any more',
			{ tracker: `={{ ${isDay} ? 'order_1' : undefined }}` },
			'sent',
		],
		['a sender is not accepted any more', { sender: `={{ ${isDay} ? 'MyShop' : '?' }}` }, 'sent'],
	];
	const texts: Array<[string, string]> = [
		['is empty', ''],
		['takes too many SMS', 'x'.repeat(2_000)],
		['has a character that cannot be sent', '\\u0007'],
	];

	it.each(conditions)('keeps what was refused and accepted when %s', async (_, options, status) => {
		gateway().account.blacklist.add('+33612345671');
		const { result } = await overnight(
			{
				parameters: send('={{ $json.phone }}', options),
				items: twoItems,
				onError: 'continueRegularOutput',
			},
			1,
		);
		const expected = [
			{ to: anna, status: 'rejected', code: 11 },
			{ to: zoe, status, code: 0 },
		];
		expect(outcomes(result)).toEqual(expected);
		expect([reached(), gateway().requests.length]).toEqual([[zoe], 1]);
	});

	it.each(texts)('keeps what was refused and accepted when the text %s', async (_, text) => {
		gateway().account.blacklist.add('+33612345671');
		const message = `={{ ${isDay} ? 'Hello' : '${text}' }}`;
		const { result } = await overnight(
			{
				parameters: { to: '={{ $json.phone }}', message },
				items: twoItems,
				onError: 'continueErrorOutput',
			},
			1,
		);
		expect(result.json).toMatchObject([{ to: zoe, status: 'sent', text: 'Hello' }]);
		expect(result.errors).toMatchObject([{ error: { to: anna, status: 'rejected', code: 11 } }]);
		expect(reached()).toEqual([zoe]);
	});

	it.each(conditions)('keeps doubt when %s', async (_, options) => {
		gateway().faults.add({ kind: 'resetAfter' });
		const { result } = await overnight(
			{ parameters: send(anna, options), onError: 'continueRegularOutput' },
			1,
		);

		expect(outcomes(result)).toEqual([{ to: anna, status: 'unknown', code: undefined }]);
		expect([reached(), gateway().requests.length]).toEqual([[anna], 1]);
	});

	it('keeps what became of a directory', async () => {
		openDirectory(gateway(), '+33612345671');
		const { result } = await overnight(
			{
				operation: 'sendToDirectory',
				parameters: {
					directoryId: '={{ $json.id }}',
					message: 'Hello',
					options: { sendAt: atNight },
				},
				items: [{ id: '4711' }, { id: '39565' }],
				onError: 'continueRegularOutput',
			},
			2,
		);
		expect(result.json).toMatchObject([
			// 102 may be asked again, so the check has its say.
			{ error: { directoryId: '4711', status: 'notSent' } },
			{ directoryId: '39565', status: 'scheduled', text: 'Hello', scheduledFor: atNight },
		]);
		expect(gateway().requests).toHaveLength(2);
	});

	it('tells the recipients of one item apart, and refuses only who is left', async () => {
		gateway().account.blacklist.add('+33612345671');
		busyFrom(gateway(), 3);
		const { result } = await overnight(
			{
				parameters: send(`${anna}, ${zoe}, ${leo}`, { sendAt: atNight, batchSize: 1 }),
				onError: 'continueRegularOutput',
			},
			3,
		);
		expect(outcomes(result)).toEqual([
			{ to: anna, status: 'rejected', code: 11 },
			{ to: zoe, status: 'scheduled', code: 0 },
			{ to: leo, status: 'notSent', code: undefined },
		]);
		expect(reached()).toEqual([zoe]);
	});

	it('names every recipient of such an item in order, also who was never submitted', async () => {
		gateway().account.blacklist.add('+33612345671');
		gateway().faults.add({ kind: 'resetAfter', request: 2 }, { kind: 'resetAfter', request: 3 });
		const belgian = '0032470123456';
		const { result } = await overnight(
			{
				parameters: send(`${anna}, ${belgian}, ${zoe}, ${leo}, ${anna}`, {
					sendAt: atNight,
					batchSize: 1,
				}),
				onError: 'continueRegularOutput',
			},
			3,
		);
		expect(outcomes(result)).toEqual([
			{ to: anna, status: 'rejected', code: 11 },
			{ to: belgian, status: 'notSent', code: undefined },
			{ to: zoe, status: 'unknown', code: undefined },
			{ to: leo, status: 'unknown', code: undefined },
			{ to: anna, status: 'notSent', code: undefined },
		]);
	});

	it('stops the workflow with what the earlier try did, where the node stops on errors', async () => {
		busyFrom(gateway(), 2);
		const { result, later } = await overnight(
			{
				parameters: send('={{ $json.phone }}', {
					sendAt: atNight,
					batchSize: 1,
					onPartialFailure: 'stop',
				}),
				items: twoItems,
			},
			2,
		);
		for (const { error } of [result, later]) {
			expect(error?.message).toMatch(/past|passed/);
			expect(error?.description).toContain(
				`An earlier try of this execution was accepted for: …${anna.slice(-4)}.`,
			);
			expect(error?.context).toMatchObject({
				itemIndex: 1,
				data: { results: [{ to: `…${anna.slice(-4)}`, status: 'scheduled' }] },
			});
		}
		expect(reached()).toEqual([anna]);
	});

	it('does not go on without an answer where a question was asked', async () => {
		let times = 0;
		const { result } = await overnight(
			{
				operation: 'sendAndWait',
				parameters: {
					to: anna,
					message: 'OK?',
					options: {
						shortenLink: false,
						limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime: atNight } },
					},
				},
				setExecutionStatus: () => {
					times += 1;
					if (times === 1) throw new Error('The database is locked');
				},
			},
			1,
		);
		expect(result.error?.message).toMatch(/^The time to wait for an answer is over/);
		expect(result.error?.description).toContain(`was accepted for: …${anna.slice(-4)}.`);
		expect(reached()).toEqual([anna]);
	});
});
