import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import type { TextRules } from '../../../nodes/ISendPro/api/text/message-text';
import { compose, refusal } from './compose';

describe('The table of accepted characters [4.2]', () => {
	// row by row; 13 is the line break of the next test
	const single = [
		...[32, 33, 34, 35, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47],
		...[48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64],
		...[65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84],
		...[85, 86, 87, 88, 89, 90, 95, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107],
		...[108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122],
		...[224, 232, 233, 249],
		// $ of [4.3]
		36,
	];

	it('has characters that go out, are shown and count 1', () => {
		for (const message of single.map((code) => `a${String.fromCharCode(code)}b`)) {
			const expected = { text: message, submitted: message, characters: 3, parts: 1 };
			expect(compose(message)).toEqual({ ...expected, encoding: 'gsm' });
			expect(compose(message, { unsupportedCharacters: 'fail' })).toMatchObject(expected);
		}
	});

	it.each(['[', ']', '\n', '€'])('%j counts 2', (character) => {
		const message = `a${character}b`;
		expect(compose(message)).toMatchObject({ text: message, submitted: message, characters: 4 });
	});

	it.each(['a\nb', 'a\rb', 'a\r\nb'])('%j has one line break', (message) => {
		const expected = { text: 'a\nb', submitted: 'a\nb', characters: 4 };
		expect(compose(message)).toMatchObject(expected);
		expect(compose(message, { unsupportedCharacters: 'fail' })).toMatchObject(expected);
	});

	it('has no other character below 256', () => {
		const letters = Object.values(replaced).join('');
		const known = new Set([...single, 10, 13, 91, 93, 200 + 2, 213]);
		for (const letter of letters) known.add(letter.charCodeAt(0));
		for (let code = 0; code < 256; code += 1) {
			if (known.has(code)) continue;
			const message = `a${String.fromCharCode(code)}b`;
			expect(() => compose(message, { unsupportedCharacters: 'fail' })).toThrow(InvalidInputError);
		}
	});
});

/** What the phone shows, and the letters that it shows so. */
const replaced = {
	A: 'ÀÁÂÃÄÅ',
	E: 'ÈÉË',
	I: 'ÌÍÎÏ',
	O: 'ÒÓÔÖ',
	U: 'ÙÚÛÜ',
	a: 'áâãäå',
	c: 'ç',
	e: 'êë',
	i: 'ìíîï',
	o: 'ðòóôõö',
	n: 'ñ',
	u: 'úûü',
	y: 'ýÿ',
};

describe('The table of replaced characters [4.2]', () => {
	it.each(Object.entries(replaced))(
		'shows %s for %s, which go out as they are',
		(shown, letters) => {
			for (const letter of letters) {
				const expected = { submitted: `x${letter}`, text: `x${shown}`, characters: 2 };
				expect(compose(`x${letter}`)).toMatchObject(expected);
				// the same character as a letter and its mark
				expect(compose(`x${letter.normalize('NFD')}`)).toMatchObject(expected);
				expect(() => compose(`x${letter}`, { unsupportedCharacters: 'fail' })).toThrow(
					InvalidInputError,
				);
			}
		},
	);

	it.each([
		['Õ', 'O'],
		['Ê', 'E'],
	])('%s goes out as %s, for its byte means something else [4.3]', (character, letter) => {
		expect(compose(character)).toMatchObject({ submitted: letter, text: letter });
	});

	it('does not take the accent off ù, which the first table accepts', () => {
		expect(compose('Où')).toMatchObject({ submitted: 'Où', text: 'Où' });
	});
});

