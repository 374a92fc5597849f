import { useGateway } from '../../helpers/simulator';
import { anna, sendingTo, zoe } from '../sending';

describe('the output of a run', () => {
	const gateway = useGateway();
	const send = sendingTo(gateway);

	it('says of each recipient what arrives on the phone', async () => {
		const { json } = await send([{ phone: '+33 6 12 34 56 71', text: 'Fête [10 €]\r\nà 8 h' }]);
		expect(json).toEqual([
			{
				to: anna,
				status: 'sent',
				code: 0,
				reason: '',
				apiMessage: 'Votre message a bien été envoyé',
				text: 'Fete [10 €]\nà 8 h',
				characters: 21,
				parts: 1,
				encoding: 'gsm',
			},
		]);
		expect(gateway().phones.get(anna).messages[0]?.text).toBe('Fete [10 €]\nà 8 h');
	});

	it('counts the STOP mention apart from the text, where iSendPro adds it', async () => {
		const message = { phone: anna, text: 'x'.repeat(150) };
		const counted = { characters: 150, stopMentionCharacters: 12, parts: 2 };
		expect((await send([message], { sender: 'Acme' })).json).toMatchObject([counted]);
		expect((await send([message])).json).toEqual([
			expect.not.objectContaining({ stopMentionCharacters: expect.anything() }),
		]);
	});

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
