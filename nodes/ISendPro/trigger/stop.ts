import { isCompanion, isOpening, withPhrasesAsOne } from './companions';
import { normalizeReply, single, wordsOf } from './reply-words';
import { NOT_BEFORE_LAST_ABROAD } from './stop-counterparts';
import type { Keyword } from './stop-keywords';
import { DEFAULT_STOP_KEYWORDS, inOtherWords, readKeywords } from './stop-keywords';
import { beginsLikeStop, isStopForm } from './stop-spelling';
import { NOT_BEFORE_LAST, NOT_BEFORE_PAS, OBJECTS } from './stop-words';

/** Where a keyword has to be to make a reply a STOP. */
export const STOP_MATCHES = ['begins', 'alone', 'anywhere'] as const;

export type StopMatch = (typeof STOP_MATCHES)[number];

/** Signs that say STOP where a reply has nothing else. */
const ONLY_SIGNS = /^[\s⛔🚫✋🔕📵\p{M}\p{Cf}]+$/u;
const SIGN = /[⛔🚫✋🔕📵]/u;

/** What may stand beside a refusal: `ne me contactez plus jamais`. */
const REFUSING: ReadonlySet<string> = new Set(['NE', 'N', 'JAMAIS']);

/**
 * Whether a reply asks for no more messages. In doubt it does: a false STOP is a customer to call, a lost
 * one is a breach of law.
 *
 * - `begins`: STOP with whatever follows, also behind a greeting, at the end of a sentence
 *   (`plus de pub stop`) or in a sentence of its own; the other keywords alone in a sentence, or
 *   with words of courtesy, a short number and what is to stop (`Arrêtez de m'envoyer des SMS`)
 * - `alone`: nothing beside the keyword but such words
 * - `anywhere`: the keyword as a word, wherever it stands
 *
 * In any case of letters, without accents and signs, with typing errors of STOP (`STOPP`,
 * `S.T.O.P`), in letters that look alike. The time it takes grows with the text's length and no faster.
 * @param keywords separated by commas, semicolons or line breaks; none means the default ones
 */
export function isStop(
	text: string,
	keywords = DEFAULT_STOP_KEYWORDS,
	match: StopMatch = 'begins',
): boolean {
	const plain = normalizeReply(text);
	const all = wordsOf(plain);
	const listed = readKeywords(keywords);
	const isStopListed = listed.some((keyword) => keyword.isStop);
	if (isStopListed && ONLY_SIGNS.test(plain) && SIGN.test(plain)) return true;
	const wanted = isStopListed ? [...listed, ...inOtherWords(all)] : listed;
	if (standsAlone(wanted, all)) return true;
	if (match === 'alone') return false;
	const isAnywhere = wanted.some((keyword) => !keyword.isOnlyAlone && stands(keyword, all));
	return (match === 'anywhere' && isAnywhere) || beginsIn(withoutQuotes(plain, wanted), wanted);
}

function beginsIn(text: string, keywords: readonly Keyword[]): boolean {
	const isOneOf = (part: string) => standsAlone(keywords, wordsOf(part));
	const asks = (part: string) => asksToStop(wordsOf(part));
	if (differentParts(text, /[\n.!?;…]/).some(isOneOf)) return true;
	return (
		keywords.some((keyword) => keyword.isStop) &&
		differentParts(text, /[\n.!?;:,…«»“”"()–—]|\s-+\s/).some(asks)
	);
}

function differentParts(text: string, between: RegExp): string[] {
	return [...new Set(text.split(between))];
}

/** STOP with nothing before it that gives it another meaning, or at the end. */
function asksToStop(written: readonly string[]): boolean {
	if (!written.some(beginsLikeStop)) return false;
	const words = withPhrasesAsOne(written);
	if (beginsLikeStop(words.find((word) => !isOpening(word)) ?? '')) return true;
	const last = words.findLastIndex((word) => !isCompanion(word));
	return last > 0 && isStopForm(words[last] ?? '') && !isNotAWish(words, last);
}

/**
 * Whether the words before STOP make it a stop in the street or the opposite. PAS does where it
 * negates STOP (`il ne faut pas stop`), not where it negates the words before (`j'en veux pas stop`).
 */
function isNotAWish(words: readonly string[], stop: number): boolean {
	const before = words[stop - 1] ?? '';
	return before === 'PAS'
		? NOT_BEFORE_PAS.has(words[stop - 2] ?? 'NE')
		: NOT_BEFORE_LAST.has(before) || NOT_BEFORE_LAST_ABROAD.has(single(before));
}

function stands({ parts }: Keyword, words: readonly string[]): boolean {
	const different = [...new Set(words)];
	return (
		parts.every((isPart) => different.some(isPart)) &&
		words.some((_, start) => parts.every((isPart, index) => isPart(words[start + index] ?? '')))
	);
}

/** Whether one of the keywords stands among the words, with nothing beside it that changes its meaning. */
function standsAlone(keywords: readonly Keyword[], words: readonly string[]): boolean {
	if (words.length === 0) return false;
	const phrased = withPhrasesAsOne(words);
	const hasObject = words.some((word) => OBJECTS.has(word));
	const others = phrased.filter((word) => !isCompanion(word) && !(word === 'L' && hasObject));
	return keywords.some(
		(keyword) =>
			others.every(
				(word) =>
					(keyword.isRefusal && REFUSING.has(word)) || keyword.parts.some((isPart) => isPart(word)),
			) && stands(keyword, keyword.isOnlyAlone ? phrased : words),
	);
}

/**
 * Removes quoted text, so that the STOP mention of the original message does not count: lines after `>`,
 * and text between quotation marks. A quote that is a STOP by itself stays, and so does a reply that is
 * quoted text only.
 */
function withoutQuotes(text: string, keywords: readonly Keyword[]): string {
	const rest = text.replace(/«[^«»]*»|“[^“”]*”|"[^"]*"|(?<=^|\n)>[^\n]*/g, (quote) =>
		standsAlone(keywords, wordsOf(quote)) ? quote : '\n',
	);
	return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
