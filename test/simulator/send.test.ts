import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { codeOf, codesIn, flat, xmlOf } from './client';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.reset());
afterAll(async () => await simulator.close());

const code = async (form: string) => await codeOf(simulator, form);
const codes = async (form: string) => codesIn(await xmlOf(simulator, form));
const a = (count: number) => 'a'.repeat(count);

describe('several recipients', () => {
	test('get a numbered answer as the manual shows it', async () => {
		const xml = await xmlOf(simulator, 'sms=Salut&num1=0601020304&num2=0701020304');
		const sent = 'Votre message a bien \u00e9t\u00e9 envoy\u00e9';
		expect(xml).toBe(
			flat(
				`<etat1>\n<code1>0</code1>\n<tel1>0601020304</tel1>\n<message1>${sent}</message1>\n</etat1>`,
				`<etat2>\n<code2>0</code2>\n<tel2>0701020304</tel2>\n<message2>${sent}</message2>\n</etat2>`,
			),
		);
	});

	test('get their own texts and trackers', async () => {
		await xmlOf(
			simulator,
			'sms1=One&num1=0601020304&tracker1=t_1&sms3=Three&num3=0701020304&tracker3=t_3',
		);
		expect(simulator.phones.get('0601020304').messages).toMatchObject([
			{ text: 'One', tracker: 't_1', to: '0601020304' },
		]);
		expect(simulator.phones.get('0701020304').messages).toMatchObject([
			{ text: 'Three', tracker: 't_3' },
		]);
	});

	test('are refused one by one while the others are served', async () => {
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
		expect(await codes(`sms=Salut&${form}`)).toEqual([0, 11, 21, 22, 7, 6, 0]);
		expect(simulator.phones.messages().map(({ to }) => to)).toEqual(['0601010101', '0606060606']);
	});

	test('without a text of their own get 4', async () => {
		expect(await codes('sms1=One&num1=0601020304&num2=0701020304')).toEqual([0, 4]);
	});

	test('can be 500, but not 501, and none may be numbered above 500', async () => {
		const form = (count: number) =>
			Array.from({ length: count }, (_, index) => `num${index + 1}=06${10_000_000 + index}`).join(
				'&',
			);
		expect((await codes(`sms=a&${form(500)}`)).filter((one) => one === 0)).toHaveLength(500);
		expect(await codes(`sms=a&${form(501)}`)).toEqual([23]);
		expect(await codes('sms=a&num501=0601020304')).toEqual([23]);
		expect(simulator.phones.messages()).toHaveLength(500);
	});

	test('of different countries are refused with 37, overseas territories included', async () => {
		expect(await codes('sms=a&num1=0601020304&num2=0032470123456')).toEqual([37]);
		expect(await codes('sms=a&num1=0601020304&num2=0696123456')).toEqual([37]);
		expect(await codes('sms=a&num1=0692123456&num2=0639123456')).toEqual([37]);
		expect(await codes('sms=a&num1=0696123456&num2=0596697123456')).toEqual([0, 0]);
		expect(simulator.phones.messages().map(({ price }) => price)).toEqual([0.08, 0.08]);
	});

	test('are paid as far as the credit reaches, the others get 12', async () => {
		simulator.account.credit = 0.09;
		expect(await codes('sms=a&num1=0601010101&num2=0602020202&num3=0603030303')).toEqual([
			0, 0, 12,
		]);
		expect(simulator.account.credit).toBe(0.01);
		expect(await xmlOf(simulator, 'sms=a&num1=0601010101&num2=0602020202')).toBe(
			flat('<code>12</code>', '<message>Votre cr\u00e9dit de MT est \u00e9puis\u00e9</message>'),
		);
	});

	test('may be one alone, answered flat or, if so set, numbered', async () => {
		expect(await xmlOf(simulator, 'sms=a&num1=0601020304')).toContain('<tel>0601020304</tel>');
		simulator.service.oneNumberAnswer = 'numbered';
		expect(await xmlOf(simulator, 'sms=a&num1=0601020304')).toContain('<tel1>0601020304</tel1>');
		expect(await xmlOf(simulator, 'sms=a&num=0601020304')).toContain('<tel>0601020304</tel>');
	});
});

