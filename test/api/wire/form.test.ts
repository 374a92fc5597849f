import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import type { TextEncoding } from '../../../nodes/ISendPro/api/wire/form';
import { encodeForm } from '../../../nodes/ISendPro/api/wire/form';
import { compose } from '../text/compose';

function encoded(value: string, encoding: TextEncoding = 'iso-8859-15'): string {
	return encodeForm([['sms', value]], encoding);
}

describe('A form in ISO-8859-15', () => {
	it('keeps the order of its fields, and empty values', () => {
		const fields = [
			['keyid', 'a296464ce012b8ab710a'],
			['sms', ''],
			['num', '0601020304'],
		] as const;
		expect(encodeForm(fields, 'iso-8859-15')).toBe(
			'keyid=a296464ce012b8ab710a&sms=&num=0601020304',
		);
		expect(encodeForm([], 'iso-8859-15')).toBe('');
	});

	// [4.3], with ? as %3F: %3D is the manual's misprint
	it.each([
		['the marks of the manual', ' $&+,/:;=?@', '%20%24%26%2B%2C%2F%3A%3B%3D%3F%40'],
		['€ and a line break', '€\n', '%CA%D5'],
		['other marks', '%[]#"\'()*!<>', '%25%5B%5D%23%22%27%28%29%2A%21%3C%3E'],
		['letters', 'àèéùêçÿ', '%E0%E8%E9%F9%EA%E7%FF'],
		['what ISO-8859-1 lacks', 'ŠšŽžŒœŸ', '%A6%A8%B4%B8%BC%BD%BE'],
	])('writes %s by the bytes of ISO-8859-15', (_, characters, bytes) => {
		expect(encoded(characters)).toBe(`sms=${bytes}`);
	});

	it('leaves letters, digits and - _ . ~ as they are', () => {
		const plain = 'ABCXYZabcxyz0189-_.~';
		expect(encoded(plain)).toBe(`sms=${plain}`);
	});

	it('encodes the names of fields too', () => {
		expect(encodeForm([['a b&c', 'x']], 'iso-8859-15')).toBe('a%20b%26c=x');
	});

	it.each(['Ê', 'Õ', '\r', '¤', '¦', '’', 'Ж', '中', '\ud83d', '😀', 'e\u0301'])(
		'refuses %j instead of sending something else',
		(character) => {
			expect(() => encoded(`a${character}`)).toThrow(InvalidInputError);
		},
	);
});

describe('A form in UTF-8', () => {
	it.each([
		['€', '%E2%82%AC'],
		['\n', '%0A'],
		['Ê', '%C3%8A'],
		['Õ', '%C3%95'],
		['é', '%C3%A9'],
		['Привет', '%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82'],
		['你', '%E4%BD%A0'],
		['😀', '%F0%9F%98%80'],
		["a !'()*~", 'a%20%21%27%28%29%2A~'],
		['+&%=', '%2B%26%25%3D'],
	])('writes %j as %s', (text, bytes) => {
		expect(encoded(text, 'utf-8')).toBe(`sms=${bytes}`);
	});

	it.each(['\ud83d', '\ude00', 'a\ud83db'])('refuses half a surrogate pair in %j', (text) => {
		expect(() => encoded(text, 'utf-8')).toThrow(InvalidInputError);
	});
});

describe('A message on the wire, worked out by hand', () => {
	it.each([
		['Salut ça va ?', 'sms=Salut%20%E7a%20va%20%3F'],
		['Prix : 10€', 'sms=Prix%20%3A%2010%CA'],
		['Être à l’heure', 'sms=Etre%20%E0%20l%27heure'],
		['ÊÕêõ', 'sms=EO%EA%F5'],
		['un\ndeux\rtrois\r\nquatre', 'sms=un%D5deux%D5trois%D5quatre'],
		['[a] 1+1=2 & 50%', 'sms=%5Ba%5D%201%2B1%3D2%20%26%2050%25'],
		['« Cœur »…', 'sms=%22%20Coeur%20%22...'],
		['José\u00a0Muñoz, Škoda', 'sms=Jos%E9%20Mu%F1oz%2C%20Skoda'],
	])('%j goes out as %s', (message, body) => {
		expect(encoded(compose(message).submitted)).toBe(body);
	});

	it('goes out as UTF-8 where it needs Unicode', () => {
		const message = compose('Привет, Ê€\r\n!', { unicodeAllowed: true });
		expect(message.encoding).toBe('unicode');
		expect(encoded(message.submitted, 'utf-8')).toBe(
			'sms=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%2C%20%C3%8A%E2%82%AC%0A%21',
		);
	});
});
