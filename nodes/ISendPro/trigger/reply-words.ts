/** Letters that look like a Latin one, or, in STOP of another alphabet, sound like it: `СТОП`, `ΣΤΟΠ`. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
	[
		['A', 'АΑᴀ'],
		['B', 'ВΒ'],
		['D', 'ĐÐ'],
		['E', 'ЕΕᴇ'],
		['H', 'НΗ'],
		['I', 'ІΙ'],
		['K', 'КΚ'],
		['L', 'Ł'],
		['M', 'МΜ'],
		['N', 'Ν'],
		['O', 'ОΟØᴏ'],
		['P', 'РПΡΠᴘ'],
		['R', 'ʀ'],
		['S', 'СЅΣꜱ'],
		['T', 'ТΤᴛ'],
		['X', 'ХΧ'],
		['Y', 'ΥҮ'],
		['Z', 'Ζ'],
	].flatMap(([latin = '', others = '']) => [...others].map((other) => [other, latin] as const)),
);

const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'gu');

/** The first of the letters A to Z in circles, in squares and as flags, which are signs to Unicode. */
const SIGN_ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];

const SIGN_LETTER = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu;

/** Up to three signs, spaces or line breaks between two letters of STOP. */
const APART = '[^\\p{L}\\p{N}]{1,3}';

/**
 * STOP with its letters apart, and no letter at either end. With a space after S and nowhere else, only
 * where no word stands before it: `s top`, but not the one in `it's top` and `taille S top`.
 */
const STOP_APART = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:S${APART}T${APART}O${APART}P|(?<!\\p{L}[^\\p{L}]{1,3})S[ .]TOP|S[ .]?T[ .]OP|S[ .]?T[ .]?O[ .]P)(?!\\p{L})`,
	'gu',
);

/** The most letters of a word that are compared; no keyword has as many. */
const LONGEST = 64;

/**
 * Writes a text as replies are compared: upper case, without accents and invisible characters, other
 * alphabets' forms of Latin letters as these, a letter twice at most, separated letters of STOP joined.
 */
export function normalizeReply(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}ـ]/gu, '')
		.replace(SIGN_LETTER, letterOfSign)
		.toUpperCase()
		.replace(LOOKALIKE, (letter) => LOOKALIKES.get(letter) ?? letter)
		.replace(/(\p{L})\1{2,}/gu, '$1$1')
		.replaceAll('🛑', ' STOP ')
		.replace(STOP_APART, 'STOP')
		.replace(/(?<![\p{L}\p{N}])[S$5]+T+[O0@*]+P+/gu, 'STOP')
		.replace(/(?<!\p{L})NON-STOP(?!\p{L})/gu, 'NONSTOP')
		.replace(/(?<!\p{L})UN-STOP(?!\p{L})/gu, 'UNSTOP')
		.replace(/(?<!\d)(\d\d)[ .](\d{3})(?!\d)/g, '$1$2');
}

/** Words and numbers of a normalized text, the endless ones cut: `STOP36180` is two. */
export function wordsOf(plain: string): string[] {
	return (plain.match(/\p{L}+|\p{N}+/gu) ?? []).map((word) => word.slice(0, LONGEST));
}

/** Each doubled letter once: `STOPPP` becomes `STOP`. */
export function single(word: string): string {
	return word.replace(/(.)\1+/gsu, '$1');
}

function letterOfSign(sign: string): string {
	const code = sign.codePointAt(0) ?? 0;
	const start = SIGN_ALPHABETS.findLast((first) => first <= code) ?? code;
	return String.fromCharCode(65 + code - start);
}

/** The words of a list as they are compared with the {@link single} ones of a reply. */
export function wordsAsCompared(list: string): string[] {
	return wordsOf(normalizeReply(list)).map(single);
}