describe('the length of a text', () => {
	const to = 'num=0601020304';
	test.each([
		['160 characters alone', `${to}&sms=${a(160)}`, 0, 1],
		['161 characters alone', `${to}&sms=${a(161)}`, 5, undefined],
		['148 characters with a sender', `${to}&emetteur=Acme&sms=${a(148)}`, 0, 1],
		['149 characters with a sender', `${to}&emetteur=Acme&sms=${a(149)}`, 19, undefined],
		['306 characters in 2 parts', `${to}&smslong=2&sms=${a(306)}`, 0, 2],
		['307 characters in 2 parts', `${to}&smslong=2&sms=${a(307)}`, 32, undefined],
		[
			'294 characters in 2 parts with a sender',
			`${to}&emetteur=Acme&smslong=2&sms=${a(294)}`,
			0,
			2,
		],
		[
			'295 characters in 2 parts with a sender',
			`${to}&emetteur=Acme&smslong=2&sms=${a(295)}`,
			32,
			undefined,
		],
		['918 characters, parts computed', `${to}&smslong=999&sms=${a(918)}`, 0, 6],
		['919 characters, parts computed', `${to}&smslong=999&sms=${a(919)}`, 31, undefined],
		['906 characters with a sender', `${to}&emetteur=Acme&smslong=999&sms=${a(906)}`, 0, 6],
		[
			'907 characters with a sender',
			`${to}&emetteur=Acme&smslong=999&sms=${a(907)}`,
			31,
			undefined,
		],
		['80 double characters', `${to}&sms=${'%CA%5B%5D%D5'.repeat(20)}`, 0, 1],
		['80 double characters and one', `${to}&sms=${'%CA%5B%5D%D5'.repeat(20)}a`, 5, undefined],
		['no whole number of parts', `${to}&smslong=2.5&sms=a`, 34, undefined],
		['parts in words', `${to}&smslong=two&sms=a`, 34, undefined],
		['nothing', `${to}&sms=`, 4, undefined],
	])('%s', async (_, form, expected, parts) => {
		expect(await code(form)).toBe(expected);
		expect(simulator.phones.messages()[0]?.parts).toBe(parts);
	});

	const belgian = 'num=0032470123456&ucs2=1';
	const cyrillic = (count: number) => '%D0%B9'.repeat(count);
	test.each([
		['70 characters of UCS-2', `${belgian}&sms=${cyrillic(70)}`, 0, 1],
		['71 characters of UCS-2', `${belgian}&sms=${cyrillic(71)}`, 38, undefined],
		['71 characters of UCS-2 in 2 parts', `${belgian}&smslong=2&sms=${cyrillic(71)}`, 0, 2],
		['134 characters of UCS-2', `${belgian}&smslong=999&sms=${cyrillic(134)}`, 0, 2],
		['135 characters of UCS-2', `${belgian}&smslong=999&sms=${cyrillic(135)}`, 0, 3],
		['58 characters of UCS-2 with a sender', `${belgian}&emetteur=Acme&sms=${cyrillic(58)}`, 0, 1],
		[
			'59 characters of UCS-2 with a sender',
			`${belgian}&emetteur=Acme&sms=${cyrillic(59)}`,
			38,
			undefined,
		],
		['402 characters of UCS-2', `${belgian}&smslong=999&sms=${cyrillic(402)}`, 0, 6],
		['403 characters of UCS-2', `${belgian}&smslong=999&sms=${cyrillic(403)}`, 39, undefined],
		// 66 units, then a pair that does not fit into the part's last unit: 66 + 67 + 1.
		[
			'a pair at the end of a part',
			`${belgian}&smslong=999&sms=${cyrillic(66)}%F0%9F%98%80${cyrillic(66)}`,
			0,
			3,
		],
		['the same without a pair', `${belgian}&smslong=999&sms=${cyrillic(134)}`, 0, 2],
	])('%s', async (_, form, expected, parts) => {
		expect(await code(form)).toBe(expected);
		expect(simulator.phones.messages()[0]?.parts).toBe(parts);
	});

	test('says how long the text is and how long it may be', async () => {
		expect(await xmlOf(simulator, `${to}&smslong=1&sms=${a(200)}`)).toContain(
			'Le message est sur 2 SMS (200 caract\u00e8res) alors que la demande est sur 1 SMS',
		);
		expect(await xmlOf(simulator, `${to}&emetteur=Acme&smslong=999&sms=${a(1000)}`)).toContain(
			'Le message ne doit pas d\u00e9passer 906 caract\u00e8res !',
		);
	});
});

