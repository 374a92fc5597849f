import { processorTime } from '../../helpers/processor-time';
import { outcome, refusal, submitted } from './read';

const NOT_A_NUMBER = 'is not a phone number';

describe('What exports, links and chats put around a number', () => {
	it.each([
		...['="0601020304"', '"0601020304"', "'0601020304", "'0601020304'", '“0601020304”'],
		...['«0601020304»', '’0601020304', '`0601020304`', '=0601020304', '=+33601020304'],
		...['"0601020304', '0601020304"', '="+33 6 01 02 03 04"', '" 06 01 02 03 04 "'],
		...['tel:0601020304', 'TEL:+33601020304', 'tel://+33601020304', 'tel: 06 01 02 03 04'],
		...['sms:+33601020304', 'smsto:0601020304', 'callto:0601020304', '"tel:0601020304"'],
		...['whatsapp:+33601020304', 'WhatsApp:+33601020304', 'whatsapp:33601020304'],
		...['33601020304@c.us', '33601020304@s.whatsapp.net', '33601020304:12@s.whatsapp.net'],
		...['+33601020304@c.us', 'wa.me/33601020304', 'https://wa.me/33601020304'],
		...['601020304.00', '601 020 304.00', '33601020304.0', '0601020304.000', '"601020304.00"'],
		...['="601020304"', '"601020304.0"', '+0033601020304'],
	])('is dropped: %s', (written) => {
		expect(submitted(written)).toEqual(['0601020304']);
	});

	it('is dropped from each of several', () => {
		expect(submitted('"0601020304","0601020305"; tel:0601020306\n33601020307@c.us')).toEqual(
			'0601020304 0601020305 0601020306 0601020307'.split(' '),
		);
	});

	it('may be commas and semicolons of another script between two', () => {
		expect(submitted('０６０１０２０３０４，0601020305；0601020306')).toEqual(
			'0601020304 0601020305 0601020306'.split(' '),
		);
	});

	it("tells that a chat's name begins with a country code", () => {
		expect(submitted('687751234@c.us')).toEqual(['00687751234']);
		expect(submitted('61412345678@s.whatsapp.net')).toEqual(['0061412345678']);
		expect(submitted('41791234567@c.us', 'US')).toEqual(['0041791234567']);
	});

	it.each([
		...['0601020304@c.us', '120363025246125486@g.us', '123456789012345@lid', '0601020304@sms.fr'],
		...[
			'mailto:0601020304',
			'Mobile: 0601020304',
			'=A1',
			'""',
			'="6,01E+08"',
			'6.12E+08',
			'=6.01e8',
		],
	])('is refused where it is more than that: %s', (written) => {
		expect(outcome(written)).toContain(NOT_A_NUMBER);
	});
});

