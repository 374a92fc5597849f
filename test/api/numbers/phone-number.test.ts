import fc from 'fast-check';

import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { readPhoneNumbers } from '../../../nodes/ISendPro/api/numbers/phone-number';
import { refusal as refusalOf } from '../text/compose';

/** The first of what is read. */
function readPhoneNumber(value: unknown, country = 'FR') {
	const [number] = readPhoneNumbers(value, country);
	if (!number) throw new Error('nothing was read');
	return number;
}

const submitted = (value: unknown, country = 'FR') =>
	readPhoneNumbers(value, country).map((number) => number.submitted);

const refusal = (value: unknown, country = 'FR') =>
	refusalOf(() => readPhoneNumbers(value, country));

describe('A French mobile number', () => {
	it.each([
		'0601020304',
		'06/01/02/03/04',
		'06\u201101\u201302\u2212 03 04',
		' 06\u00a001\u202f02\u200903\t04 ',
		'(+33) 6 01 02 03 04',
		'330601020304',
		'601020304.0',
		"'0601020304",
		'tel:+33601020304',
		'\u202a+33 6 01 02 03 04\u202c',
		'\u200e06\u200b01020304\ufeff',
		'+33 6 01 02 03 04',
		'٠٦٠١٠٢٠٣٠٤',
	])('written %j is submitted as 0601020304', (written) => {
		expect(readPhoneNumber(written, 'FR')).toEqual({
			submitted: '0601020304',
			country: 'FR',
			metropolitanFrance: true,
		});
	});

	it.each([601020304, 33601020304, 601020304n])(
		'given as the number %p keeps its digits',
		(value) => {
			expect(submitted(value)).toEqual(['0601020304']);
		},
	);

	it('may be written as it is dialled from the default country', () => {
		expect(submitted('011 33 6 01 02 03 04', 'US')).toEqual(['0601020304']);
		expect(submitted('011 262 692 12 34 56', 'US')).toEqual(['00262692123456']);
	});

	it('of a range opened only lately is accepted', () => {
		expect(submitted('07 00 00 00 01, 0799999999')).toEqual(['0700000001', '0799999999']);
	});

	it('with a country code is French whatever the default country', () => {
		expect(submitted('+33601020304, 0033601020304', 'BE')).toEqual(['0601020304', '0601020304']);
	});

	it('in any formatting is submitted the same', () => {
		const pair = fc.stringMatching(/^\d\d$/);
		const gap = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f', '\u200e', ' - ', ') (');
		const prefix = fc.constantFrom('0', '+33', '0033', '33', '+33 (0)', '0033(0)', '');
		fc.assert(
			fc.property(
				fc.constantFrom('60', '61', '62', '65', '66', '67', '68', '74', '75', '78'),
				fc.array(pair, { minLength: 3, maxLength: 3 }),
				fc.constantFrom('1', '8'),
				fc.array(gap, { minLength: 5, maxLength: 5 }),
				prefix,
				(start, pairs, last, gaps, written) => {
					const digits = `${start}${pairs.join('')}${last}`;
					const groups = [start, ...pairs, last].map((group, index) => group + (gaps[index] ?? ''));
					const text = written + groups.join('');
					// a single dot before the last digit is that of a decimal number
					fc.pre(!/^[1-9]\d+\.\d$/.test(text.replace(/[\s\u200e]/g, '')));
					expect(submitted(text)).toEqual([`0${digits}`]);
				},
			),
		);
	});
});

describe('A number of an overseas territory', () => {
	it.each([
		['0690 12 34 56', 'GP', '00590690123456'],
		['0691 22 34 56', 'GP', '00590691223456'],
		['0692 12 34 56', 'RE', '00262692123456'],
		['0693 12 34 56', 'RE', '00262693123456'],
		['0694 12 34 56', 'GF', '00594694123456'],
		['0696 12 34 56', 'MQ', '0596696123456'],
		['0697 12 34 56', 'MQ', '0596697123456'],
		['0639 12 34 56', 'YT', '00262639123456'],
		['0709 00 12 34', 'GP', '00590709001234'],
		['0709 10 12 34', 'MQ', '0596709101234'],
		['0709 20 12 34', 'RE', '00262709201234'],
		['0709 30 12 34', 'GF', '00594709301234'],
		['0709 35 12 34', 'YT', '00262709351234'],
		['0708 40 12 34', 'PM', '00508708401234'],
		['0508 55 12 34', 'PM', '00508551234'],
		['+508 55 12 34', 'PM', '00508551234'],
		['0262 12 34 56', 'RE', '00262262123456'],
		['+262 (0)639 12 34 56', 'YT', '00262639123456'],
		['+596 696 12 34 56', 'MQ', '0596696123456'],
		['00596696123456', 'MQ', '0596696123456'],
		['+33 690 12 34 56', 'GP', '00590690123456'],
		['690123456', 'GP', '00590690123456'],
		['0269 61 23 45', 'YT', '00262269612345'],
		['596696123456', 'MQ', '0596696123456'],
		['+262 692 12 34 56', 'RE', '00262692123456'],
		['+687 75 12 34', 'NC', '00687751234'],
	])('%s belongs to %s and is submitted as %s', (written, country, expected) => {
		expect(readPhoneNumber(written, 'FR')).toEqual({
			submitted: expected,
			country,
			metropolitanFrance: false,
		});
	});

	it('is recognised when the default country is itself a territory', () => {
		expect(submitted('0696 12 34 56; 06 01 02 03 04', 'MQ')).toEqual([
			'0596696123456',
			'0601020304',
		]);
	});

	it('is read again from the form that iSendPro takes', () => {
		const written = ['0596696123456', '00262692123456', '0601020304', '0032475123456'];
		expect(submitted(written)).toEqual(written);
	});
});

