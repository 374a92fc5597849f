import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { writePlainText } from '../../../nodes/ISendPro/api/wire/plain-text';
import { compose } from './compose';

/** What is written, and what the phone shows. */
const replacements = [
	['Commande n°12, 20 °C', 'Commande no12, 20 oC'],
	['1ᵉʳ étage, 2ᵉ, 1º, 1ª, № 5, 3ʳᵈ', '1er étage, 2e, 1o, 1a, No 5, 3rd'],
	['45 m², 3 m³, H₂O, CO₂', '45 m2, 3 m3, H2O, CO2'],
	['½ tarif, ¼, ¾, ⅓, ⅔, ⅛', '1/2 tarif, 1/4, 3/4, 1/3, 2/3, 1/8'],
	['2 × 3 ÷ 4 − 1 ± 5', '2 x 3 / 4 - 1 +/- 5'],
	['≤ 10, ≥ 5, ≠ 2', '<= 10, >= 5, =/= 2'],
	['• un ‣ deux ◦ trois ▪ quatre ● cinq ■ six', '- un - deux - trois - quatre - cinq - six'],
	['Marque™, Marque®, © 2026, ℠', 'MarqueTM, Marque(R), (c) 2026, SM'],
	['→ ici ← là ↔ ⇒ ⇐ ⇔ ➔ ➜ ➡', '-> ici <- là <-> => <= <=> -> -> ->'],
	['► Voir ▶ ▸ ➤', '> Voir > > >'],
	['£20, ¥500, 50¢, ₹100, ₽5, ₣3', 'GBP20, JPY500, 50c, INR100, RUB5, F3'],
	['5‰, 10 µm, § 3', '5o/oo, 10 um, par. 3'],
	['¡Hola! ¿Qué?', 'Hola! Qué?'],
	['client·e·s', 'client.e.s'],
	['Louis ⅩⅣ, Ⅻ, ⅳ', 'Louis XIV, XII, iv'],
	['ＳＯＬＤＥＳ　１２％！', 'SOLDES 12%!'],
	['𝐒𝐨𝐥𝐝𝐞𝐬 𝟓𝟎', 'Soldes 50'],
	['℃ ℉ ㎡ ㎏ ℡ ℅ ℓ', 'oC oF m2 kg TEL c/o l'],
	['① un ⑩ dix ❶ ➁ Ⓐ ⑴ ⒈', '(1) un (10) dix (1) (2) (A) (1) 1.'],
	['4★ ☆', '4* *'],
	['Soldes | -50% ¦ et\\ou', 'Soldes / -50% / et/ou'],
	['‼ ⁇ ⁈ ‽ ‥ † ‡ ⁎', '!! ?? ?! ?! .. + ++ *'],
	['❝a❞ ❛b❜ 〝c〞', '"a" \'b\' "c"'],
	['───── ═════', '----- ====='],
	['dž ǆ ǉ Ĳ ŀ ĸ ə ƒ', 'dz dz lj IJ l k e f'],
	// what a phone's address book and a word processor leave around numbers
	['\u202a06 01 02 03 04\u202c\u200e\u200f\u2066x\u2069', '06 01 02 03 04x'],
	// with the mark that asks for the coloured form
	['Marque™\ufe0f ©\ufe0f ➡\ufe0f ▶\ufe0f', 'MarqueTM (c) -> >'],
] as const;

describe('What people write and SMS does not know', () => {
	it.each(replacements)('%j is shown as %j, abroad too', (message, text) => {
		expect(compose(message).text).toBe(text);
		expect(compose(message, { unicodeAllowed: true }).encoding).toBe('gsm');
		expect(() => compose(message, { unsupportedCharacters: 'fail' })).toThrow(InvalidInputError);
	});

	it.each([
		['3½ h', '3 1/2 h'],
		['3 ½ h', '3 1/2 h'],
		['１½', '1 1/2'],
		['10²', '10(2)'],
		['10⁻³', '10(-3)'],
		['10¹²', '10(12)'],
		['99 €¹', '99 €1'],
		['x¹⁰', 'x10'],
		['2①', '2(1)'],
		['①②③', '(1)(2)(3)'],
	])('%j is shown as %j: a number stays the number that it is', (message, text) => {
		expect(compose(message).text).toBe(text);
	});

	it('is Unicode abroad, as it was written, where one character has no replacement', () => {
		const message = 'n°12 → Привет ½';
		expect(compose(message, { unicodeAllowed: true })).toMatchObject({
			encoding: 'unicode',
			text: message,
		});
	});

	it.each([
		['pictograms', [...'😀✓✔☎♥❤🚀✈☀♻⌚', '🇫🇷', '👨‍👩‍👧', '1\ufe0f\u20e3']],
		['letters of another script, even those that look Latin', [...'аеорсАВЕΑΒΕΟο中日ﾊעשΩπЖ']],
		['signs that nothing else stands for', [...'∞√∑~≈^¤¶']],
		['a placeholder that nobody filled in', ['{', '}']],
		['what no phone can show', [...'\0\x1b\x7f\x85\ufffd', '\ud83d']],
	])('is refused where it has no usual form: %s', (_, characters) => {
		for (const character of characters)
			expect(() => compose(`a${character}`)).toThrow('which cannot be sent');
	});

	it('is written the same way in a name or a field of a contact', () => {
		expect(writePlainText('Société → №\u202f3 ⅓', 'iso-8859-15')).toBe('Société -> No 3 1/3');
		// what the encoding has stays
		expect(writePlainText('n°12 m² ½? £', 'iso-8859-15')).toBe('n°12 m² 1/2? £');
	});
});