describe('What stands in neither table', () => {
	it.each([
		['‘a’ ‚b‛ ‹c› d′ ʼ ` ´', "'a' 'b' 'c' d' ' ' '"],
		['“a” „b‟ «c» d″', '"a" "b" "c" d"'],
		['« Bonjour »', '" Bonjour "'],
		['a‐b‑c‒d–e—f―g−h', 'a-b-c-d-e-f-g-h'],
		['Bientôt…', 'Bientot...'],
		['œuf Œuvre Ægir æ ﬁn ﬂot ﬀ ﬃ ﬄ ĳ', 'oeuf OEuvre AEgir ae fin flot ff ffi ffl ij'],
		['10\u00a0000\u202f€\u2009!\u2007\u3000\t.', '10 000 € !   .'],
		['a\u2028b\u2029c', 'a\nb\nc'],
		['soft\u00adhyphen zero\u200bwidth \ufefffirst', 'softhyphen zerowidth first'],
		['Łódź, Škoda, Žižek, Ñandú, Ýmir, Ç', 'Lodz, Skoda, Zizek, Nandu, Ymir, C'],
		[
			'Øre øre Þór þing Ðað đ Đ ß ẞ ı İ ħ Ħ ŧ ŋ ŉ',
			"Ore ore THor thing Dao d D ss SS i I h H t n 'n",
		],
		['ǿ Ǿ ǽ Ǽ', 'o O ae AE'],
		['Nguyễn Thị Hằng Đỗ ơ ư', 'Nguyen Thi Hang Do o u'],
		['Ÿ ẑ x\u0302 q\u0323\u0302', 'Y z x q'],
		['\u212b \u212a', 'A K'],
	])('%j is shown as %j', (message, text) => {
		expect(compose(message).text).toBe(text);
		expect(() => compose(message, { unsupportedCharacters: 'fail' })).toThrow(InvalidInputError);
	});

	it.each([
		['a{', '"{" (U+007B) at position 2'],
		['Où\u00a0?\r\n“{”', '"{" (U+007B) at position 8'],
		['e\u0301te\u0301 {', '"{" (U+007B) at position 7'],
		['1\ufe0f\u20e3', 'U+FE0F'],
		['и\u0306', '"и" (U+0438) at position 1'],
		['\n\u0301', '"◌\u0301" (U+0301) at position 2'],
		['ab\ud800', 'U+D800 at position 3'],
	])('of %j the first character is named, with its place in what the user wrote', (text, named) => {
		expect(refusal(() => compose(text)).message).toContain(named);
	});

	it('is refused with advice that fits', () => {
		expect(refusal(() => compose('Ж')).description).toContain('code 40');
		expect(refusal(() => compose('Ж')).description).not.toContain('Message Encoding');
		expect(refusal(() => compose('Ж', { toDirectory: true })).description).toContain(
			'For a directory without numbers there, set Message Encoding to Unicode.',
		);
		const allowed = refusal(() => compose('Ж', { encoding: 'gsm', unicodeAllowed: true }));
		expect(allowed.description).not.toContain('code 40');
		expect(allowed.description).toContain('Automatic');
		expect(refusal(() => compose('…', { unsupportedCharacters: 'fail' })).description).toContain(
			'Replace',
		);
	});
});

describe('A character that was lost before', () => {
	it.each(['\ufffd', '\x81', '\x8d', '\x8f', '\x90', '\x9d'])(
		'is refused with the advice to read the text anew, whatever the options: %j',
		(character) => {
			for (const rules of [
				{},
				{ unsupportedCharacters: 'fail' },
				{ encoding: 'gsm', unicodeAllowed: true },
				{ toDirectory: true },
			] as const) {
				const { description } = refusal(() => compose(`Zo${character}`, rules));
				expect(description).toContain('read in the wrong encoding');
				expect(description).not.toMatch(/Unicode|left out|Leave Out/);
			}
		},
	);
});

