import { encode } from 'iconv-lite';
import { findMistakes } from '../../../nodes/ISendPro/api/text/mistakes';
import { repairControls } from '../../../nodes/ISendPro/api/text/windows-1252';
import { compose } from './compose';

describe('windows-1252 that was read as ISO-8859-1', () => {
	// Microsoft's table of code page 1252, row 80 and row 90
	it.each([
		['\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e', '€‚ƒ„…†‡ˆ‰Š‹ŒŽ'],
		['\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9e\x9f', '‘’“”•–—˜™š›œžŸ'],
		['5 \x80 d\x92avoir', '5 € d’avoir'],
		['c\x9cur, \x93oui\x94\x85', 'cœur, “oui”…'],
	])('has its signs again: %j', (written, read) => {
		expect(repairControls(written)).toBe(read);
	});

	it('keeps what has no sign, and everything else', () => {
		const text = '\x81\x8d\x8f\x90\x9d\0\t\n\x7f\xa0é€';
		expect(repairControls(text)).toBe(text);
	});

	it('arrives as an SMS shows those signs', () => {
		expect(compose(repairControls('5 \x80 d\x92avoir'))).toMatchObject({
			text: "5 € d'avoir",
			characters: 12,
		});
	});
});

describe('Another encoding of Excel that was read as ISO-8859-1', () => {
	const readAsLatin1 = (text: string, encoding: string) =>
		encode(text, encoding).toString('latin1');

	// CSV (MS-DOS) and CSV (Macintosh)
	it.each(['cp850', 'macintosh'])('is no windows-1252, and refused: %s', (encoding) => {
		for (const text of [
			...['Bonjour Zoé', 'été', 'Hélène', 'près de chez vous', 'fête', 'Votre reçu', 'château'],
			...['Élodie', 'François', '5 % : réservé'],
		]) {
			const read = readAsLatin1(text, encoding);
			expect([text, repairControls(read)]).toEqual([text, read]);
			expect([text, findMistakes(repairControls(read))?.advice]).toEqual([
				text,
				expect.stringContaining('wrong encoding'),
			]);
		}
	});

	it('is not seen in what windows-1252 has', () => {
		for (const text of [
			...[
				'5 € d’avoir…',
				'“Été”, dit‑il',
				'Le cœur – l’Œuvre',
				'SŒUR',
				'‹oui›',
				'Žižek, Šarlota, Ÿ',
			],
			...['„ja“, ‚nein‘', 'Marque™ et l’autre™', '• un • deux', '3 ‰', 'oui…non', 'mot—mot', 'ƒ 5'],
			...['« l’été » à 20 °C', 'dit“oui”et non', 'plaža, hišaž', 'note†, note‡'],
		].map((words) => words.replaceAll('\u2011', '-'))) {
			const read = readAsLatin1(text, 'win1252');
			expect(repairControls(read)).toBe(text);
			expect([text, findMistakes(repairControls(read))]).toEqual([text, undefined]);
		}
	});
});