describe('A character without a glyph', () => {
	it.each([
		...['\u0000', '\u0001', '\u001b', '\u001f', '\u007f', '\u0080', '\u00ad', '\u034f', '\u061c'],
		...['\u115f', '\u1160', '\u17b4', '\u180e', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f'],
		...['\u202a', '\u202c', '\u2060', '\u2061', '\u2066', '\u2069', '\u206f', '\u3164', '\ufe00'],
		...['\ufe0d', '\ufe0f', '\ufeff', '\uffa0', '\ufff9', '\u{1d173}', '\u{e0001}', '\u{e0100}'],
	])('%j is dropped before, in and after a number', (character) => {
		expect(submitted(`${character}06${character}01020304${character}`)).toEqual(['0601020304']);
		expect(submitted(`${character}"+33601020304"${character}`)).toEqual(['0601020304']);
	});

	it.each([
		...['\t', '\u00a0', '\u1680', '\u2000', '\u2007', '\u2009', '\u200a', '\u202f', '\u205f'],
		...['\u2800', '\u3000'],
	])('%j that is a space is one', (space) => {
		expect(submitted(`${space}06${space}01 02 03${space}04${space}`)).toEqual(['0601020304']);
	});

	it('is no number by itself', () => {
		expect(refusal('\u200b').message).toBe('There is no phone number');
		expect(refusal('\ufe0f, \u001f').message).toBe('There is no phone number');
		expect(refusal(['0601020304', '\u3164']).message).toBe('Phone number 2 of the list is empty');
	});
});

describe('An endless entry', () => {
	it.each([
		"a'!",
		'a"!',
		'0\u0f73',
		'\u0f73',
		'0\u0301',
		'0\u1ea4',
		'06 ',
		'0\u2460',
		' +',
		'\u200b',
	])('is refused in a time that does not grow with the square of its length: %j', (part) => {
		const [before = '', one = '', after = ''] = part.length > 2 ? part : ['', part, ''];
		const endless = before + one.repeat(1_000_000 / one.length) + after;
		const milliseconds = processorTime(() => {
			expect(outcome(endless)).toContain('is not a phone number');
		});
		expect(milliseconds).toBeLessThan(1_000);
	});

	it('says how long it is, and what stands between two numbers', () => {
		const { description } = refusal('0601020304 '.repeat(100));
		expect(description).toBe(
			'It has 1099 characters, more than any phone number. Put a comma, a semicolon or a line break between two numbers.',
		);
	});

	it('may be a list of any length', () => {
		expect(submitted('0601020304,'.repeat(1_000))).toHaveLength(1_000);
	});
});

describe('The digits of a number', () => {
	it.each([
		'٠٦٠١٠٢٠٣٠٤',
		'۰۶۰۱۰۲۰۳۰۴',
		'０６０１０２０３０４',
		'＋３３ ６ ０１ ０２ ０３ ０４',
		'𝟎𝟔𝟎𝟏𝟎𝟐𝟎𝟑𝟎𝟒',
	])('may be those of another script: %s', (written) => {
		expect(submitted(written)).toEqual(['0601020304']);
	});

	it.each([
		['06O1020304', 'O', 'U+004F', 3, '0'],
		['o601020304', 'o', 'U+006F', 1, '0'],
		['06\u041e1020304', '\u041e', 'U+041E', 3, '0'],
		['06\u043e1020304', '\u043e', 'U+043E', 3, '0'],
		['06\u039f1020304', '\u039f', 'U+039F', 3, '0'],
		['060l020304', 'l', 'U+006C', 4, '1'],
		['060I020304', 'I', 'U+0049', 4, '1'],
		['060|020304', '|', 'U+007C', 4, '1'],
		['060\u0406020304', '\u0406', 'U+0406', 4, '1'],
		['06 01 02 03 0\u041e', '\u041e', 'U+041E', 14, '0'],
		['\u200b06O1020304', 'O', 'U+004F', 3, '0'],
		['0601020304, 07 O1', 'O', 'U+004F', 4, '0'],
	])('are not letters that look like them: %s', (written, letter, code, position, digit) => {
		const { message, description } = refusal(written);
		expect(message).toContain(NOT_A_NUMBER);
		expect(description).toBe(
			`It has the character "${letter}" (${code}) at position ${position}, which only looks like the digit ${digit}. Write the digit.`,
		);
	});

	it.each([
		['0601020304 ext 5', '"e" (U+0065) at position 12'],
		// letters of a word, and a line between two numbers, look like no digit
		['0601020304 ou 0601020305', '"o" (U+006F) at position 12'],
		['0601020304 Olivier', '"O" (U+004F) at position 12'],
		['0601020304 | 0601020305', '"|" (U+007C) at position 12'],
		['06०1020304', '"०" (U+0966) at position 3'],
		['060102030²', '"²" (U+00B2) at position 10'],
		['06①1020304', '"①" (U+2460) at position 3'],
		['06½1020304', '"½" (U+00BD) at position 3'],
		['06\ufffd1020304', '"\ufffd" (U+FFFD) at position 3'],
		['0601020304#', '"#" (U+0023) at position 11'],
		['06*01020304', '"*" (U+002A) at position 3'],
		['📞0601020304', '"📞" (U+1F4DE) at position 1'],
		['+33 6 01 02 03 0S', '"S" (U+0053) at position 17'],
	])('are not other characters, which are named with their place: %s', (written, named) => {
		expect(refusal(written).message).toContain(NOT_A_NUMBER);
		expect(refusal(written).description).toContain(
			`It has the character ${named}. A phone number has`,
		);
	});

	it.each(['06+01020304', '++33601020304', '0601020304+'])(
		'have no + among them: %s',
		(written) => {
			expect(refusal(written).description).toBe('A + can only stand before the country code.');
		},
	);
});

describe('A number of the wrong length', () => {
	it.each([
		['06 12 34 56 7', 'It has 9 digits, a French number has 10.'],
		['06 12 34 56 789', 'It has 11 digits, a French number has 10.'],
		['0', 'It has 1 digit, a French number has 10.'],
		['6 12 34 56 7', 'It has 8 digits, a French number has 10.'],
		['0612345678 0612345679', 'It has 20 digits, a French number has 10.'],
		['+33 6 12 34 56 7', 'It has 8 digits after the country code 33, a French number has 9 there.'],
		[
			'+33 (0)6 12 34 56 789',
			'It has 10 digits after the country code 33, a French number has 9 there.',
		],
		[
			'0033 6 12 34 56 7',
			'It has 8 digits after the country code 33, a French number has 9 there.',
		],
		['+32 47', 'It has 4 digits, which is too short for a number of its country.'],
		['+32 470 12 34 56 78 9', 'It has 14 digits, which is too long for a number of its country.'],
		['+999 12 34 56 78', 'No country has its country code.'],
	])('says how many digits it has: %s', (written, words) => {
		expect(refusal(written).message).toContain(NOT_A_NUMBER);
		expect(refusal(written).description).toMatch(words);
	});

	it('says so in the words of the default country', () => {
		expect(refusal('0470 12', 'BE').description).toContain('too short for a number of Belgium.');
		expect(refusal('0470 12 34 56 78', 'BE').description).toContain(
			'too long for a number of Belgium.',
		);
	});

	it('is called a landline where it begins like one', () => {
		const words = 'It begins with 01 like a landline: SMS reach mobile numbers, 06 or 07.';
		expect(refusal('01 23 45 67 8').description).toContain(words);
		expect(refusal('06 12 34 56 7').description).not.toContain('landline');
	});
});

describe('A number that a spreadsheet has rounded', () => {
	it.each([
		'6.12E+08',
		'6,12E+08',
		'6.01020304E+8',
		'3,36E+10',
		'6.12e8',
		'="6.12E+08"',
		6.12e8,
		3.36012e10,
	])('is refused: %p', (value) => {
		expect(refusal(value).message).toContain(NOT_A_NUMBER);
		expect(refusal(value).description).toContain('Keep the column as text');
	});

	it('is taken where it is text, and where fewer digits are zeros', () => {
		expect(submitted('612000000')).toEqual(['0612000000']);
		expect(submitted([612340000, 601020304, 33612340000])).toEqual([
			'0612340000',
			'0601020304',
			'0612340000',
		]);
	});
});