describe('What has no usual replacement, where it is to be left out', () => {
	const rules = { unsupportedCharacters: 'remove' } as const;

	it.each([
		['Bonjour 😀 !', 'Bonjour  !'],
		['Merci ❤\ufe0f👍🏽👨\u200d👩\u200d👧', 'Merci'],
		['Tapez 1\ufe0f\u20e3', 'Tapez 1'],
		['Привет Anna, ê œ…', ' Anna, e oe...'],
		['~^{a}\0\ud83d', 'a'],
	])('of %j, %j is sent', (message, text) => {
		expect(compose(message, rules)).toMatchObject({
			text,
			characters: text.length,
			parts: 1,
			encoding: 'gsm',
		});
		expect(() => compose(message)).toThrow(InvalidInputError);
	});

	it('goes out as Unicode where that can be sent, unless ordinary text is asked for', () => {
		const abroad = { ...rules, unicodeAllowed: true } as const;
		expect(compose('Да 😀\0', abroad)).toMatchObject({ text: 'Да 😀', encoding: 'unicode' });
		expect(compose('a 😀', { ...abroad, encoding: 'gsm' })).toMatchObject({
			text: 'a',
			encoding: 'gsm',
		});
	});

	it.each(['😀', 'Привет', '{ }', ' \0'])(
		'is refused when nothing else is there: %j',
		(message) => {
			expect(refusal(() => compose(message, rules)).message).toBe(
				'The message is empty without the characters that cannot be sent',
			);
		},
	);

	it('is refused in a link where it cannot be encoded, since that would lead elsewhere without it', () => {
		const error = refusal(() => compose('😀 https://a.fr/ê/{id}.', rules));
		expect(error.message).toBe(
			'The link https://a.fr/ê/{id} has the character "{" (U+007B) at position 16, which cannot be sent',
		);
	});
});

