import type { MessageSettings } from '../../../nodes/ISendPro/api/requests/message';
import { countMessages } from '../../../nodes/ISendPro/api/requests/count';
import { sendMessages } from '../../../nodes/ISendPro/api/requests/send';
import { sendToContacts } from '../../../nodes/ISendPro/api/requests/send-to-directory';
import { answering, codeAnswer, flatAnswer, manualAnswer } from '../../helpers/answers';

const settings: MessageSettings = {
	removeStop: false,
	useAzurNumber: false,
	parts: 999,
	unicode: false,
};
const messages = [{ to: '0601020304', text: 'a' }];

describe('iSendPro’s word on a message', () => {
	it('accepts it with the code 0 alone', async () => {
		const { account } = answering(codeAnswer(0));
		expect(await sendMessages(account, messages, settings)).toEqual([
			{ code: 0, apiMessage: 'Message' },
		]);
	});

	it.each([
		['another success', codeAnswer(250)],
		['an empty list', codeAnswer(206)],
		['an empty code', flatAnswer({ code: '', message: 'a' })],
		['a code in words', flatAnswer({ code: 'OK' })],
		['two codes', Buffer.from('<etat><code>0</code><code>0</code></etat>')],
		['no code', flatAnswer({ message: 'a' })],
	])('leaves open whether it is out: %s', async (_, answer) => {
		const { account } = answering(answer);
		expect(await sendMessages(account, messages, settings)).toMatchObject([
			{ failure: { status: 'unknown', isFinal: true } },
		]);
	});

	it.each([11, 12, 40, 777])('refuses it with the code %d', async (code) => {
		const { account } = answering(codeAnswer(code));
		expect(await sendMessages(account, messages, settings)).toMatchObject([
			{ failure: { status: 'rejected', code } },
		]);
	});
});

describe('iSendPro’s word on a directory', () => {
	it.each([
		['only the first was refused', [11, 0], { code: 0 }],
		['only the second was refused', [0, 11], { code: 0 }],
		['all were refused', [11, 11], { failure: { status: 'rejected', code: 11 } }],
		['one is in doubt', [12, 999], { failure: { status: 'unknown', code: 999, isFinal: true } }],
		['one was accepted and the rest refused as one', [0], { code: 0 }, '<code>12</code>'],
	])('counts contact by contact, where %s', async (_, codes, expected, flat = '') => {
		const records = codes.map((code, index) => {
			const number = index + 1;
			return `<etat${number}><code${number}>${code}</code${number}></etat${number}>`;
		});
		const { account } = answering(Buffer.from(`<etat>${flat}${records.join('')}</etat>`));
		expect(await sendToContacts(account, '39565', 'a', settings)).toMatchObject(expected);
	});
});

describe('The count of a message [3.4]', () => {
	it('is asked for before all else, since the same form without it sends', async () => {
		const { account, bodies } = answering(manualAnswer('count'));
		expect(await countMessages(account, messages, settings)).toEqual([
			{ characters: 234, parts: 2 },
		]);
		expect(bodies).toEqual(['comptage=1&smslong=999&sms=a&num=0601020304']);
	});

	it('is a failure where iSendPro gives none', async () => {
		const { account } = answering(codeAnswer(4));
		expect(await countMessages(account, messages, settings)).toMatchObject([
			{ failure: { status: 'rejected', code: 4 } },
		]);
	});
});