describe('A number abroad', () => {
	it.each([
		['+32 475 12 34 56', 'BE', '0032475123456'],
		['0032 (0)475 12 34 56', 'BE', '0032475123456'],
		['+44 7400 123456', 'GB', '00447400123456'],
		['+44 7797 712345', 'JE', '00447797712345'],
		['+1 416 555 1234', 'CA', '0014165551234'],
		['+1 212 555 1234', 'US', '0012125551234'],
		['+39 06 1234 5678', 'IT', '00390612345678'],
		['+377 6 12 34 56 78', 'MC', '00377612345678'],
		['+881 612 345 678', '+881', '00881612345678'],
	])('%s is of %s and is submitted as %s', (written, country, expected) => {
		expect(readPhoneNumber(written, 'FR')).toEqual({
			submitted: expected,
			country,
			metropolitanFrance: false,
		});
	});

	it.each([
		['+420 (0) 601 123 456', '00420601123456'],
		['+48 (0)512 345 678', '0048512345678'],
		['+352 (0)621 123 456', '00352621123456'],
		['+30 (0)691 234 5678', '00306912345678'],
		['+689 (0)87 12 34 56', '0068987123456'],
		['+41 (0)78 123 45 67', '0041781234567'],
		// where the zero belongs to a number
		['+39 (0)6 1234 5678', '00390612345678'],
		['+225 (0)7 01 23 45 67', '002250701234567'],
	])('%s is without the zero that is dialled in other countries: %s', (written, expected) => {
		expect(submitted(written)).toEqual([expected]);
	});

	it('written nationally is of the default country', () => {
		expect(submitted('0475 12 34 56', 'BE')).toEqual(['0032475123456']);
		expect(submitted('32475123456', 'BE')).toEqual(['0032475123456']);
		expect(submitted('(415) 555-2671', 'US')).toEqual(['0014155552671']);
	});
});

describe('Several numbers', () => {
	it('stand apart by commas, semicolons and line breaks, in order', () => {
		expect(submitted('0601020304, 0601020305;0601020304\r\n0601020307\n\n0601020308;')).toEqual(
			'0601020304 0601020305 0601020304 0601020307 0601020308'.split(' '),
		);
	});

	it('come from lists, also nested, of texts and numbers', () => {
		expect(submitted(['0601020304', [601020305, '0601020306,0601020307']])).toEqual(
			'0601020304 0601020305 0601020306 0601020307'.split(' '),
		);
	});
});

/** What is submitted is read as the same number again, or refused: its error, else no message. */
function readAgain(written: string): { message: string } {
	try {
		expect(submitted(written)).toEqual([written]);
		return { message: '' };
	} catch (error) {
		if (error instanceof InvalidInputError) return error;
		throw error;
	}
}

describe('A value that is no phone number is refused', () => {
	it.each([
		...['call me', '06010203', '06 01 02 03 0', '+33060102030', '00 33 0 60102030'],
		...['+262069212345', '0596069612345', '06010203045', '0601020304 0601020305'],
		...['0601020304 ext 5', '6.01020304E+8', '+999 12 34 56 78', '0000000000', '06+01020304'],
		...['+', '()', '36180'],
	])('%j', (value) => {
		expect(refusal(value).message).toBe(`"${value}" is not a phone number`);
	});

	it('by name, among valid ones', () => {
		expect(refusal('0601020304, 06O1020304').message).toBe('"06O1020304" is not a phone number');
		expect(refusal('0601020304,6,01E+08').message).toBe('"6,01E+08" is not a phone number');
	});

	it.each([6.5, 6.01e21, -601020304, Number.NaN, Infinity])('the number %p', (value) => {
		expect(refusal(value).message).toBe(`"${String(value)}" is not a phone number`);
	});

	it.each([
		['', 'There is no phone number'],
		[' ,;\n', 'There is no phone number'],
		[undefined, 'There is no phone number'],
		[null, 'There is no phone number'],
		[[], 'There is no phone number'],
		[['0601020304', ''], 'Phone number 2 of the list is empty'],
		[['0601020304', null], 'Phone number 2 of the list is empty'],
		[{ number: '0601020304' }, 'A phone number cannot be read from an object'],
		[true, 'A phone number cannot be read from a boolean value'],
	])('%j: %s', (value, message) => {
		expect(refusal(value).message).toBe(message);
	});

	it('that is too short is refused with the name of the country it was taken for', () => {
		expect(refusal('12').description).toContain('taken as numbers of France.');
		expect(refusal('12', 'BE').description).toContain('taken as numbers of Belgium.');
	});

	it('a default country that does not exist', () => {
		expect(refusal('0601020304', 'France').message).toBe('"France" is not a country code');
	});

	it('or read, whatever the text: nothing else is thrown, and what goes out is digits', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ().]{1,20}$/)),
				(text) => {
					try {
						for (const number of readPhoneNumbers(text, 'FR')) {
							expect(number.submitted).toMatch(/^0\d{6,16}$/);
							expect(number.metropolitanFrance).toBe(/^0[1-9]\d{8}$/.test(number.submitted));
							const { message } = readAgain(number.submitted);
							expect(message).toMatch(/^$|can be read as two phone numbers$/);
						}
					} catch (error) {
						expect(error).toBeInstanceOf(InvalidInputError);
					}
				},
			),
			{ numRuns: 2000 },
		);
	});
});
