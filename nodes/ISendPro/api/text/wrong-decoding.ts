import type { CodePageName } from './decode-back';
import { decodeBack } from './decode-back';
import type { FoundWords } from './found-words';
import { findWords } from './found-words';
import { LOST_CHARACTERS } from './lost-characters';

/** An encoding in which bytes of UTF-8 are often read. */
interface CodePage {
	readonly encoding: CodePageName;
	/** Finds what bytes of UTF-8 become in it and what nobody writes. */
	readonly pattern: RegExp;
}

/** A place in a text that was decoded wrongly, and in which encoding it was read. */
export interface WrongDecoding extends FoundWords {
	readonly encoding: CodePageName;
}

/** The bytes 80 to BF in windows-1252; the five without a sign as readers write them, control characters. */
const FOLLOWING = `[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\xa0-\\xbf${LOST_CHARACTERS}]`;

const windows1252: CodePage = {
	encoding: 'windows-1252',
	pattern: new RegExp(
		[
			// C2 to C5 before one: é, à, °, «, œ
			`[Â-Å]${FOLLOWING}`,
			// E2 before two, of which some readers drop the last: ’, …, €; its first byte in capitals too
			`â${FOLLOWING}{2}`,
			'[âÂ]€',
			// a byte order mark, a lost character, ligatures, the letters of Vietnam
			`ï(?:»¿|¿½|¬[€‚ƒ„…†\\x81])|á[µº»]${FOLLOWING}`,
			// pictograms
			'ðŸ',
			// letters of other scripts, of which there are several
			`(?:[Â-ß]${FOLLOWING}){2}|(?:[à-ï]${FOLLOWING}{2}){2}`,
			// a capital letter with a sign inside a word
			`(?<=\\p{Ll})[Æ-ÖØ-Þ]${FOLLOWING}`,
			// é in lower case
			'ã[©¨ª§´¢¯¹]',
			// à and a no-break space that became a space
			'(?<=\\p{Ll})[ÃÂ](?=$|[\\s.,;:!?)])|(?<=^|[\\s\\d])Ã(?= )',
			// a no-break space of which the same became; a Â alone may be a mistyped À
			'(?<=\\d)Â(?= )|(?<= )Â(?= [!?:;»%€°])',
			// a second byte that became a question mark
			'Ã\\?(?=\\p{L})|â\\?\\?',
		].join('|'),
		'gu',
	),
};

/** The bytes 80 to BF in Mac OS Roman, but for signs that may stand behind a root. */
const MAC_FOLLOWING = '[ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ±≤≥¥µ∂∫ªºΩæø]';

const macintosh: CodePage = {
	encoding: 'macintosh',
	pattern: new RegExp(
		[
			`√${MAC_FOLLOWING}|(?<=\\p{L})√[∞∑∏π]`,
			`‚(?:Ä|Ç)(?:${MAC_FOLLOWING}|[∞∑∏π])`,
			`¬(?:${MAC_FOLLOWING}|[∞\\u03a9\\u2126])|≈[ìíîïñ]|·[∫ª]${MAC_FOLLOWING}`,
		].join('|'),
		'gu',
	),
};

const dos: CodePage = {
	encoding: 'cp850',
	// The lines of a box go on with a line: ├─, ┬─.
	pattern:
		/[├┬┼][ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐]|ÔÇ[ÖÿôöÜØª£]|Ôé¼/gu,
};

const CODE_PAGES = [windows1252, macintosh, dos];

/** One of these is in every such text: those without are read once, quickly. */
const SIGN_OF_ANY = new RegExp(
	`[Â-Å√‚¬≈·├┬┼]|[Æ-ß]${FOLLOWING}|[âáïðã](?:${FOLLOWING}|\\?)|[à-ï]${FOLLOWING}{2}|Ô[Çé]`,
);

/** What a reader of capitals may take for such a letter: the end of `AMANHÃ`, `HYVÄ`, `HALLÅ`. */
const CAPITAL_AT_END = /^[ÃÄÅ]$/;
/** What stands behind a word. */
const BEHIND_WORD = /^[\xa0…”“’‘»›–—™®†•·°²³¹]$/;

/** The sign that ends a quotation, and the one that begins it. */
const QUOTES: Readonly<Record<string, string>> = { '»': '«', '“': '„', '”': '“', '’': '‘' };

/** How far a word is followed to its beginning. */
const MAX_WORD = 40;

/** `voilâ…»`: signs that end a quotation, and as UTF-8 nothing that stands behind a letter. */
const SIGNS_BEHIND_LETTER = /^â[\xa0…”’›–—][»”’›\xa0]$/;

/** Finds where a text has bytes of UTF-8 that were read in another encoding, in order. */
export function findWrongDecoding(text: string): WrongDecoding[] {
	if (!SIGN_OF_ANY.test(text)) return [];
	return CODE_PAGES.flatMap(({ encoding, pattern }) =>
		findWords(text, pattern, ({ 0: found, index }) => isEndOfWord(text, found, index)).map(
			(found) => ({ ...found, encoding }),
		),
	).sort((one, other) => one.index - other.index);
}

/**
 * Whether a letter with a sign behind it may be the end of a word, as in `AMANHÃ…`: one in capitals, and
 * what would have been meant, with the letters around it, is no such word.
 */
function isEndOfWord(text: string, found: string, index: number): boolean {
	const [letter = '', sign = ''] = found;
	const before = text.slice(Math.max(index - 2, 0), index);
	if (SIGNS_BEHIND_LETTER.test(found)) return /\p{Ll}$/u.test(before);
	if (found.length === 2 && isQuotedLetter(text, sign, index)) return true;
	if (found.length !== 2 || !CAPITAL_AT_END.test(letter) || !BEHIND_WORD.test(sign)) return false;
	if (!/\p{Lu}$/u.test(before)) return false;
	// OÙ, in French
	if (found === 'Ã™' && /(?<!\p{L})O$/u.test(before)) return false;
	// «LÃ»: where the quotation begins as it should, nothing was decoded wrongly
	if (sign === '»' && /«\p{L}+$/u.test(text.slice(Math.max(index - MAX_WORD, 0), index))) {
		return true;
	}
	const after = text.slice(index + 2, index + 4);
	// BENOÃ®T, of a name that was put in capitals: no letter stands behind these
	if (/[™®°²³¹]/.test(sign) && /^\p{L}/u.test(after)) return false;
	if (isSmallLetter(found)) return /\p{Lu}{2}$/u.test(before);
	return !/^\p{Lu}/u.test(after);
}

/** `„Ä“`: where the quotation begins as it should, nothing was decoded wrongly. */
function isQuotedLetter(text: string, sign: string, index: number): boolean {
	const opening = QUOTES[sign];
	if (opening === undefined || text.charAt(index - 1) !== opening) return false;
	// in Â« it is itself half of a letter
	return text.charAt(index - 2) !== 'Â' && !/^\p{L}/u.test(text.slice(index + 2, index + 4));
}

const smallLetters = new Map<string, boolean>();

/** Whether a letter and a sign are a small letter, once they are read as UTF-8. */
function isSmallLetter(found: string): boolean {
	let isSmall = smallLetters.get(found);
	if (isSmall === undefined) {
		isSmall = /^\p{Ll}/u.test(decodeBack(found, 'windows-1252'));
		smallLetters.set(found, isSmall);
	}
	return isSmall;
}
