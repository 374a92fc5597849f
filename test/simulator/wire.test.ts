import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { call, codeOf, flat, key, post, xmlOf } from './client';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.reset());
afterAll(async () => await simulator.close());

const shownAs = async (form: string) => {
	const xml = await xmlOf(simulator, form);
	return xml.includes('<code>0</code>') ? simulator.phones.messages().at(-1)?.text : xml;
};

describe('bytes of a request', () => {
	test.each([
		['accents as ISO-8859-15', 'sms=Salut%20%E0%20l%27%E9t%E9', "Salut à l'été"],
		['%CA as the euro sign', 'sms=5%CA', '5€'],
		['%D5 as a line break', 'sms=a%D5b', 'a\nb'],
		['the plus sign as a space', 'sms=a+b', 'a b'],
		['%2B as the plus sign', 'sms=a%2Bb', 'a+b'],
		['the transcoded characters of 4.3', 'sms=%24%26%2B%2C%2F%3A%3B%3F%40', '$&+,/:;?@'],
		['brackets, percent sign and equals sign', 'sms=%5B100%25%3D1%5D', '[100%=1]'],
		['lower-case escapes', 'sms=%e9', 'é'],
		['carriage return, which 4.2 accepts', 'sms=a%0Db', 'a\rb'],
	])('reads %s', async (_, sms, text) => {
		expect(await shownAs(`num=0601020304&${sms}`)).toBe(text);
	});

	test("replaces what the operator replaces, and keeps ù, which the manual's tables both list", async () => {
		const submitted = '%C0%C8%C9%CB%D9%E2%E7%EA%EE%F4%F9%FB%FF';
		expect(await shownAs(`num=0601020304&sms=${submitted}`)).toBe('AEEEUaceioùuy');
	});

	test.each([
		['an escape that is none', 'sms=a%zz'],
		['an escape that is cut off', 'sms=a%E'],
		['a byte that is not escaped', 'sms=a\u00e9'],
		['a euro sign that is not transcoded', 'sms=%A4'],
		['a line break that is not transcoded', 'sms=a%0Ab'],
		['a character of neither table', 'sms=%7B'],
		['the capital Ç, which the tables forgot', 'sms=%C7'],
		['UTF-8 instead of ISO-8859-15', 'sms=%C3%89'],
	])('refuses %s with 998', async (_, sms) => {
		const body = Buffer.from(`${key}&num=0601020304&${sms}`, 'latin1');
		const answer = await call(simulator.url, {
			method: 'POST',
			body,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		});
		expect(answer.body).toContain('<code>998</code>');
		expect(simulator.phones.messages()).toEqual([]);
	});

	test('reads UTF-8 with ucs2=1, euro sign and line break as they are', async () => {
		const sms = '%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%0A%E2%82%AC%F0%9F%98%80%C3%8A';
		expect(await shownAs(`num=0032470123456&ucs2=1&sms=${sms}`)).toBe('Привет\n€😀Ê');
		expect(simulator.phones.messages()[0]).toMatchObject({ encoding: 'unicode', characters: 11 });
	});

	test('refuses with 998 what is no UTF-8 although ucs2=1 says so', async () => {
		expect(await codeOf(simulator, 'num=0032470123456&ucs2=1&sms=%E9')).toBe(998);
	});

	test('reads ordinary text as UTF-8 for an account that wants it', async () => {
		simulator.account.textEncoding = 'utf-8';
		expect(await shownAs('num=0601020304&sms=%C3%A9%E2%82%AC%0A')).toBe('é€\n');
		expect(await codeOf(simulator, 'num=0601020304&sms=%E9')).toBe(998);
	});

	test('takes the last one of a repeated argument', async () => {
		expect(await shownAs('num=0601020304&sms=one&sms=two')).toBe('two');
	});
});

describe('a request', () => {
	test('is served by GET and by POST, and it is recorded which', async () => {
		await call(`${simulator.url}?${key}&sms=Salut%20ca%20va%20%3F&num=0601020304`);
		await post(simulator, 'sms=Salut%20ca%20va%20%3F&num=0601020304');
		const [first, second] = simulator.requests;
		expect(first).toMatchObject({ number: 1, method: 'GET', kind: 'send', body: '', acted: true });
		expect(first?.target).toContain('sms=Salut%20ca%20va%20%3F');
		expect(second).toMatchObject({
			number: 2,
			method: 'POST',
			target: '/cgi-bin/',
			body: `${key}&sms=Salut%20ca%20va%20%3F&num=0601020304`,
			arguments: { sms: 'Salut ca va ?', num: '0601020304' },
		});
		expect(simulator.phones.messages().map(({ text }) => text)).toEqual([
			'Salut ca va ?',
			'Salut ca va ?',
		]);
	});

	test('shows which of its arguments had no effect', async () => {
		await post(simulator, 'sms=a&num=0601020304&emeteur=Acme&gmt_zone=Europe%2FBrussels');
		expect(simulator.requests[0]?.ignoredArguments).toEqual(['emeteur', 'gmt_zone']);
	});

	test('whose body is no form has no arguments', async () => {
		const json = await call(simulator.url, {
			method: 'POST',
			body: `${key}&credit=1`,
			headers: { 'Content-Type': 'application/json' },
		});
		expect(json.body).toContain('<code>3</code>');
	});

	test('is answered with HTTP 200 although it is refused, and with 404 or 405 elsewhere', async () => {
		expect((await call(`${simulator.url}?keyid=wrong&credit=1`)).status).toBe(200);
		expect((await call(simulator.url.replace('cgi-bin/', 'other'))).status).toBe(404);
		expect((await call(simulator.url, { method: 'PUT' })).status).toBe(405);
	});
});

describe('an answer', () => {
	test('is what the manual shows for one message, in ISO-8859-1', async () => {
		const answer = await post(simulator, 'sms=Salut&num=0601020304');
		expect(answer.status).toBe(200);
		expect(answer.body).toBe(
			flat(
				'<code>0</code>',
				'<tel>0601020304</tel>',
				'<message>Votre message a bien \u00e9t\u00e9 envoy\u00e9</message>',
			),
		);
		expect(answer.bytes.includes(Buffer.from([0xe9, 0x74, 0xe9]))).toBe(true);
	});

	test('is what the manual shows for a message without a number', async () => {
		expect(await xmlOf(simulator, 'sms=Salut')).toBe(
			flat(
				'<code>6</code>',
				'<message>Vous devez saisir un num\u00e9ro de t\u00e9l\u00e9phone</message>',
			),
		);
	});

	test('writes what its charset lacks as a character reference', async () => {
		expect(
			await xmlOf(simulator, 'num=0601020304&sms=Appelez%20le%200899%2012%2034%2056'),
		).toContain('(1.35&#8364; / apl + 0.34&#8364; / min)');
	});

	test('escapes what would be markup', async () => {
		expect(await xmlOf(simulator, 'sms=a&num1=%3Ca%26b%3E&num2=0601020304')).toContain(
			'<tel1>&lt;a&amp;b&gt;</tel1>',
		);
	});
});
