import type { MessageSettings } from '../../../nodes/ISendPro/api/requests/message';
import { countMessages } from '../../../nodes/ISendPro/api/requests/count';
import { sendMessages } from '../../../nodes/ISendPro/api/requests/send';
import { sendToContacts } from '../../../nodes/ISendPro/api/requests/send-to-directory';
import {
	answering,
	codeAnswer,
	flatAnswer,
	manualAnswer,
	numberedAnswer,
} from '../../helpers/answers';

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

describe('The number of SMS that iSendPro bills for a message', () => {
	const two = [...messages, { to: '0601020305', text: 'a' }];

	it.each<[what: string, answer: Uint8Array, expected: Array<number | undefined>]>([
		['beside the only result', flatAnswer({ code: 0, smslong: 2 }), [2]],
		['numbered', numberedAnswer({ code: 0, smslong: 1 }, { code: 0, smslong: 6 }), [1, 6]],
		['of one alone', numberedAnswer({ code: 0 }, { code: 0, smslong: '3' }), [undefined, 3]],
		['with white space', flatAnswer({ code: 0, smslong: ' 2\n' }), [2]],
		['with a zero before it', flatAnswer({ code: 0, smslong: '02' }), [2]],
	])('is read where it comes: %s', async (_, answer, expected) => {
		const asked = two.slice(0, expected.length);
		const acceptances = await sendMessages(answering(answer).account, asked, settings);
		expect(acceptances).toEqual(
			expected.map((billedParts) => ({
				...{ code: 0, apiMessage: '' },
				...(billedParts === undefined ? {} : { billedParts }),
			})),
		);
	});

	it.each(['', '0', '-1', '1.5', '1,5', '2e0', '0x2', 'deux', '2 SMS', '999', '12345678901234567'])(
		'is left out where it is no such number: %j',
		async (smslong) => {
			const { account } = answering(flatAnswer({ code: 0, smslong }));
			expect(await sendMessages(account, messages, settings)).toEqual([
				{ code: 0, apiMessage: '' },
			]);
		},
	);

	it('is left out where it comes twice, or for another recipient', async () => {
		const twice = Buffer.from(
			'<etat><code>0</code><smslong>1</smslong><smslong>2</smslong></etat>',
		);
		const other = Buffer.from('<etat><etat1><code1>0</code1><smslong2>2</smslong2></etat1></etat>');
		for (const answer of [twice, other]) {
			const { account } = answering(answer);
			expect(await sendMessages(account, messages, settings)).toEqual([
				{ code: 0, apiMessage: '' },
			]);
		}
	});

	it('never makes a refusal of a message an acceptance', async () => {
		const { account } = answering(flatAnswer({ code: 12, smslong: 2 }));
		expect(await sendMessages(account, messages, settings)).toMatchObject([
			{ failure: { status: 'rejected', code: 12 } },
		]);
	});

	it('is not given for a directory, whose contacts are billed each', async () => {
		const { account } = answering(flatAnswer({ code: 0, smslong: 2 }));
		expect(await sendToContacts(account, '39565', 'a', settings)).toEqual({
			...{ code: 0, apiMessage: '' },
		});
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
