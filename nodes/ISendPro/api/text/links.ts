import { escapeForClass, hasEquivalent } from './alphabet';
import { startOf } from './character';
import { InvalidInputError } from '../errors';
import { ACCEPTED_CHARACTERS } from './tables';
import { parseUrl } from './url';

/** A possible web address; its last characters may belong to the sentence around it. */
const CANDIDATE = /(?<![\p{Letter}\p{Number}])https?:\/\/[^\s\p{Control}<>"«»“”]+/giu;

const SCHEME_ALONE = /^https?:\/\/$/i;

const PUNCTUATION = ".,;:!?…'’";

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** As {@link CANDIDATE}, and what begins with `www.` instead. */
const ADDRESS = new RegExp(
	CANDIDATE.source.replace('https?:\\/\\/', '(?:https?:\\/\\/|www\\.)'),
	'giu',
);

const shown = escapeForClass(ACCEPTED_CHARACTERS);
/** Characters of a host that URL writes in ASCII. */
const FOREIGN_TO_HOST = new RegExp(`(?![${shown}])[\\p{Script=Latin}\\p{Mn}~^|’]`, 'u');
/** The origin of a link. */
const ORIGIN = /^(?:https?:\/\/)?[\p{Script=Latin}\p{Mn}\d.:_[\]-]*/iu;
/** What would be replaced otherwise, as far as {@link isReplaced} says so. */
const PERHAPS_ENCODED = new RegExp(`[^${shown}\\\\{}\\s\\p{Format}\\ufe0e\\ufe0f]`, 'gu');

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
	return replaceIn(text, CANDIDATE, write);
}

function replaceIn(text: string, candidates: RegExp, write: (link: string) => string): string {
	return text.replace(candidates, (candidate) => {
		const link = trimSentenceEnd(candidate);
		if (SCHEME_ALONE.test(link)) return candidate;
		return write(link) + candidate.slice(link.length);
	});
}

/** As {@link replaceLinks}, and those that begin with `www.`, which phones open too. */
export function replaceAddresses(text: string, write: (link: string) => string): string {
	return replaceIn(text, ADDRESS, write);
}

/** Changes the origin of each link, and what stands behind it: nothing, if that is no part of an address. */
function changeLinks(text: string, change: (origin: string, rest: string) => string): string {
	return replaceAddresses(text, (link) => {
		const [origin = ''] = ORIGIN.exec(link) ?? [];
		const rest = link.slice(origin.length);
		return /^(?:$|[/?#])/.test(rest) ? change(origin, rest) : change(origin, '') + rest;
	});
}

/**
 * Percent-encodes the characters of links that an ordinary SMS would change: a link without the accent of
 * a letter leads elsewhere, a percent-encoded one to the same page.
 * @throws InvalidInputError for a host that would be changed and has no other form
 */
export function encodeLinks(text: string): string {
	return changeLinks(
		text,
		(origin, rest) => encodeHost(origin) + replaceEncoded(rest, percentEncode),
	);
}

/** A text of the same length with a letter for each encoded character, to find the position of a refused one. */
export function withoutEncoded(text: string): string {
	return changeLinks(
		text,
		(origin, rest) =>
			origin.replace(new RegExp(FOREIGN_TO_HOST, 'gu'), 'x') + replaceEncoded(rest, () => 'x'),
	);
}

/** Phones make no link of a host with percent signs, but of one in punycode. */
function encodeHost(origin: string): string {
	if (!FOREIGN_TO_HOST.test(origin)) return origin;
	const hasScheme = /^http/i.test(origin);
	const url = parseUrl(hasScheme ? origin : `https://${origin}`);
	if (url) return hasScheme ? url.origin : url.host;
	throw new InvalidInputError(
		`The link ${startOf(origin, 100)} is not the address of a page`,
		'Correct its host name, or write it without a mark on any letter.',
	);
}

function replaceEncoded(rest: string, write: (character: string) => string): string {
	return rest.replace(PERHAPS_ENCODED, (one) => (isReplaced(one) ? write(one) : one));
}

/** Whether a character would become others, or none; where it would be refused, a link with it is refused. */
function isReplaced(character: string): boolean {
	return /^[\p{Script=Latin}\p{Mn}~^|`¡¿]$/u.test(character) || hasEquivalent(character);
}

function percentEncode(character: string): string {
	return character === '~' ? '%7E' : encodeURIComponent(character);
}
