import { readCall } from '../../../nodes/ISendPro/api/callbacks/incoming-call';
import { readReply } from '../../../nodes/ISendPro/api/callbacks/reply';

function read(query: string) {
	return readReply(readCall(Buffer.from(query, 'latin1')));
}

describe('A reply', () => {
	it("is read from the manual's own example", () => {
		expect(
			read('tel=0612345678&id_retour=545454545&msg_sms=STOP%20SMS&tracker=compte12_5874'),
		).toEqual({
			from: '0612345678',
			text: 'STOP SMS',
			messageId: '545454545',
			tracker: 'compte12_5874',
		});
	});

	it.each([
		['%20Stop.%20', ' Stop. '],
		['Le+caf%E9+co%FBte+2+%A4', 'Le café coûte 2 €'],
		['%D0%94%D0%B0%21', 'Да!'],
		['', ''],
	])('keeps the text to the letter: %s', (encoded, text) => {
		expect(read(`tel=0612345678&msg_sms=${encoded}`)?.text).toBe(text);
	});

	it('whose text brings parameters of its own keeps the number that iSendPro put first', () => {
		expect(read('tel=0612345678&id_retour=1&msg_sms=STOP&tel=0699999999')?.from).toBe('0612345678');
	});

	it.each(['', 'msg_sms=STOP', 'tel=&msg_sms=STOP', 'tel=0612345678', 'tel=%5BTEL%5D&msg_sms=x'])(
		'is not seen in "%s"',
		(query) => {
			expect(read(query)).toBeUndefined();
		},
	);
});
