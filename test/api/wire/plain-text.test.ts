import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { writePlainText } from '../../../nodes/ISendPro/api/wire/plain-text';

describe('A plain value', () => {
	it.each([
		['Lefèvre-Müller', 'Lefèvre-Müller'],
		['{a|b}~^\\`°²Œ', '{a|b}~^\\`°²Œ'],
		['Être à l’Õ', "Etre à l'O"],
		['E\u0302tre', 'Etre'],
		['Ça “vaut” 3 €…', 'Ça "vaut" 3 €...'],
		['Łukasz ﬁ', 'Lukasz fi'],
		['a\r\nb\rc\nd', 'a\nb\nc\nd'],
		['', ''],
	])('%j goes out in ISO-8859-15 as %j', (value, written) => {
		expect(writePlainText(value, 'iso-8859-15')).toBe(written);
	});

	it.each(['Жанна', '😀', '\0', '¤', '\x85', '\ud800'])(
		'%j is refused in ISO-8859-15, never turned into something else',
		(value) => {
			const act = () => writePlainText(value, 'iso-8859-15');
			expect(act).toThrow(InvalidInputError);
			expect(act).toThrow('position 1');
		},
	);

	it('goes out in UTF-8 as it is', () => {
		const value = 'Ê Õ “Жанна” 😀 …';
		expect(writePlainText(value, 'utf-8')).toBe(value);
		expect(writePlainText('a\r\nb', 'utf-8')).toBe('a\nb');
		expect(() => writePlainText('a\0', 'utf-8')).toThrow(InvalidInputError);
		expect(() => writePlainText('\ud800', 'utf-8')).toThrow(InvalidInputError);
	});
});