describe('a sender', () => {
	test.each([
		['of four characters', 'Acme', 0],
		['of eleven characters with a space', 'Mon%20Magasi', 0],
		['with digits', 'MaSociete7', 0],
		['that is empty', '', 16],
		['of three characters', 'Abc', 17],
		['of twelve characters', 'Abcdefghijkl', 17],
		['of digits only', '12345', 18],
		['with an accent', 'Soci%E9t%E9', 42],
		['with a hyphen', 'Ma-Boite', 42],
	])('%s gets %2$s', async (_, sender, expected) => {
		expect(await code(`num=0601020304&sms=a&emetteur=${sender}`)).toBe(expected);
	});

	test('that is not allowed gets 33', async () => {
		simulator.account.senders = ['Acme'];
		expect(await code('num=0601020304&sms=a&emetteur=Acme')).toBe(0);
		expect(await code('num=0601020304&sms=a&emetteur=Other')).toBe(33);
	});

	test('brings the STOP mention, which only some accounts may remove', async () => {
		expect(await code('num=0601020304&sms=a&emetteur=Acme')).toBe(0);
		expect(await code('num=0601020304&sms=a&emetteur=Acme&nostop=1')).toBe(36);
		simulator.account.noStopAllowed = true;
		expect(await code(`num=0601020304&sms=${a(160)}&emetteur=Acme&nostop=1`)).toBe(0);
		const [first, second] = simulator.phones.messages();
		expect(first).toMatchObject({ text: 'a', sender: 'Acme', stopMention: 'STOP 36180' });
		expect(second?.stopMention).toBeUndefined();
	});

	test('is a number without one, and that of SMS Azur with numAzur=1', async () => {
		await xmlOf(simulator, 'num=0601020304&sms=a');
		await xmlOf(simulator, 'num=0601020304&sms=a&numAzur=1');
		const [first, second] = simulator.phones.messages();
		expect(first?.sender).toMatch(/^\d+$/);
		expect(second?.sender).toMatch(/^\d+$/);
		expect(second?.sender).not.toBe(first?.sender);
	});
});

describe('a tracker', () => {
	test.each([
		["the manual's example", 'monCompte_monId', 0],
		['of 49 characters', a(49), 0],
		['of 50 characters', a(50), 999],
		['with a space', 'a%20b', 999],
	])('%s', async (_, tracker, expected) => {
		expect(await code(`num=0601020304&sms=a&tracker=${tracker}`)).toBe(expected);
	});
});

describe('a number', () => {
	test.each([
		['0601020304', 0, '+33601020304'],
		['0701020304', 0, '+33701020304'],
		['0033601020304', 0, '+33601020304'],
		['33601020304', 0, '+33601020304'],
		['%2B33601020304', 0, '+33601020304'],
		['0032470123456', 0, '+32470123456'],
		['0596696123456', 0, '+596696123456'],
		['0696123456', 0, '+596696123456'],
		['00262692123456', 0, '+262692123456'],
		['0012025550123', 0, '+12025550123'],
		['601020304', 7, undefined],
		['06%2001%2002%2003%2004', 7, undefined],
		['06010203045', 7, undefined],
		['003360102030', 7, undefined],
		['+33601020304', 7, undefined],
		['abc', 7, undefined],
		['0145678901', 21, undefined],
		['00999123456789', 27, undefined],
	])('%s gets %i', async (number, expected, international) => {
		expect(await code(`sms=a&num=${number}`)).toBe(expected);
		const reached = simulator.phones.all().find(({ messages }) => messages.length > 0);
		expect(reached?.number).toBe(international);
	});

	test('of a country that is not allowed gets 27', async () => {
		simulator.account.allowedCallingCodes = ['33', '32'];
		expect(await code('sms=a&num=0032470123456')).toBe(0);
		expect(await code('sms=a&num=0044712345678')).toBe(27);
	});

	test('in metropolitan France gets 40 for UCS-2, one in Martinique does not', async () => {
		expect(await code('sms=a&ucs2=1&num=0601020304')).toBe(40);
		expect(await code('sms=a&ucs2=1&num=0596696123456')).toBe(0);
	});
});

describe('a dear number in the text', () => {
	test.each([
		['0899 without its cost', 'Appelez%20le%200899%2012%2034%2056', 25],
		['0892 without its cost', 'Appelez%20le%200892123456', 26],
		[
			"the manual's example for 0899",
			'le%200899%20XX%20XX%20XX%20(1.35%CA%20%2F%20apl%20%2B%200.34%CA%20%2F%20min)',
			0,
		],
		["the manual's example for 0892", 'le%200892%20XX%20XX%20XX%20(0.34%CA%20%2F%20min)', 0],
		['a number that only contains these digits', 'Commande%201089912', 0],
	])('%s', async (_, sms, expected) => {
		expect(await code(`num=0601020304&sms=${sms}`)).toBe(expected);
	});
});

