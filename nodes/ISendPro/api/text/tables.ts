/** The tables of [4.2] and what this package replaces before them, as data. */

/**
 * "Caractères acceptés" [4.2], with the two beside the table: `€`, which counts double,
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

/** Currencies by their codes (ISO 4217), which go before or behind an amount alike. */
const CURRENCIES =
	'GBP£ JPY¥ KRW₩ INR₹ RUB₽ TRY₺ UAH₴ VND₫ ILS₪ NGN₦ PHP₱ GHS₵ CRC₡ PYG₲ LAK₭ MNT₮ KZT₸ AZN₼ GEL₾ BTC₿ THB฿';

/**
 * What this package writes for characters of neither table that people write in another way where they
 * lack them. Only what Unicode itself does not take apart (NFKD: letters and their marks, ligatures,
 * `½`, `²`, `№`, `™`, Roman numerals, full-width letters) needs a line here.
 */
export const replacedHere: ReadonlyMap<string, string> = table({
	// quotes, primes, and the accents that people type for an apostrophe
	"'": '‘’‚‛′‹›ʹʻʼʽˈˊˋ´`❛❜',
	'"': '“”„‟″«»ʺ❝❞〝〞〟',
	// hyphens, dashes and the minus sign; what stands before the lines of a list
	'-': '‐‑‒–—―−﹘﹣－⁃•‣◦◘◙■□▪▫●○◆◇❖─━┄┅┈┉╌╍',
	'=': '═',
	_: '‗',
	// no-break spaces, spaces of a width, and the tab
	' ': '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
	'\n': '\u2028\u2029',
	// what nobody sees: soft hyphen, zero-width space and joiners, direction marks, byte order mark
	'': '\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff¡¿',
	// other punctuation; the point between the endings of `client·e·s`
	'.': '·∙⋅・',
	'/': '⁄∕÷|¦\\',
	'//': '‖',
	'?!': '‽',
	'*': '⁎∗★☆',
	'**': '⁑',
	'***': '⁂',
	'+': '†',
	'++': '‡',
	'par.': '§',
	'o/oo': '‰',
	// signs of calculation
	x: '×✕✖⨯',
	'+/-': '±',
	'-/+': '∓',
	'<=': '≤⩽≦⇐⟸',
	'>=': '≥⩾≧',
	'=/=': '≠',
	'<<': '≪',
	'>>': '≫',
	'<': '◀◁◂◃◄◅',
	'>': '▶▷▸▹►▻➤➢➣',
	// arrows, as far as they lie on the line
	'->': '→➔➙➛➜➝➞➡➟➠⟶⭢',
	'<-': '←⬅⟵⭠',
	'<->': '↔⟷',
	'=>': '⇒⟹',
	'<=>': '⇔⟺',
	// units, and what stands for a word
	o: '°ø',
	u: 'µ',
	E: 'Ə',
	e: '℮ə',
	'(c)': '©',
	'(R)': '®',
	'(P)': '℗',
	Rx: '℞',
	...Object.fromEntries(CURRENCIES.split(' ').map((one) => [one.slice(0, 3), one.slice(3)])),
	c: '¢',
	F: '₣',
	L: 'ŁĿ',
	// ligatures
	AE: 'Æ',
	ae: 'æ',
	OE: 'Œ',
	oe: 'œ',
	// letters whose mark Unicode does not take off
	D: 'ĐÐ',
	d: 'đ',
	f: 'ƒ',
	H: 'Ħ',
	h: 'ħ',
	i: 'ı',
	k: 'ĸ',
	l: 'łŀ',
	N: 'Ŋ',
	n: 'ŋ',
	O: 'Ø',
	SS: 'ẞ',
	ss: 'ß',
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
