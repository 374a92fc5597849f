import { findMistakes } from '../../../nodes/ISendPro/api/text/mistakes';
import { describeMistakes, mistakesError } from '../../../nodes/ISendPro/api/text/mistakes-error';
import { processorTime } from '../../helpers/processor-time';

/** The words that are found in a text. */
function found(text: string): string | undefined {
	const mistakes = findMistakes(text);
	return mistakes && describeMistakes(mistakes);
}

describe("JavaScript's words for what is no text", () => {
	it.each([
		['Bonjour [object Object] !', '"[object Object]" at position 9'],
		['[OBJECT OBJECT]', '"[OBJECT OBJECT]" at position 1'],
		['[object Promise]', '"[object Promise]" at position 1'],
		[
			'[object Undefined], [object Map]',
			'"[object Undefined]" at position 1, "[object Map]" at position 21',
		],
		['[Function: toISO]', '"[Function: toISO]" at position 1'],
		['[Object: {"a":1}] et', '"[Object: {"a":1}]" at position 1'],
		['RDV le Invalid DateTime.', '"Invalid DateTime" at position 8'],
		['RDV le Invalid Date', '"Invalid Date" at position 8'],
		['Bonjour undefined, à demain', '"undefined" at position 9'],
		['https://a.fr/?id=undefined', '"undefined" at position 18'],
		['CMD-undefined', '"undefined" at position 5'],
		['Prix : NaN €', '"NaN" at position 8'],
		['à NaNhNaN', '"NaN" at position 3'],
		['Reste : Infinity €', '"Infinity" at position 9'],
		['Total Infinity €', '"Infinity" at position 7'],
		['Reste -Infinity', '"-Infinity" at position 7'],
		[
			"le Tue Dec 01 2026 09:00:00 GMT+0100 (heure normale d'Europe centrale) ici",
			'"Tue Dec 01 2026 09:00:00 GMT+0100 (heure normale d\'Europe ce…" at position 4',
		],
		['Tue Dec 01 2026 09:00:00 GMT+0000', '"Tue Dec 01 2026 09:00:00 GMT+0000" at position 1'],
		['function toString() { [native code] }', '"function toString() {" at position 1'],
		['le toFormat(fmt, opts = {}) {\n    return this.x', '") {\n    return" at position 27'],
		['(a, b) => { return a }', '"(a, b) => {" at position 1'],
		['x => x.name', '"x => x" at position 1'],
		['class DateTime {', '"class DateTime {" at position 1'],
	])('are found: %j', (text, expected) => {
		expect(found(text)).toContain(expected);
	});

	it.each([
		'null',
		'Nan, Nanette et NANCY mangent un naan',
		'une valeur indéfinie, undefinedness',
		'Infinity War, Spa Infinity, infinity',
		'Mardi 01/12/2026 09:00:00 GMT+1',
		'2026-12-01T09:00:00.000Z',
		'[objet] [object] invalid date',
		'Promo => cliquez ; a -> b',
		'La fonction (de 9 h) ; class A',
		'JavaScript, function, class, return',
	])('are not what only looks like them: %s', (text) => {
		expect(found(text)).toBeUndefined();
	});
});

describe('The words of a spreadsheet for no result', () => {
	it.each(['#N/A', '#REF!', '#VALEUR!', '#VALUE!', '#DIV/0!', '#NOM?', '#NAME?'])(
		'are found: %s',
		(word) => {
			expect(found(`Bonjour ${word} !`)).toBe(`"${word}" at position 9`);
		},
	);

	it.each(['#promo', 'n° #12', '#REF 12'])('are not %s', (text) => {
		expect(found(text)).toBeUndefined();
	});
});

describe('Letters that are still escaped', () => {
	it.each([
		[String.raw`Zo\u00e9`, String.raw`"\u00e9" at position 3 (meant: "é")`],
		['Zo=C3=A9', '"=C3=A9" at position 3 (meant: "é")'],
		['Bonjour Zo%C3%A9', '"Zo%C3%A9" at position 9 (meant: "Zoé")'],
	])('are found: %s', (text, expected) => {
		expect(found(text)).toBe(expected);
	});

	it.each([
		'https://a.fr/caf%C3%A9?q=%C3%A9',
		'www.a.fr/caf%C3%A9',
		'mailto:a@b.fr?subject=%C3%A9',
		'50 %CA ; C:\\users\\unix',
		'a=C3 b=C4',
	])('are not what only looks like them: %s', (text) => {
		expect(found(text)).toBeUndefined();
	});
});

