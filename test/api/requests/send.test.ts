import type { MessageSettings } from '../../../nodes/ISendPro/api/requests/message';
import { sendMessages } from '../../../nodes/ISendPro/api/requests/send';
import { answering, codeAnswer } from '../../helpers/answers';

const settings: MessageSettings = {
	removeStop: false,
	useAzurNumber: false,
	parts: 999,
	unicode: false,
};
const message = { to: '0601020304', text: 'a' };

function etat(xml: string): Buffer {
	return Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><etat>${xml}</etat>`);
}

describe('iSendPro’s word on a message', () => {
	it('accepts it with the code 0 alone', async () => {
		const { account } = answering(codeAnswer(0));
		expect(await sendMessages(account, [message], settings)).toEqual([
			{ code: 0, apiMessage: 'Message' },
		]);
	});

	it.each([
		['another success', codeAnswer(250)],
		['an empty list', codeAnswer(206)],
		['an empty code', etat('<code></code><message>a</message>')],
		['a code in words', etat('<code>OK</code>')],
		['two codes', etat('<code>0</code><code>0</code>')],
		['no code', etat('<message>a</message>')],
	])('leaves open whether it is out: %s', async (_, answer) => {
		const { account } = answering(answer);
		expect(await sendMessages(account, [message], settings)).toMatchObject([
			{ failure: { status: 'unknown', isFinal: true } },
		]);
	});

	it.each([11, 12, 40, 777])('refuses it with the code %d', async (code) => {
		const { account } = answering(codeAnswer(code));
		expect(await sendMessages(account, [message], settings)).toMatchObject([
			{ failure: { status: 'rejected', code } },
		]);
	});
});