describe('a date', () => {
	const send = 'num=0601020304&sms=a';

	test("is in GMT+1, or in the zone that was given, with that zone's summer time", async () => {
		simulator.clock.set('2016-06-01T00:00:00Z');
		await xmlOf(simulator, `${send}&date_envoi=2016-11-25%2016:30`);
		await xmlOf(simulator, `${send}&date_envoi=2016-07-25%2016:30&gmt_zone=Europe%2FBrussels`);
		await xmlOf(simulator, `${send}&date_envoi=2016-11-25%2016:30&gmt_zone=America%2FHavana`);
		expect(
			simulator.phones.messages().map(({ scheduledFor }) => scheduledFor?.toISOString()),
		).toEqual(['2016-11-25T15:30:00.000Z', '2016-07-25T14:30:00.000Z', '2016-11-25T21:30:00.000Z']);
		expect(simulator.phones.messages()[0]?.receivedAt).toBeUndefined();
	});

	test('lets the message arrive when it has come', async () => {
		simulator.clock.set('2016-11-25T15:00:00Z');
		await xmlOf(simulator, `${send}&date_envoi=2016-11-25%2016:30`);
		await simulator.clock.advance(29 * 60_000);
		expect(simulator.phones.messages()[0]?.receivedAt).toBeUndefined();
		await simulator.clock.advance(2 * 60_000);
		expect(simulator.phones.messages()[0]?.receivedAt?.toISOString()).toBe(
			'2016-11-25T15:30:00.000Z',
		);
	});

	test.each([
		'2016-11-25',
		'25/11/2016%2016:30',
		'2016-11-25%2016:30:00',
		'2016-02-30%2010:00',
		'2016-11-25%2024:00',
		'2016-11-25T16:30',
		'',
	])('written %s gets 43', async (date) => {
		expect(await code(`${send}&date_envoi=${date}`)).toBe(43);
	});

	test('in a zone that the manual does not list gets 999', async () => {
		expect(await code(`${send}&date_envoi=2030-11-25%2016:30&gmt_zone=Europe%2FParis`)).toBe(999);
	});
});

describe('quiet hours', () => {
	test.each([
		['Monday, 10:00', '2026-11-23T09:00:00Z', 0],
		['Monday, 19:59', '2026-11-23T18:59:00Z', 0],
		['Monday, 20:00', '2026-11-23T19:00:00Z', 24],
		['Monday, 07:59', '2026-11-23T06:59:00Z', 24],
		['Sunday', '2026-11-22T10:00:00Z', 24],
		['14 July, in summer time', '2026-07-14T10:00:00Z', 24],
		['Easter Monday', '2026-04-06T10:00:00Z', 24],
		['Ascension', '2026-05-14T10:00:00Z', 24],
		['Whit Monday', '2026-05-25T10:00:00Z', 24],
		['Whit Monday of 2024', '2024-05-20T10:00:00Z', 24],
	])('%s', async (_, now, expected) => {
		simulator.account.quietHours = true;
		simulator.clock.set(now);
		expect(await code('num=0601020304&sms=a')).toBe(expected);
		simulator.account.quietHours = false;
		expect(await code('num=0601020304&sms=a')).toBe(0);
	});

	test('are those of the date of a scheduled message', async () => {
		simulator.account.quietHours = true;
		simulator.clock.set('2026-11-22T10:00:00Z');
		expect(await code('num=0601020304&sms=a&date_envoi=2026-11-23%2010:00')).toBe(0);
		expect(await code('num=0601020304&sms=a&date_envoi=2026-11-23%2021:00')).toBe(24);
	});
});

describe('comptage=1', () => {
	test('answers as the manual shows it, sends nothing and costs nothing', async () => {
		expect(await xmlOf(simulator, `num=0601020304&smslong=999&comptage=1&sms=${a(234)}`)).toBe(
			flat('<tel>0601020304</tel>', '<nb_sms>2</nb_sms>', '<nb_caractere>234</nb_caractere>'),
		);
		expect(simulator.phones.messages()).toEqual([]);
		expect(simulator.account.credit).toBe(108.16);
	});

	test('counts double characters twice and the STOP mention into the parts', async () => {
		expect(
			await xmlOf(
				simulator,
				`num=0601020304&smslong=999&comptage=1&emetteur=Acme&sms=%CA${a(147)}`,
			),
		).toContain('<nb_sms>2</nb_sms>\n<nb_caractere>149</nb_caractere>');
	});
});