describe('A link in an ordinary SMS', () => {
	const addressOf = (link: string) => decodeURIComponent(new URL(link).href);

	it.each([
		['https://shop.fr/forêt', 'https://shop.fr/for%C3%AAt'],
		['https://maps.fr/?q=a|b', 'https://maps.fr/?q=a%7Cb'],
		['https://fr.org/wiki/Île-de-France', 'https://fr.org/wiki/%C3%8Ele-de-France'],
		['https://a.fr/~anna', 'https://a.fr/%7Eanna'],
		['https://a.fr/l’été', 'https://a.fr/l%E2%80%99été'],
		['https://a.fr/fore\u0302t', 'https://a.fr/fore%CC%82t'],
		['https://forêt.fr/ê?ê#ê', 'https://xn--fort-ipa.fr/%C3%AA?%C3%AA#%C3%AA'],
		['http://forêt.fr:443/', 'http://xn--fort-ipa.fr:443/'],
		['https://a.fr/caf\u00e9?d=1&e=[2]€', 'https://a.fr/café?d=1&e=[2]€'],
		// signs that are replaced elsewhere
		['https://fr.org/wiki/Ligne_Paris–Lyon', 'https://fr.org/wiki/Ligne_Paris%E2%80%93Lyon'],
		['https://a.fr/ê—où', 'https://a.fr/%C3%AA%E2%80%94où'],
		['https://a.fr/m²', 'https://a.fr/m%C2%B2'],
		['https://a.fr/½-tarif', 'https://a.fr/%C2%BD-tarif'],
		['https://a.fr/20°?n=№5#a→b', 'https://a.fr/20%C2%B0?n=%E2%84%965#a%E2%86%92b'],
		['https://a.fr/cœur/Ægir', 'https://a.fr/c%C5%93ur/%C3%86gir'],
		['https://a.fr/5×3•`´¿', 'https://a.fr/5%C3%973%E2%80%A2%60%C2%B4%C2%BF'],
		['https://a.fr/1…2', 'https://a.fr/1%E2%80%A62'],
		['https://a.fr/Ⅳ①❶ｆ', 'https://a.fr/%E2%85%A3%E2%91%A0%E2%9D%B6%EF%BD%86'],
	])('leads to the same page: %s', (link, shown) => {
		for (const unsupportedCharacters of ['replace', 'remove'] as const) {
			const { text, submitted, encoding } = compose(`Lien : ${link}, à bientôt`, {
				unsupportedCharacters,
			});
			expect({ text, submitted, encoding }).toEqual({
				text: `Lien : ${shown}, à bientot`,
				submitted: `Lien : ${shown}, à bientôt`,
				encoding: 'gsm',
			});
			expect(addressOf(shown)).toBe(addressOf(link));
		}
	});

	it.each([
		['www.a.fr/m²', 'www.a.fr/m%C2%B2'],
		['www.forêt.fr/ê', 'www.xn--fort-ipa.fr/%C3%AA'],
		['www.a.fr', 'www.a.fr'],
	])('leads to the same page without a scheme: %s', (link, text) => {
		expect(compose(link).text).toBe(text);
	});

	it('loses no character of its host: what no address has is refused', () => {
		expect(refusal(() => compose('https://for%êt.fr/ https://êt:re.fr/')).message).toBe(
			'The link https://êt:re.fr is not the address of a page',
		);
	});

	it('without a scheme is refused too where a character of it would be left out', () => {
		expect(
			refusal(() => compose('www.a.fr/x👍', { unsupportedCharacters: 'remove' })).message,
		).toContain('The link www.a.fr/x👍 has the character "👍"');
	});

	it('ends before what nobody sees', () => {
		expect(compose('https://a.fr/1\u200b').text).toBe('https://a.fr/1');
	});

	it.each([
		['https://a.fr—où', 'https://a.fr-où'],
		['https://a.fr→là', 'https://a.fr->là'],
		['https://a.fr/ê\\b', 'https://a.fr/%C3%AA/b'],
	])('ends before a sign that is glued to it: %s', (message, text) => {
		expect(compose(message).text).toBe(text);
	});

	it.each(['https://a.fr✅', 'https://a.fr❤️ vite', 'https://a.fr/x👍', 'https://日本.jp/'])(
		'is refused with what may not be part of it, left as it is abroad: %s',
		(message) => {
			for (const unsupportedCharacters of ['replace', 'remove', 'fail'] as const)
				expect(refusal(() => compose(message, { unsupportedCharacters })).message).toContain(
					'which cannot be sent',
				);
			expect(compose(message, { unicodeAllowed: true })).toMatchObject({
				text: message,
				encoding: 'unicode',
			});
		},
	);

	it('is refused with a placeholder that nobody filled in, at its place in the message', () => {
		expect(refusal(() => compose('https://a.fr/forêt https://a.fr/{id}')).message).toBe(
			'The message has the character "{" (U+007B) at position 33, which cannot be sent',
		);
	});

	it('is refused where nothing may be changed', () => {
		expect(
			refusal(() => compose('https://a.fr/forêt', { unsupportedCharacters: 'fail' })).message,
		).toContain('"ê" (U+00EA) at position 17');
		expect(
			refusal(() => compose('https://a.fr/ê 😀', { unsupportedCharacters: 'fail' })).message,
		).toContain('"ê" (U+00EA) at position 14');
	});

	it('stays as it is in Unicode', () => {
		const { text } = compose('Привет https://a.fr/forêt', { unicodeAllowed: true });
		expect(text).toBe('Привет https://a.fr/forêt');
	});
});

