import { codeOf, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

const a = (count: number) => 'a'.repeat(count);

describe('The length of a text', () => {
	const to = 'num=0601020304';
	const acme = `${to}&emetteur=Acme`;
	it.each([
		['160 characters alone', `${to}&sms=${a(160)}`, 0, 1],
		['161 characters alone', `${to}&sms=${a(161)}`, 5, undefined],
		['148 characters with a sender', `${acme}&sms=${a(148)}`, 0, 1],
		['149 characters with a sender', `${acme}&sms=${a(149)}`, 19, undefined],
		['306 characters in 2 parts', `${to}&smslong=2&sms=${a(306)}`, 0, 2],
		['307 characters in 2 parts', `${to}&smslong=2&sms=${a(307)}`, 32, undefined],
		['294 characters in 2 parts, sender', `${acme}&smslong=2&sms=${a(294)}`, 0, 2],
		['295 characters in 2 parts, sender', `${acme}&smslong=2&sms=${a(295)}`, 32, undefined],
		['918 characters, parts computed', `${to}&smslong=999&sms=${a(918)}`, 0, 6],
		['919 characters, parts computed', `${to}&smslong=999&sms=${a(919)}`, 31, undefined],
		['906 characters with a sender', `${acme}&smslong=999&sms=${a(906)}`, 0, 6],
		['907 characters with a sender', `${acme}&smslong=999&sms=${a(907)}`, 31, undefined],
		['80 double characters', `${to}&sms=${'%CA%5B%5D%D5'.repeat(20)}`, 0, 1],
		['80 double characters and one', `${to}&sms=${'%CA%5B%5D%D5'.repeat(20)}a`, 5, undefined],
		['a fraction of parts', `${to}&smslong=2.5&sms=a`, 34, undefined],
		['parts in words', `${to}&smslong=two&sms=a`, 34, undefined],
		['no characters', `${to}&sms=`, 4, undefined],
	])('is checked: %s gives %3$i', async (_, form, expected, parts) => {
		expect(await codeOf(form)).toBe(expected);
		expect(simulator.phones.messages()[0]?.parts).toBe(parts);
	});

	const belgian = 'num=0032470123456&ucs2=1';
	const cyrillic = (count: number) => '%D0%B9'.repeat(count);
	it.each([
		['70 UCS-2 characters', `${belgian}&sms=${cyrillic(70)}`, 0, 1],
		['71 UCS-2 characters', `${belgian}&sms=${cyrillic(71)}`, 38, undefined],
		['71 UCS-2 characters in 2 parts', `${belgian}&smslong=2&sms=${cyrillic(71)}`, 0, 2],
		['134 UCS-2 characters', `${belgian}&smslong=999&sms=${cyrillic(134)}`, 0, 2],
		['135 UCS-2 characters', `${belgian}&smslong=999&sms=${cyrillic(135)}`, 0, 3],
		['58 UCS-2 characters with a sender', `${belgian}&emetteur=Acme&sms=${cyrillic(58)}`, 0, 1],
		[
			'59 UCS-2 characters with a sender',
			`${belgian}&emetteur=Acme&sms=${cyrillic(59)}`,
			38,
			undefined,
		],
		['402 UCS-2 characters', `${belgian}&smslong=999&sms=${cyrillic(402)}`, 0, 6],
		['403 UCS-2 characters', `${belgian}&smslong=999&sms=${cyrillic(403)}`, 39, undefined],
		// 66 units, then a pair that does not fit into the part's last unit: 66 + 67 + 1.
		[
			'a pair at the end of a part',
			`${belgian}&smslong=999&sms=${cyrillic(66)}%F0%9F%98%80${cyrillic(66)}`,
			0,
			3,
		],
		['the same without a pair', `${belgian}&smslong=999&sms=${cyrillic(134)}`, 0, 2],
	])('is checked: %s gives %3$i', async (_, form, expected, parts) => {
		expect(await codeOf(form)).toBe(expected);
		expect(simulator.phones.messages()[0]?.parts).toBe(parts);
	});

	it('is named in the message of a refusal, with the maximum', async () => {
		expect(await xmlOf(`${to}&smslong=1&sms=${a(200)}`)).toContain(
			'Le message est sur 2 SMS (200 caract\u00e8res) alors que la demande est sur 1 SMS',
		);
		expect(await xmlOf(`${acme}&smslong=999&sms=${a(1000)}`)).toContain(
			'Le message ne doit pas d\u00e9passer 906 caract\u00e8res !',
		);
	});
});

describe('A premium-rate number in a text', () => {
	it.each([
		['0899 without its cost', 'Appelez%20le%200899%2012%2034%2056', 25],
		['0892 without its cost', 'Appelez%20le%200892123456', 26],
		[
			"the manual's example for 0899",
			'le%200899%20XX%20XX%20XX%20(1.35%CA%20%2F%20apl%20%2B%200.34%CA%20%2F%20min)',
			0,
		],
		["the manual's example for 0892", 'le%200892%20XX%20XX%20XX%20(0.34%CA%20%2F%20min)', 0],
		['a number that only contains these digits', 'Commande%201089912', 0],
	])('gives %3$i: %s', async (_, sms, expected) => {
		expect(await codeOf(`num=0601020304&sms=${sms}`)).toBe(expected);
	});
});

describe('A text', () => {
	it('has the characters that operators replace replaced, except ù, which both tables list', async () => {
		await xmlOf('num=0601020304&sms=%C0%C8%C9%CB%D9%E2%E7%EA%EE%F4%F9%FB%FF');
		expect(simulator.phones.messages()).toMatchObject([{ text: 'AEEEUaceioùuy' }]);
	});
});
