/** The tables of [4.2] and what this package replaces before them, as data. */

/**
 * "Caractères acceptés" [4.2], with the two that stand beside the table: `€`, which counts double,
 * and `$`, which [4.3] transcodes. The table's carriage return is sent as a line feed.
 */
export const ACCEPTED_CHARACTERS =
	'\n !"#$%&\'()*+,-./0123456789:;<=>?@' +
	'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyzàèéù€';

/** The accepted characters that count 2 [4.2]. */
export const DOUBLE_CHARACTERS = '[]\n€';

/**
 * "Caractères remplacés" [4.2]: what the phone shows for each character that iSendPro replaces.
 * The table also has `ù -> u`, which contradicts the first table: ù is accepted.
 */
export const replacedByOperator: ReadonlyMap<string, string> = table({
	A: 'ÀÁÂÃÄÅ',
	E: 'ÈÉË',
	I: 'ÌÍÎÏ',
	O: 'ÒÓÔÕÖ',
	U: 'ÙÚÛÜ',
	a: 'áâãäå',
	c: 'ç',
	e: 'êë',
	i: 'ìíîï',
	n: 'ñ',
	o: 'ðòóôõö',
	u: 'úûü',
	y: 'ýÿ',
});

/**
 * What this package writes for characters of neither table that have a harmless equivalent. Letters
 * that Unicode takes apart into a letter and its marks need no line here.
 */
export const replacedHere: ReadonlyMap<string, string> = table({
	// quotes, primes, and the accents that people type for an apostrophe
	"'": '‘’‚‛′‹›ʹʻʼʽˈ´`',
	'"': '“”„‟″«»ʺ',
	// hyphens, dashes and the minus sign
	'-': '‐‑‒–—―−﹘﹣－',
	'...': '…',
	// no-break spaces, spaces of a width, and the tab
	' ': '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
	'\n': '\u2028\u2029',
	// what nobody sees: soft hyphen, zero-width space and joiners, word joiner, byte order mark
	'': '\u00ad\u200b\u200c\u200d\u2060\ufeff',
	// ligatures
	AE: 'Æ',
	ae: 'æ',
	OE: 'Œ',
	oe: 'œ',
	IJ: 'Ĳ',
	ij: 'ĳ',
	ff: 'ﬀ',
	fi: 'ﬁ',
	fl: 'ﬂ',
	ffi: 'ﬃ',
	ffl: 'ﬄ',
	st: 'ﬅﬆ',
	// letters whose mark Unicode does not take off
	D: 'ĐÐ',
	d: 'đ',
	H: 'Ħ',
	h: 'ħ',
	i: 'ı',
	L: 'ŁĿ',
	l: 'łŀ',
	N: 'Ŋ',
	n: 'ŋ',
	"'n": 'ŉ',
	O: 'Ø',
	o: 'ø',
	SS: 'ẞ',
	ss: 'ß',
	s: 'ſ',
	T: 'Ŧ',
	t: 'ŧ',
	TH: 'Þ',
	th: 'þ',
});

function table(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(rows).flatMap(([replacement, characters]) =>
			[...characters].map((character) => [character, replacement] as const),
		),
	);
}