describe('The encoding', () => {
	const unicodeAllowed = true;

	it('is Unicode when the text needs it and no recipient is in metropolitan France', () => {
		expect(compose('Привет “é” ê€', { unicodeAllowed })).toEqual({
			text: 'Привет “é” ê€',
			submitted: 'Привет “é” ê€',
			characters: 13,
			parts: 1,
			encoding: 'unicode',
		});
		expect(() => compose('Привет', { unicodeAllowed, encoding: 'gsm' })).toThrow(InvalidInputError);
		expect(() => compose('Привет')).toThrow(InvalidInputError);
	});

	it('is Unicode rather than a replacement when replacing is not wanted', () => {
		const rules = { unicodeAllowed, unsupportedCharacters: 'fail' } as const;
		expect(compose('Bientôt…', rules)).toMatchObject({ encoding: 'unicode', text: 'Bientôt…' });
		expect(compose('Bientot', rules).encoding).toBe('gsm');
	});

	it('is Unicode when asked for, with the text as it was written', () => {
		const message = 'e\u0301 « œ » Ê\u00a0Õ\u200d';
		expect(compose(message, { unicodeAllowed, encoding: 'unicode' })).toMatchObject({
			text: message,
			submitted: message,
			encoding: 'unicode',
		});
	});

	it('Unicode has line breaks of one kind', () => {
		const { text } = compose('Ж\r\nЖ\rЖ\nЖ', { unicodeAllowed });
		expect(text).toBe('Ж\nЖ\nЖ\nЖ');
	});

	it('Unicode is refused in metropolitan France', () => {
		const error = refusal(() => compose('Bonjour', { encoding: 'unicode' }));
		expect(error.message).toContain('code 40');
	});

	it.each(['\0', '\t', '\x85', '\ud83d', '\udc00'])('Unicode cannot say %j', (character) => {
		expect(refusal(() => compose(`Ж${character}x`, { unicodeAllowed })).message).toContain(
			'at position 2',
		);
	});
});

describe('White space at the end of a text', () => {
	it.each([
		['spaces', 'Bonjour   '],
		['a line break', 'Bonjour\n'],
		['line breaks of each kind', 'Bonjour\r\n\r\n\u2028'],
		['no-break spaces', 'Bonjour\u00a0\u202f'],
		['tabs', 'Bonjour\t \t'],
		['what has no width', 'Bonjour\u200b \ufeff\u2060'],
	])('costs nothing: %s', (_, message) => {
		const expected = { text: 'Bonjour', submitted: 'Bonjour', characters: 7, parts: 1 };
		for (const encoding of ['gsm', 'unicode'] as const) {
			const rules = { encoding, unicodeAllowed: true };
			expect(compose(message, rules)).toMatchObject(expected);
		}
		expect(compose(message, { unsupportedCharacters: 'remove' })).toMatchObject(expected);
	});

	it('makes no further SMS', () => {
		const text = 'x'.repeat(160);
		expect(compose(`${text} \n`)).toMatchObject({ text, characters: 160, parts: 1 });
		const withStop = 'x'.repeat(148);
		expect(compose(`${withStop}\n`, { stopMention: true })).toMatchObject({ parts: 1 });
		const unicode = { encoding: 'unicode', unicodeAllowed: true } as const;
		expect(compose(`${'Ж'.repeat(70)}\n`, unicode)).toMatchObject({ characters: 70, parts: 1 });
	});

	it('is dropped behind a pictogram that is left out', () => {
		expect(compose('Merci 😀 ', { unsupportedCharacters: 'remove' }).text).toBe('Merci');
	});

	it('stays before the text and inside it, and a flag stays whole', () => {
		expect(compose('  a \n b').text).toBe('  a \n b');
		const england = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
		const unicode = { encoding: 'unicode', unicodeAllowed: true } as const;
		expect(compose(`${england} `, unicode).text).toBe(england);
	});
});

describe('An empty message', () => {
	it.each(['', ' ', '\n', '\r\n \u00a0', '\u200b\ufeff'])('is refused: %j', (message) => {
		for (const encoding of ['auto', 'gsm', 'unicode'] as const) {
			expect(() => compose(message, { encoding, unicodeAllowed: true })).toThrow(InvalidInputError);
		}
		expect(() => compose(message)).toThrow('The message is empty');
	});
});

