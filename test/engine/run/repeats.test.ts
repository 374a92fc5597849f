import { separateRepeats, settleRepeats } from '../../../nodes/ISendPro/engine/run/repeats';
import type { Settled } from '../../../nodes/ISendPro/engine/task';
import { failed } from '../../../nodes/ISendPro/engine/task';
import { runNode } from '../../helpers/engine';
import { useGateway } from '../../helpers/simulator';
import { operationOf, pendingOf, rejection } from '../fakes';
import { anna, sendingTo, zoe } from '../sending';

describe('separating repeats', () => {
	const separate = (...tasks: Parameters<typeof pendingOf>) => {
		const { unique, repeats } = separateRepeats({ settled: [], pending: pendingOf(...tasks) });
		return [unique.map(({ index }) => index), repeats.map(({ original }) => original)];
	};
	const same = { duplicateKey: 'a' };

	it('keeps tasks without a key', () => {
		expect(separate({}, {})).toEqual([[0, 1], []]);
	});

	it('sets aside what asks for the same as the first', () => {
		expect(separate(same, { duplicateKey: 'b' }, same, same)).toEqual([
			[0, 1],
			[0, 0],
		]);
	});

	it('keeps a repeat that may be one, but not the repeat of one that may', () => {
		const allowed = { ...same, mayRepeat: true };
		expect(separate(same, allowed)).toEqual([[0, 1], []]);
		expect(separate(allowed, same)).toEqual([[0], [0]]);
	});

	it('takes what an earlier try has settled for the first, unless it was refused as input', () => {
		const [first, second] = pendingOf(same, same);
		if (!first || !second) throw new Error('there are two');
		const restored: Settled = { ...first, outcome: 'accepted', result: {} };
		const refused: Settled = { ...first, outcome: 'refused', error: new Error('x') };
		expect(separateRepeats({ settled: [restored], pending: [second] }).unique).toEqual([]);
		expect(separateRepeats({ settled: [refused], pending: [second] }).unique).toEqual([second]);
	});
});

describe('settling repeats', () => {
	const [first, repeat] = pendingOf(
		{ outputDetails: { text: 'short' } },
		{ outputDetails: { text: 'long' } },
	);
	if (!first || !repeat) throw new Error('there are two');
	const settle = (original: Settled, onDuplicate: 'share' | 'skip') =>
		settleRepeats(operationOf({ onDuplicate }), [{ pending: repeat, original: 0 }], [original]);
	const accepted: Settled = { ...first, outcome: 'accepted', result: { status: 'sent' } };
	const place = { index: 1, itemIndex: 1, repeatedItem: 0 };

	it('skips the repeat of what was accepted, and shows the text that was sent', () => {
		expect(settle(accepted, 'skip')).toMatchObject([
			{
				...place,
				outcome: 'skipped',
				task: { identity: { to: '1' }, outputDetails: { text: 'short' } },
			},
		]);
	});

	it('shares the result where the operation wants that', () => {
		expect(settle(accepted, 'share')).toMatchObject([{ ...place, result: { status: 'sent' } }]);
	});

	it('shares a failure in any case', () => {
		expect(settle(failed(first, rejection()), 'skip')).toMatchObject([
			{ ...place, outcome: 'failed', failure: { status: 'rejected' } },
		]);
	});
});

describe('a repeat in a run', () => {
	const gateway = useGateway();
	const send = sendingTo(gateway);

	it('sends the same text to the same number once, and names the item that it repeats', async () => {
		const items = [
			{ phone: anna, text: 'a' },
			{ phone: '+33612345671', text: 'a' },
			{ phone: anna, text: 'b' },
		];
		const { json } = await send(items);
		expect(json).toMatchObject([
			{ to: anna, status: 'sent', text: 'a' },
			{ to: anna, status: 'skipped', code: '', reason: expect.stringContaining('item 0') },
			{ to: anna, status: 'sent', text: 'b' },
		]);
		expect(
			gateway()
				.phones.messages()
				.map(({ text }) => text),
		).toEqual(['a', 'b']);
	});

	it('takes two texts that look the same on the phone for a repeat', async () => {
		const items = [
			{ phone: anna, text: 'Fête' },
			{ phone: anna, text: 'Fete' },
		];
		const { json } = await send(items);
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'skipped' }]);
		expect(gateway().phones.messages()).toHaveLength(1);
	});

	it.each([
		['another sender', { sender: '={{ $json.set }}' }, ['Acme', 'Zenith']],
		['another time', { sendAt: '={{ $json.set }}' }, ['2126-11-25T16:30', '2126-11-25T17:30']],
		['as many parts as needed', { maxParts: '={{ $json.set }}' }, [1, 'automatic']],
		['the number of SMS Azur', { useAzurNumber: '={{ $json.set }}' }, [true, false]],
	])('takes the same text with %s for no repeat', async (_, options, [first, second]) => {
		const items = [
			{ phone: anna, text: 'a', set: first },
			{ phone: anna, text: 'a', set: second },
			{ phone: anna, text: 'a', set: first },
		];
		const { json } = await send(items, options);
		expect(json.map(({ status }) => status)).toEqual([
			expect.stringMatching(/sent|scheduled/),
			expect.stringMatching(/sent|scheduled/),
			'skipped',
		]);
	});

	it('gives a repeat the failure of what it repeats', async () => {
		gateway().account.blacklist.add('+33612345671');
		const items = [anna, zoe, anna].map((phone) => ({ phone, text: 'a' }));
		const { json, hints } = await send(items);
		expect(json).toMatchObject([
			{ to: anna, status: 'rejected', code: 11 },
			{ to: zoe, status: 'sent' },
			{ to: anna, status: 'rejected', code: 11 },
		]);
		expect(hints[0]?.message).toContain('2 of 3 were not accepted: 2 refused');
	});

	it('fails where all repeat one that was refused', async () => {
		gateway().account.blacklist.add('+33612345671');
		const { error } = await send([anna, anna].map((phone) => ({ phone, text: 'a' })));
		expect(error?.message).toBe('The recipient is on the blacklist (iSendPro code 11)');
	});

	it('sends repeats where the user wants them', async () => {
		const items = [
			{ phone: anna, text: 'a' },
			{ phone: anna, text: 'a' },
		];
		const { json } = await send(items, { allowDuplicates: true });
		expect(json).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
		expect(gateway().phones.messages()).toHaveLength(2);
	});

	it('sends the same text to the same directory once', async () => {
		gateway().account.directories.push({
			id: '39565',
			name: 'Clients',
			contacts: [{ number: '+33612345671', fields: {} }],
		});
		const { json } = await runNode({
			url: gateway().url,
			resource: 'sms',
			operation: 'sendToDirectory',
			parameters: { directoryId: '39565', message: 'a' },
			items: [{}, {}],
		});
		expect(json).toEqual([
			{
				directoryId: '39565',
				status: 'sent',
				code: 0,
				apiMessage: 'Votre message a bien été envoyé',
				text: 'a',
				characters: 1,
				parts: 1,
				encoding: 'gsm',
			},
			expect.objectContaining({ directoryId: '39565', status: 'skipped' }),
		]);
		expect(gateway().phones.messages()).toHaveLength(1);
	});
});
