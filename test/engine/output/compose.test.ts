import type { IExecuteFunctions } from 'n8n-workflow';
import { composeOutput } from '../../../nodes/ISendPro/engine/output/compose';
import type { Settled } from '../../../nodes/ISendPro/engine/task';
import { anna, to, useMessages, zoe } from '../../helpers/messages';

const compose = async (...settled: Settled[]) =>
	await composeOutput({ continueOnFail: () => false } as IExecuteFunctions, settled);

describe('an item', () => {
	it('has its fields in order: name, defaults, result, reference, details', async () => {
		const task = {
			identity: { to: '0' },
			outputDefaults: { status: '', reason: '' },
			userReference: { tracker: 't' },
			outputDetails: { text: 'a' },
		};
		const result = { code: 0, status: 'sent' };
		const [item] = await compose({ index: 0, itemIndex: 3, task, outcome: 'accepted', result });
		expect(JSON.stringify(item?.json)).toBe(
			'{"to":"0","status":"sent","reason":"","code":0,"tracker":"t","text":"a"}',
		);
		expect(item?.pairedItem).toEqual({ item: 3 });
	});

	it('shares no object with the item that it repeats', async () => {
		const result = [{ json: { a: 1 } }];
		const accepted: Settled = { index: 0, itemIndex: 0, task: {}, outcome: 'accepted', result };
		const [first, repeat] = await compose(accepted, { ...accepted, repeatedItem: 0 });
		expect(repeat?.json).toEqual(first?.json);
		expect(repeat?.json).not.toBe(first?.json);
	});
});

describe('the output of a run', () => {
	const { gateway, send } = useMessages();

	it('says code and reason of every recipient, empty where there is nothing to say', async () => {
		gateway().faults.add({ kind: 'hangAfter' });
		const items = [anna, zoe, anna, '0032470123456'].map((phone) => to(phone, 'a'));
		const { json } = await send(items, {}, { limits: { timeoutMs: 200 } });
		const unknown = { status: 'unknown', code: '', reason: expect.stringMatching(/./) as unknown };
		expect(json).toMatchObject([
			{ to: anna, ...unknown },
			{ to: zoe, ...unknown },
			{ to: anna, ...unknown },
			{ to: '0032470123456', status: 'sent', code: 0, reason: '' },
		]);
	});

	it('says when a message is scheduled for', async () => {
		const options = { sendAt: '2126-07-01T16:30:20', timezone: 'Asia/Tokyo' };
		const { json } = await send([to(anna, 'a')], options);
		expect(json).toMatchObject([
			{ status: 'scheduled', scheduledFor: '2126-07-01T16:31:00+09:00' },
		]);
		expect(gateway().phones.get(anna).messages[0]?.scheduledFor?.toISOString()).toBe(
			'2126-07-01T07:31:00.000Z',
		);
	});
});
