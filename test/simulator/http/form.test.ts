import { codeOf, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

const shownAs = async (form: string) => {
	const xml = await xmlOf(form);
	return xml.includes('<code>0</code>') ? simulator.phones.messages().at(-1)?.text : xml;
};

describe('A form', () => {
	it.each([
		['accents as ISO-8859-15', 'sms=Salut%20%E0%20l%27%E9t%E9', "Salut à l'été"],
		['%CA as the euro sign', 'sms=5%CA', '5€'],
		['%D5 as a line break', 'sms=a%D5b', 'a\nb'],
		['the plus sign as a space', 'sms=a+b', 'a b'],
		['the transcoded characters of 4.3', 'sms=%24%26%2B%2C%2F%3A%3B%3F%40', '$&+,/:;?@'],
		['brackets, percent sign and equals sign', 'sms=%5B100%25%3D1%5D', '[100%=1]'],
		['carriage return, which 4.2 accepts', 'sms=a%0Db', 'a\rb'],
	])('is read: %s', async (_, sms, text) => {
		expect(await shownAs(`num=0601020304&${sms}`)).toBe(text);
	});

	it.each([
		['an invalid escape', 'sms=a%zz'],
		['a byte that is not escaped', 'sms=a\u00e9'],
		['a line break that is not transcoded', 'sms=a%0Ab'],
		['the capital Ç, which the tables lack', 'sms=%C7'],
		['UTF-8 instead of ISO-8859-15', 'sms=%C3%89'],
	])('is refused with 998 for %s', async (_, sms) => {
		expect(await codeOf(`num=0601020304&${sms}`)).toBe(998);
		expect(simulator.phones.messages()).toEqual([]);
	});

	it('is read as UTF-8 with ucs2=1, euro sign and line break included', async () => {
		const sms = '%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%0A%E2%82%AC%F0%9F%98%80%C3%8A';
		expect(await shownAs(`num=0032470123456&ucs2=1&sms=${sms}`)).toBe('Привет\n€😀Ê');
		expect(simulator.phones.messages()[0]).toMatchObject({ encoding: 'unicode', characters: 11 });
	});

	it('is refused with 998 when it is not UTF-8 with ucs2=1', async () => {
		expect(await codeOf('num=0032470123456&ucs2=1&sms=%E9')).toBe(998);
	});

	it('is read as UTF-8 for an account set to it', async () => {
		simulator.account.textEncoding = 'utf-8';
		expect(await shownAs('num=0601020304&sms=%C3%A9%E2%82%AC%0A')).toBe('é€\n');
		expect(await codeOf('num=0601020304&sms=%E9')).toBe(998);
	});

	it('counts the last one of a repeated argument', async () => {
		expect(await shownAs('num=0601020304&sms=one&sms=two')).toBe('two');
	});
});
