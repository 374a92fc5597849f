import { escapeForClass } from './alphabet';
import { ACCEPTED_CHARACTERS } from './tables';
import { parseUrl } from './url';

/** A possible web address; its last characters may belong to the sentence around it. */
const CANDIDATE = /(?<![\p{Letter}\p{Number}])https?:\/\/[^\s\p{Control}<>"«»“”]+/giu;

const SCHEME_ALONE = /^https?:\/\/$/i;

const PUNCTUATION = ".,;:!?…'’";

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const shown = escapeForClass(ACCEPTED_CHARACTERS);
/** Characters of a link that would be replaced or refused otherwise. */
const ENCODED = new RegExp(`(?![${shown}\\ufe0e\\ufe0f])[\\p{Script=Latin}\\p{Mn}~^|’]`, 'gu');
/** The origin of a link, and the rest of it. */
const LINK = new RegExp(
	'^(https?:\\/\\/[\\p{Script=Latin}\\p{Mn}\\d.:_[\\]-]*)' +
		`((?:[/?#][${shown}{}\\p{Format}\\p{Script=Latin}\\p{Mn}~^|’]*)?)`,
	'iu',
);

/** Removes the end of the sentence: `.` of `https://a.fr/1.`, `)` of `(https://a.fr/1)`. */
function trimSentenceEnd(candidate: string): string {
	const open = new Map<string, number>();
	for (const character of candidate) open.set(character, (open.get(character) ?? 0) + 1);
	const countOf = (character: string) => open.get(character) ?? 0;
	let length = candidate.length;
	for (; length > 0; length -= 1) {
		const last = candidate.charAt(length - 1);
		const opening = OPENING[last];
		const isOutside =
			opening === undefined ? PUNCTUATION.includes(last) : countOf(last) > countOf(opening);
		if (!isOutside) break;
		open.set(last, countOf(last) - 1);
	}
	return candidate.slice(0, length);
}

/**
 * Replaces each web address in a text that begins with `https://` or `http://`, without the punctuation
 * of the sentence around it.
 * @param write returns the replacement
 */
export function replaceLinks(text: string, write: (link: string) => string): string {
	return text.replace(CANDIDATE, (candidate) => {
		const link = trimSentenceEnd(candidate);
		if (SCHEME_ALONE.test(link)) return candidate;
		return write(link) + candidate.slice(link.length);
	});
}

/** Changes each link up to the first character that cannot be part of one, such as a pictogram. */
function changeLinks(text: string, change: (origin: string, rest: string) => string): string {
	return replaceLinks(text, (link) => {
		const [written, origin, rest] = LINK.exec(link) ?? [];
		if (written === undefined || origin === undefined || rest === undefined) return link;
		return change(origin, rest) + link.slice(written.length);
	});
}

/**
 * Percent-encodes the characters of links that an ordinary SMS would change: a link without the accent of
 * a letter leads elsewhere, a percent-encoded one to the same page.
 */
export function encodeLinks(text: string): string {
	return changeLinks(text, (origin, rest) => {
		// Phones make no link of a host with percent signs.
		const ascii = origin.search(ENCODED) === -1 ? origin : parseUrl(origin)?.origin;
		return (ascii ?? origin) + rest.replace(ENCODED, percentEncode);
	});
}

/** A text of the same length with a letter for each encoded character, to find the position of a refused one. */
export function withoutEncoded(text: string): string {
	return changeLinks(text, (origin, rest) => (origin + rest).replace(ENCODED, 'x'));
}

function percentEncode(character: string): string {
	return character === '~' ? '%7E' : encodeURIComponent(character);
}
