import type { FoundWords } from './found-words';
import { findWords } from './found-words';

/** HTML's names of the characters U+00A0 to U+00FF, in order. */
const LATIN_NAMES =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr ' +
	'deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
	'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
	'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
	'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
	'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** The other names that texts have. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	...{ amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"', apos: "'" },
	...{ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Zcaron: 'Ž', zcaron: 'ž', Yuml: 'Ÿ' },
	...{ fnof: 'ƒ', circ: 'ˆ', tilde: '˜', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009' },
	...{ zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f', ndash: '–', mdash: '—' },
	...{ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†' },
	...{ Dagger: '‡', bull: '•', hellip: '…', permil: '‰', prime: '′', Prime: '″', lsaquo: '‹' },
	...{ rsaquo: '›', euro: '€', trade: '™', larr: '←', rarr: '→', harr: '↔', rArr: '⇒' },
	...{ minus: '−', ne: '≠', le: '≤', ge: '≥', asymp: '≈', infin: '∞', hearts: '♥', check: '✓' },
	...{ Tab: '\t', NewLine: '\n', colon: ':', comma: ',', period: '.', excl: '!', quest: '?' },
	...{ lpar: '(', rpar: ')', sol: '/', commat: '@', num: '#', percnt: '%', dollar: '$', plus: '+' },
	...{ equals: '=', lowbar: '_', hyphen: '-', lbrack: '[', rbrack: ']', numero: '№' },
};

const named: ReadonlyMap<string, string> = new Map([
	...LATIN_NAMES.split(' ').map(
		(name, index) => [name, String.fromCharCode(0xa0 + index)] as const,
	),
	...Object.entries(OTHER_NAMES),
]);

const ENTITY = /&(?:(\w{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/** HTML's elements; what else stands in angle brackets may be an address or a heart. */
const ELEMENTS =
	'a|abbr|address|article|b|big|blockquote|body|br|button|caption|center|code|div|em|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|option|p|pre|s|script|section|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|video';
const TAG = new RegExp(
	`<\\/?(?:${ELEMENTS})(?:\\s{1,20}[\\w:-]{1,40}\\s?=[^<>]{0,500})?\\s?\\/?>|<!--|<!doctype\\s|<!\\[CDATA\\[`,
	'gi',
);

function characterOf([, name, decimal, hexadecimal]: readonly string[]): string | undefined {
	// A text that was put in capitals has its names in capitals too.
	if (name !== undefined) return named.get(name) ?? named.get(name.toLowerCase());
	const code = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Finds characters as HTML writes them, `&eacute;` and `&#8217;`, and its tags, `<br>`. */
export function findHtml(text: string): FoundWords[] {
	const isNoEntity = (found: readonly string[]) => characterOf(found) === undefined;
	return [
		...(text.includes('&') ? findWords(text, ENTITY, isNoEntity) : []),
		...(text.includes('<') ? findWords(text, TAG) : []),
	];
}

/** The character that an entity stands for; a tag stays. */
export function readEntities(words: string): string {
	return words.replace(ENTITY, (...entity: string[]) => characterOf(entity) ?? entity[0] ?? '');
}
