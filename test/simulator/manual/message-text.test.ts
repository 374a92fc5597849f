import { codeOf, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

const a = (count: number) => 'a'.repeat(count);

describe('The length of a text', () => {
	const to = 'num=0601020304';
	const acme = `${to}&emetteur=Acme`;
	const belgian = 'num=0032470123456&ucs2=1';
	const lengths: Array<[form: string, most: number, parts: number, refusal: number]> = [
		[to, 160, 1, 5],
		[acme, 148, 1, 19],
		[`${to}&smslong=2`, 306, 2, 32],
		[`${acme}&smslong=2`, 294, 2, 32],
		[`${to}&smslong=999`, 918, 6, 31],
		[`${acme}&smslong=999`, 906, 6, 31],
		[belgian, 70, 1, 38],
		[`${belgian}&emetteur=Acme`, 58, 1, 38],
		[`${belgian}&smslong=999`, 402, 6, 39],
	];
	it.each(lengths)(
		'for %s is at most %i characters in %i parts, and more gets %i',
		async (...row) => {
			const [form, most, parts, expected] = row;
			const text = (form.includes('ucs2') ? '%D0%B9' : 'a').repeat(most);
			expect(await codeOf(`${form}&sms=${text}`)).toBe(0);
			expect(simulator.phones.messages()).toMatchObject([{ parts }]);
			expect(await codeOf(`${form}&sms=${text}a`)).toBe(expected);
			expect(simulator.phones.messages()).toHaveLength(1);
		},
	);

	const cyrillic = (count: number) => '%D0%B9'.repeat(count);
	it.each([
		['80 double characters', `${to}&sms=${'%CA%5B%5D%D5'.repeat(20)}`, 0, 1],
		['80 double characters and one', `${to}&sms=${'%CA%5B%5D%D5'.repeat(20)}a`, 5, undefined],
		['a fraction of parts', `${to}&smslong=2.5&sms=a`, 34, undefined],
		['71 UCS-2 characters in 2 parts', `${belgian}&smslong=2&sms=${cyrillic(71)}`, 0, 2],
		['134 UCS-2 characters', `${belgian}&smslong=999&sms=${cyrillic(134)}`, 0, 2],
		['135 UCS-2 characters', `${belgian}&smslong=999&sms=${cyrillic(135)}`, 0, 3],
		// 66 units, then a pair that does not fit into the part's last unit: 66 + 67 + 1.
		[
			'a pair at the end of a part',
			`${belgian}&smslong=999&sms=${cyrillic(66)}%F0%9F%98%80${cyrillic(66)}`,
			0,
			3,
		],
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