describe('HTML', () => {
	it.each([
		['Caf&eacute;', '"&eacute;" at position 4 (meant: "é")'],
		['CAF&EACUTE;', '"&EACUTE;" at position 4 (meant: "é")'],
		['R&amp;D', '"&amp;" at position 2 (meant: "&")'],
		['l&#8217;heure', '"&#8217;" at position 2 (meant: "’")'],
		['l&#x2019;heure', '"&#x2019;" at position 2 (meant: "’")'],
		['10&nbsp;€', '"&nbsp;" at position 3 (meant: "\u00a0")'],
		['10 &euro;', '"&euro;" at position 4 (meant: "€")'],
		['c&oelig;ur', '"&oelig;" at position 2 (meant: "œ")'],
		['https://a.fr/?a=1&amp;b=2', '"&amp;" at position 18 (meant: "&")'],
		['Bonjour<br>Merci', '"<br>" at position 8'],
		['Bonjour<BR />Merci', '"<BR />" at position 8'],
		['<p>Bonjour</p>', '"<p>" at position 1, "</p>" at position 11'],
		['</div>', '"</div>" at position 1'],
		[
			'<a href="https://a.fr">ici</a>',
			'"<a href="https://a.fr">" at position 1, "</a>" at position 27',
		],
		['<span style="color:red">', '"<span style="color:red">" at position 1'],
		['<!-- note -->', '"<!--" at position 1'],
		['<!DOCTYPE html>', '"<!DOCTYPE " at position 1'],
	])('is found: %s', (text, expected) => {
		expect(found(text)).toBe(expected);
	});

	// the names of HTML 4's Latin-1 set, at both ends and in the middle
	it.each([
		['iexcl', '¡'],
		['reg', '®'],
		['iquest', '¿'],
		['Agrave', 'À'],
		['szlig', 'ß'],
		['divide', '÷'],
		['yuml', 'ÿ'],
	])('has the name %s for %s', (name, character) => {
		expect(found(`&${name};`)).toContain(`(meant: "${character}")`);
	});

	it.each([
		'I <3 you',
		'a < b > c, a<b et c>d',
		'A&B; R&D, AT&T; H&M;',
		'&foo; &eacute &; &#; &#x;',
		'<contact@a.fr> <https://a.fr> <- -> <= >=',
		'https://a.fr/?a=1&copy=2&reg=3',
	])('is not what only looks like it: %s', (text) => {
		expect(found(text)).toBeUndefined();
	});
});

describe('A placeholder that nobody has filled in', () => {
	it.each([
		['Bonjour {{ $json.name }}', '"{{ $json.name }}" at position 9'],
		['Bonjour {{name}},', '"{{name}}" at position 9'],
		['Bonjour ${name}', '"${name}" at position 9'],
		['Bonjour #{name}', '"#{name}" at position 9'],
		['{% if a %}', '"{% if a %}" at position 1'],
		['*|FNAME|*', '"*|FNAME|*" at position 1'],
		['<%= name %>', '"<%= name %>" at position 1'],
	])('is found: %s', (text, expected) => {
		expect(found(text)).toBe(expected);
	});

	it.each(['50%sur tout', '$5 {a}', '* | *', '100 % {1}'])('is not %s', (text) => {
		expect(found(text)).toBeUndefined();
	});
});

describe('A text with mistakes', () => {
	it('is refused with each word, its place, what was meant, and what to do', () => {
		const mistakes = findMistakes('Bonjour ZoÃ©, lâ€™heure : NaN. <br>');
		if (!mistakes) throw new Error('Nothing was found');
		const { message, description } = mistakesError('The message', mistakes, 'Or so.');
		expect(message).toBe(
			'The message has words that nobody meant to send: "ZoÃ©" at position 9 (meant: "Zoé"), "lâ€™heure" at position 15 (meant: "l’heure"), "NaN" at position 27 and 1 more',
		);
		expect(description).toMatch(
			/^The text was read in the wrong encoding .*Extract from File.* This is what JavaScript writes .* HTML .* Or so\.$/,
		);
	});

	it('names a character that was lost, with the word around it', () => {
		expect(found('Bonjour Zo\ufffd !')).toBe('"Zo\ufffd" at position 9');
		expect(found('Bonjour Zo\x81 !')).toBe('"Zo\x81" at position 9');
	});

	it('has its positions in Unicode characters', () => {
		expect(found('😀 NaN')).toBe('"NaN" at position 3');
	});

	it('is not a text that says what it means', () => {
		expect(findMistakes('Bonjour Zoé, l’heure est à 9 h. Merci <3 !')).toBeUndefined();
	});

	it.each([
		...[
			'ZoÃ© ',
			'Ã©',
			'[object ',
			'undefined',
			'NaN ',
			'&',
			'&#',
			'&amp;',
			'<a ',
			'<',
			'{{',
			'${',
			'#',
			'%C3',
			'=C3=A9',
			'\\u',
		],
		...['(', ') {', 'function (', 'a$', 'Infinity ', 'Aa ', 'x => ', '<%', '*|', '\ufffd', ' '],
	])('is read in no time, however many: %j', (one) => {
		const milliseconds = processorTime(() => {
			findMistakes(one.repeat(Math.ceil(100_000 / one.length)));
		});
		expect(milliseconds).toBeLessThan(1_500);
	});
});
