import type { FoundWords } from './found-words';
import { findWords } from './found-words';

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{N}_])';
/** Nothing that goes on the word, but a unit: `NaNh30`, `undefinedkm`. */
const NO_LETTER_BEHIND =
	'(?=(?:h|min|mn|s|j|km|m|cm|mm|kg|g|x|eur|euros?|EUR)?(?:NaN|(?![\\p{L}_])))';

const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

/** What JavaScript writes in the place of what is no text. */
const SCRIPT_WORDS = new RegExp(
	[
		// an object, and what consoles and editors show of one
		'\\[(?:object|OBJECT) \\w{1,40}\\]|\\[(?:Function|class|AsyncFunction)(?::? [^\\]\\n]{1,60})?\\]',
		'\\[(?:Object|Array|DateTime|Circular)(?:: [^\\]\\n]{0,60}\\]?|\\])|DateTime \\{ ts:',
		// a date or a number that is none, and what was not there
		`${NO_LETTER_BEFORE}Invalid (?:Date(?:Time)?|Duration|Interval|time value)(?![\\p{L}\\p{N}_])`,
		`${NO_LETTER_BEFORE}(?:undefined|NaN)${NO_LETTER_BEHIND}`,
		// not in a name: Infinity War, Spa Infinity
		`-Infinity|\\bInfinity(?=\\s?(?:€|%|\\$|EUR|euros?|km|min|h)(?!\\p{L}))|(?<![\\p{L}\\p{N}_]|\\p{Lu}\\p{Ll}{0,20} )Infinity${NO_LETTER_BEHIND}(?! \\p{Lu}\\p{Ll})`,
		// a date as JavaScript writes it, with the name of its zone
		`${WEEKDAY} ${MONTH} \\d{2} \\d{4,6} \\d{2}:\\d{2}:\\d{2} GMT[+-]\\d{4}(?: \\([^()\\n]{1,80}\\))?`,
		// the source of a function: its parentheses were forgotten
		'\\bfunction\\s?\\*?\\s?[\\w$]{0,60}\\s?\\([^()\\n]{0,200}\\)\\s?\\{|\\{\\s?\\[native code\\]\\s?\\}',
		'\\([\\w$, ]{0,100}\\)\\s?=>\\s?\\{|\\(\\)\\s?=>|\\b([\\w$]{1,40}) => \\1\\b',
		'\\)\\s?\\{\\s{0,20}(?:return|const|let|var|throw|if\\s?\\()(?![\\p{L}\\p{N}_])',
		'\\bclass\\s[\\w$]{1,60}(?:\\sextends\\s[\\w$.]{1,60})?\\s?\\{',
	].join('|'),
	'gu',
);

/** What spreadsheets write in the place of a result, in English and in French. */
const SHEET_ERRORS =
	/#(?:N\/A|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|ERROR!|ERREUR!)/g;

/** A place that nobody has filled in, in the ways of the usual template languages. */
const PLACEHOLDERS =
	/\{\{(?:[^{}\n]{0,100}\}\})?|[$#]\{[^{}\n]{1,100}\}|\{%[^{}\n]{1,100}%\}|<%[^<>\n]{1,100}%>|\*\|[^|\n]{1,60}\|\*/g;

/** One of these is in all of them: texts without are read once, quickly. */
const SIGNS_OF_SCRIPT = ['[', '{', '=>', 'undefined', 'NaN', 'Infinity', 'Invalid ', ' GMT'];
const SIGNS_OF_PLACEHOLDER = ['{', '<%', '*|'];

function hasOneOf(text: string, signs: readonly string[]): boolean {
	return signs.some((sign) => text.includes(sign));
}

/** Finds JavaScript's own words for what is no text: `[object Object]`, `undefined`, `NaN`. */
export function findScriptWords(text: string): FoundWords[] {
	return hasOneOf(text, SIGNS_OF_SCRIPT) ? findWords(text, SCRIPT_WORDS) : [];
}

/** Finds what spreadsheets write in the place of a result: `#N/A`, `#REF!`. */
export function findSheetErrors(text: string): FoundWords[] {
	return text.includes('#') ? findWords(text, SHEET_ERRORS) : [];
}

/** Finds placeholders that nobody has filled in: `{{ name }}`, `${name}`. */
export function findPlaceholders(text: string): FoundWords[] {
	return hasOneOf(text, SIGNS_OF_PLACEHOLDER) ? findWords(text, PLACEHOLDERS) : [];
}