describe('The number of SMS [3.2.4]', () => {
	// parts, characters without a sender, characters with one
	const table = [
		[1, 160, 148],
		[2, 306, 294],
		[3, 459, 447],
		[4, 612, 600],
		[5, 765, 753],
		[6, 918, 906],
	] as const;

	it.each(table)(
		'is %i up to %i characters, or %i with the STOP mention',
		(parts, alone, withStop) => {
			for (const [length, stopMention] of [
				[alone, false],
				[withStop, true],
			] as const) {
				const characters = { characters: length, text: 'x'.repeat(length) };
				expect(compose('x'.repeat(length), { stopMention })).toMatchObject({
					parts,
					...characters,
				});
				const longer = () => compose('x'.repeat(length + 1), { stopMention });
				if (parts < 6) expect(longer().parts).toBe(parts + 1);
				else expect(longer).toThrow('takes 7 SMS');
			}
		},
	);

	it.each(table.slice(0, 5))('may be limited to %i', (parts, alone, withStop) => {
		if (parts === 6) return;
		expect(compose('x'.repeat(alone), { maxParts: parts }).parts).toBe(parts);
		const error = refusal(() => compose('x'.repeat(alone + 1), { maxParts: parts }));
		expect(error.message).toContain(`takes ${parts + 1} SMS (${alone + 1} characters)`);
		expect(error.message).toContain(`at most ${parts} `);
		expect(error.description).toContain('Maximum Parts');
		expect(compose('x'.repeat(withStop), { maxParts: parts, stopMention: true }).parts).toBe(parts);
		expect(() => compose('x'.repeat(withStop + 1), { maxParts: parts, stopMention: true })).toThrow(
			'and 12 for the STOP mention',
		);
	});

	it('counts what is submitted after the replacements', () => {
		expect(compose('…'.repeat(53))).toMatchObject({ characters: 159, parts: 1 });
		expect(compose('…'.repeat(54))).toMatchObject({ characters: 162, parts: 2 });
		expect(compose('€'.repeat(80))).toMatchObject({ characters: 160, parts: 1 });
		expect(compose(`${'€'.repeat(80)}x`)).toMatchObject({ characters: 161, parts: 2 });
	});
});

describe('The number of Unicode SMS [3.16]', () => {
	function unicode(message: string, rules: Partial<TextRules> = {}) {
		return compose(message, { unicodeAllowed: true, encoding: 'unicode', ...rules });
	}

	it('grows with each part of 67 characters behind the first 70', () => {
		for (const [index, length] of [70, 134, 201, 268, 335, 402].entries()) {
			expect(unicode('Ж'.repeat(length))).toMatchObject({ characters: length, parts: index + 1 });
			if (index < 5) expect(unicode('Ж'.repeat(length + 1)).parts).toBe(index + 2);
		}
	});

	it('is 6 at most', () => {
		expect(() => unicode('Ж'.repeat(403))).toThrow('takes 7 SMS');
	});

	it('counts the STOP mention', () => {
		expect(unicode('Ж'.repeat(58), { stopMention: true })).toMatchObject({ parts: 1 });
		expect(unicode('Ж'.repeat(59), { stopMention: true }).parts).toBe(2);
		expect(unicode('Ж'.repeat(122), { stopMention: true }).parts).toBe(2);
		expect(unicode('Ж'.repeat(123), { stopMention: true }).parts).toBe(3);
	});

	it('counts UTF-16 units, and no cut goes through a pair', () => {
		expect(unicode('😀'.repeat(35))).toMatchObject({ characters: 70, parts: 1 });
		// 67 units hold 33 pairs
		expect(unicode('😀'.repeat(66))).toMatchObject({ characters: 132, parts: 2 });
		expect(unicode('😀'.repeat(67))).toMatchObject({ characters: 134, parts: 3 });
		// a first character moves the pairs: 1 + 33 pairs fill the first part
		expect(unicode(`x${'😀'.repeat(66)}`)).toMatchObject({ characters: 133, parts: 2 });
		expect(unicode(`x${'😀'.repeat(66)}x`)).toMatchObject({ characters: 134, parts: 2 });
		expect(unicode('😀'.repeat(198)).parts).toBe(6);
		expect(() => unicode('😀'.repeat(199))).toThrow('takes 7 SMS');
	});
});
