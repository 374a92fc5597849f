import { codesOf, flat, numbered, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('A message to several recipients', () => {
	it('gets a numbered answer as the manual shows it', async () => {
		const xml = await xmlOf('sms=Salut&num1=0601020304&num2=0701020304');
		const sent = 'Votre message a bien \u00e9t\u00e9 envoy\u00e9';
		expect(xml).toBe(
			flat(
				`<etat1>\n<code1>0</code1>\n<tel1>0601020304</tel1>\n<message1>${sent}</message1>\n</etat1>`,
				`<etat2>\n<code2>0</code2>\n<tel2>0701020304</tel2>\n<message2>${sent}</message2>\n</etat2>`,
			),
		);
	});

	it('carries the text and tracker of each recipient', async () => {
		await xmlOf('sms1=One&num1=0601020304&tracker1=t_1&sms3=Three&num3=0701020304&tracker3=t_3');
		expect(simulator.phones.get('0601020304').messages).toMatchObject([
			{ text: 'One', tracker: 't_1', to: '0601020304' },
		]);
		expect(simulator.phones.get('0701020304').messages).toMatchObject([
			{ text: 'Three', tracker: 't_3' },
		]);
	});

	it('is refused for single recipients and sent to the others', async () => {
		simulator.account.blacklist.add('+33602020202');
		simulator.phones.get('0603030303').attributed = false;
		simulator.phones.get('0604040404').fullMvno = true;
		const numbers = [
			'0601010101',
			'0602020202',
			'0603030303',
			'0604040404',
			'060505',
			'',
			'0606060606',
		];
		const form = numbers.map((number, index) => `num${index + 1}=${number}`).join('&');
		expect(await codesOf(`sms=Salut&${form}`)).toEqual([0, 11, 21, 22, 7, 6, 0]);
		expect(simulator.phones.messages().map(({ to }) => to)).toEqual(['0601010101', '0606060606']);
	});

	it('is refused with 4 for a recipient without a text', async () => {
		expect(await codesOf('sms1=One&num1=0601020304&num2=0701020304')).toEqual([0, 4]);
	});

	it('reaches 500 recipients, and none of 501 or numbered above 500', async () => {
		expect((await codesOf(`sms=a&${numbered(500)}`)).filter((one) => one === 0)).toHaveLength(500);
		expect(await codesOf(`sms=a&${numbered(501)}`)).toEqual([23]);
		expect(await codesOf('sms=a&num501=0601020304')).toEqual([23]);
		expect(simulator.phones.messages()).toHaveLength(500);
	});

	it('is refused with 37 for different countries, overseas territories included', async () => {
		expect(await codesOf('sms=a&num1=0601020304&num2=0032470123456')).toEqual([37]);
		expect(await codesOf('sms=a&num1=0601020304&num2=0696123456')).toEqual([37]);
		expect(await codesOf('sms=a&num1=0692123456&num2=0639123456')).toEqual([37]);
		expect(await codesOf('sms=a&num1=0696123456&num2=0596697123456')).toEqual([0, 0]);
		expect(simulator.phones.messages().map(({ price }) => price)).toEqual([0.08, 0.08]);
	});

	it('is refused with 12 for recipients beyond the credit', async () => {
		simulator.account.credit = 0.09;
		expect(await codesOf('sms=a&num1=0601010101&num2=0602020202&num3=0603030303')).toEqual([
			0, 0, 12,
		]);
		expect(simulator.account.credit).toBe(0.01);
		expect(await xmlOf('sms=a&num1=0601010101&num2=0602020202')).toBe(
			flat('<code>12</code>', '<message>Votre cr\u00e9dit de MT est \u00e9puis\u00e9</message>'),
		);
	});
});

describe('A message to one recipient', () => {
	it('is answered flat, or numbered when set to', async () => {
		expect(await xmlOf('sms=a&num1=0601020304')).toContain('<tel>0601020304</tel>');
		simulator.service.oneNumberAnswer = 'numbered';
		expect(await xmlOf('sms=a&num1=0601020304')).toContain('<tel1>0601020304</tel1>');
		expect(await xmlOf('sms=a&num=0601020304')).toContain('<tel>0601020304</tel>');
	});
});

describe('A scheduled message', () => {
	const send = 'num=0601020304&sms=a';

	it('goes out in GMT+1, or in the given zone with its summer time', async () => {
		simulator.clock.set('2016-06-01T00:00:00Z');
		await xmlOf(`${send}&date_envoi=2016-11-25%2016:30`);
		await xmlOf(`${send}&date_envoi=2016-07-25%2016:30&gmt_zone=Europe%2FBrussels`);
		await xmlOf(`${send}&date_envoi=2016-11-25%2016:30&gmt_zone=America%2FHavana`);
		expect(
			simulator.phones.messages().map(({ scheduledFor }) => scheduledFor?.toISOString()),
		).toEqual(['2016-11-25T15:30:00.000Z', '2016-07-25T14:30:00.000Z', '2016-11-25T21:30:00.000Z']);
		expect(simulator.phones.messages()[0]?.receivedAt).toBeUndefined();
	});

	it('arrives at its time', async () => {
		simulator.clock.set('2016-11-25T15:00:00Z');
		await xmlOf(`${send}&date_envoi=2016-11-25%2016:30`);
		await simulator.clock.advance(29 * 60_000);
		expect(simulator.phones.messages()[0]?.receivedAt).toBeUndefined();
		await simulator.clock.advance(2 * 60_000);
		expect(simulator.phones.messages()[0]?.receivedAt?.toISOString()).toBe(
			'2016-11-25T15:30:00.000Z',
		);
	});
});
