import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { composeOutput } from '../../../nodes/ISendPro/engine/output/compose';
import type { Settled } from '../../../nodes/ISendPro/engine/task';
import { rejection } from '../fakes';
import { useGateway } from '../../helpers/simulator';
import { anna, sendingTo, zoe } from '../sending';

/** Composes the output of tasks, with a file as n8n keeps it. */
async function compose(settled: Settled[], continueOnFail = false) {
	const prepareBinaryData = async (bytes: Buffer, fileName: string, mimeType: string) =>
		await Promise.resolve({ data: bytes.toString(), fileName, mimeType });
	const context = { continueOnFail: () => continueOnFail, helpers: { prepareBinaryData } };
	return await composeOutput(context as unknown as IExecuteFunctions, settled);
}

describe('an item', () => {
	const task = {
		identity: { to: '0' },
		outputDefaults: { status: '', reason: '' },
		userReference: { tracker: 't' },
		outputDetails: { text: 'a' },
	};
	const place = { index: 0, itemIndex: 3, task };
	const failed: Settled = {
		...{ ...place, outcome: 'failed' },
		failure: rejection({ code: 11, apiMessage: 'Non' }),
	};

	it('has its fields in order: name, defaults, result, reference, details', async () => {
		const result = { code: 0, status: 'sent' };
		const [item] = await compose([{ ...place, outcome: 'accepted', result }]);
		expect(JSON.stringify(item?.json)).toBe(
			'{"to":"0","status":"sent","reason":"","code":0,"tracker":"t","text":"a"}',
		);
		expect(item?.pairedItem).toEqual({ item: 3 });
	});

	it.each<[string, Settled, IDataObject]>([
		['failed', failed, { status: 'rejected', code: 11, reason: 'Refused', apiMessage: 'Non' }],
		['was checked', { ...place, outcome: 'checked' }, { status: 'checked', reason: '' }],
		[
			'was skipped',
			{ ...place, outcome: 'skipped', repeatedItem: 2 },
			{ status: 'skipped', reason: expect.stringMatching(/^Repeats item 2:/) },
		],
	])('says why its task %s', async (_, settled, fields) => {
		const [item] = await compose([settled]);
		expect(item?.json).toEqual({ to: '0', ...fields, tracker: 't', text: 'a' });
	});

	it('has an error alone where its task failed and the node continues', async () => {
		const [item] = await compose([failed], true);
		expect(item?.json).toEqual({
			error: {
				message: 'Refused (iSendPro code 11)',
				description: 'Look. iSendPro said: "Non".',
				...{ to: '0', status: 'rejected', code: 11, reason: 'Refused', apiMessage: 'Non' },
				tracker: 't',
			},
		});
	});

	it('has an error alone where its input was refused', async () => {
		const refused: Settled = {
			...{ index: 0, itemIndex: 0, task: { identity: { to: 'x' } } },
			...{ outcome: 'refused', error: new Error('No number') },
		};
		const [item] = await compose([refused], true);
		expect(item?.json).toEqual({ error: { message: 'No number', to: 'x', status: 'notSent' } });
	});

	it('shares no object with the item that it repeats', async () => {
		const result = [{ json: { a: 1 } }];
		const accepted: Settled = { index: 0, itemIndex: 0, task: {}, outcome: 'accepted', result };
		const [first, repeat] = await compose([accepted, { ...accepted, repeatedItem: 0 }]);
		expect(repeat?.json).toEqual(first?.json);
		expect(repeat?.json).not.toBe(first?.json);
	});

	it('has its file under the property that was asked for', async () => {
		const file = {
			property: 'data',
			bytes: Buffer.from('a;b'),
			fileName: 'r.csv',
			mimeType: 'text/csv',
		};
		const result = [{ json: { fileName: 'r.csv' }, file }];
		const [item] = await compose([
			{ index: 0, itemIndex: 0, task: {}, outcome: 'accepted', result },
		]);
		expect(item?.binary).toEqual({
			data: { data: 'a;b', fileName: 'r.csv', mimeType: 'text/csv' },
		});
	});
});

describe('the output of a run', () => {
	const gateway = useGateway();
	const send = sendingTo(gateway);

	it('says code and reason of every recipient, empty where there is nothing to say', async () => {
		gateway().faults.add({ kind: 'hangAfter' });
		const items = [anna, zoe, anna].map((phone) => ({ phone, text: 'a' }));
		const { json } = await send(
			[...items, { phone: '0032470123456', text: 'a' }],
			{},
			{ limits: { timeoutMs: 200 } },
		);
		expect(json).toMatchObject([
			{ to: anna, status: 'unknown', code: '', reason: expect.stringMatching(/./) },
			{ to: zoe, status: 'unknown', code: '', reason: expect.stringMatching(/./) },
			{ to: anna, status: 'unknown', code: '', reason: expect.stringMatching(/./) },
			{ to: '0032470123456', status: 'sent', code: 0, reason: '' },
		]);
	});

	it('says when a message is scheduled for', async () => {
		const { json } = await send([{ phone: anna, text: 'a' }], {
			sendAt: '2126-07-01T16:30:20',
			timezone: 'Asia/Tokyo',
		});
		expect(json).toMatchObject([
			{ status: 'scheduled', scheduledFor: '2126-07-01T16:31:00+09:00' },
		]);
		expect(gateway().phones.get(anna).messages[0]?.scheduledFor?.toISOString()).toBe(
			'2126-07-01T07:31:00.000Z',
		);
	});
});
