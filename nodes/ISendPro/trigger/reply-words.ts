/** Letters that look like a Latin one, or, in STOP of another alphabet, sound like it: `СТОП`, `ΣΤΟΠ`. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
	[
		['A', 'АΑᴀ'],
		['B', 'ВΒ'],
		['E', 'ЕΕᴇ'],
		['H', 'НΗ'],
		['I', 'ІΙ'],
		['K', 'КΚ'],
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
const APART = '[^\\p{L}\\p{N}]{0,3}';

/** STOP with its letters apart, and no letter at either end; not the one in `it's top`. */
const STOP_APART = new RegExp(
	`(?<![\\p{L}\\p{N}])(?<!\\p{L}['’ ](?=S[^\\p{L}]{1,3}TOP))S${APART}T${APART}O${APART}P(?!\\p{L})`,
	'gu',
);

/**
 * Writes a text as replies are compared: upper case, without accents and invisible characters, other
 * alphabets' forms of Latin letters as these, separated letters of STOP joined.
 */
export function normalizeReply(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}ـ]/gu, '')
		.replace(SIGN_LETTER, letterOfSign)
		.toUpperCase()
		.replace(LOOKALIKE, (letter) => LOOKALIKES.get(letter) ?? letter)
		.replaceAll('🛑', ' STOP ')
		.replace(STOP_APART, 'STOP')
		.replace(/(?<![\p{L}\p{N}])[S$5]+T+[O0@*]+P+/gu, 'STOP')
		.replace(/(?<!\p{L})NON-STOP(?!\p{L})/gu, 'NONSTOP')
		.replace(/(?<!\p{L})UN[ -]STOP(?!\p{L})/gu, 'UNSTOP')
		.replace(/(?<!\d)(\d\d)[ .](\d{3})(?!\d)/g, '$1$2');
}

/** Words and numbers of a normalized text: `STOP36180` is two. */
export function wordsOf(plain: string): string[] {
	return plain.match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** Each doubled letter once: `STOPPP` becomes `STOP`. */
export function single(word: string): string {
	return /(.)\1/su.test(word) ? word.replace(/(.)\1+/gsu, '$1') : word;
}

function letterOfSign(sign: string): string {
	const code = sign.codePointAt(0) ?? 0;
	const start = SIGN_ALPHABETS.findLast((first) => first <= code) ?? code;
	return String.fromCharCode(65 + code - start);
}
