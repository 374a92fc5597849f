import type { MessageSettings } from '../../../nodes/ISendPro/api/requests/message';
import { sendToContacts } from '../../../nodes/ISendPro/api/requests/send-to-directory';
import { answering } from '../../helpers/answers';

const settings: MessageSettings = {
	removeStop: false,
	useAzurNumber: false,
	parts: 999,
	unicode: false,
};

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
