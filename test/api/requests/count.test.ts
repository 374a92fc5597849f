import { countMessages } from '../../../nodes/ISendPro/api/requests/count';
import { answering, codeAnswer, manualAnswer } from '../../helpers/answers';

const messages = [{ to: '0601020304', text: 'a' }];
const settings = { removeStop: false, useAzurNumber: false, parts: 999, unicode: false };

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
