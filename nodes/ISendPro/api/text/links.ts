import { escapeForClass } from './alphabet';
import { ACCEPTED_CHARACTERS } from './tables';
import { parseUrl } from './url';

/** Where a web address may be; what it ends with may belong to the sentence around it. */
const CANDIDATE = /(?<![\p{Letter}\p{Number}])https?:\/\/[^\s\p{Control}<>"«»“”]+/giu;

const SCHEME_ALONE = /^https?:\/\/$/i;

const PUNCTUATION = ".,;:!?…'’";

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const shown = escapeForClass(ACCEPTED_CHARACTERS);
/** What of a link would be replaced or refused, and is surely part of it. */
const ENCODED = new RegExp(`(?![${shown}\\ufe0e\\ufe0f])[\\p{Script=Latin}\\p{Mn}~^|’]`, 'gu');
/** A link's origin, and what follows in it. */
const LINK = new RegExp(
	'^(https?:\\/\\/[\\p{Script=Latin}\\p{Mn}\\d.:_[\\]-]*)' +
		`((?:[/?#][${shown}{}\\p{Format}\\p{Script=Latin}\\p{Mn}~^|’]*)?)`,
	'iu',
);

/** Leaves out the end of the sentence: `.` of `https://a.fr/1.`, `)` of `(https://a.fr/1)`. */
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
 * Replaces each web address in a text that begins with `https://` or `http://`, up to where the
 * sentence goes on.
 * @param write gives what to put in its place
 */
export function replaceLinks(text: string, write: (link: string) => string): string {
	return text.replace(CANDIDATE, (candidate) => {
		const link = trimSentenceEnd(candidate);
		if (SCHEME_ALONE.test(link)) return candidate;
		return write(link) + candidate.slice(link.length);
	});
}

/** Puts something in the place of each link up to what cannot be part of one, such as a pictogram behind it. */
function changeLinks(text: string, change: (origin: string, rest: string) => string): string {
	return replaceLinks(text, (link) => {
		const [written, origin, rest] = LINK.exec(link) ?? [];
		if (written === undefined || origin === undefined || rest === undefined) return link;
		return change(origin, rest) + link.slice(written.length);
	});
}

/**
 * Without a mark of one of its letters, a link leads elsewhere; percent-encoded, it leads to the same page.
 * @returns the text, with what an ordinary SMS would change in its links encoded
 */
export function encodeLinks(text: string): string {
	return changeLinks(text, (origin, rest) => {
		// Phones make no link of a host with percent signs.
		const ascii = origin.search(ENCODED) === -1 ? origin : parseUrl(origin)?.origin;
		return (ascii ?? origin) + rest.replace(ENCODED, percentEncode);
	});
}

/** As long as the text, with a letter for all that is encoded: to find what is refused at its place. */
export function withoutEncoded(text: string): string {
	return changeLinks(text, (origin, rest) => (origin + rest).replace(ENCODED, 'x'));
}

function percentEncode(character: string): string {
	return character === '~' ? '%7E' : encodeURIComponent(character);
}
