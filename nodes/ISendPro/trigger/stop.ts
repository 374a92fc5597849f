import {
	COMPANIONS,
	KEYWORD_FORMS,
	NOT_BEFORE_LAST,
	NOT_BEFORE_PAS,
	OBJECTS,
	OPENINGS,
	PHRASES,
	STOP_FORMS,
} from './stop-words';

/** Where a keyword has to be to make a reply a STOP. */
export const STOP_MATCHES = ['begins', 'alone', 'anywhere'] as const;

export type StopMatch = (typeof STOP_MATCHES)[number];

/** The keywords where the user lists none; each includes its usual forms. */
export const DEFAULT_STOP_KEYWORDS = 'STOP, ARRET, DESABONNEMENT, DESINSCRIPTION, UNSUBSCRIBE';

/** The short numbers that STOP is sent to, such as 36180. */
const SHORT_NUMBER = /^\d{4,6}$/;

const PHRASE = new RegExp(`(?<![^ ])(?:${PHRASES.join('|')})(?![^ ])`, 'g');

/** A keyword: for each of its words, a function that recognises it. */
type Keyword = { parts: Array<(word: string) => boolean>; isStop: boolean };

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
 * `S.T.O.P`). The time it takes grows with the text's length and no faster.
 * @param keywords separated by commas, semicolons or line breaks; none means the default ones
 */
export function isStop(
	text: string,
	keywords = DEFAULT_STOP_KEYWORDS,
	match: StopMatch = 'begins',
): boolean {
	const plain = normalizeReply(text);
	const wanted = readKeywords(keywords);
	const all = wordsOf(plain);
	if (match === 'anywhere') return wanted.some((keyword) => stands(keyword, all));
	if (wanted.some((keyword) => standsAlone(keyword, all))) return true;
	return match === 'begins' && beginsIn(withoutQuotes(plain, wanted), wanted);
}

function beginsIn(text: string, keywords: readonly Keyword[]): boolean {
	const isOneOf = (part: string) => {
		const words = wordsOf(part);
		return keywords.some((keyword) => standsAlone(keyword, words));
	};
	if (text.split(/[\n.!?;…]/).some(isOneOf)) return true;
	return (
		keywords.some((keyword) => keyword.isStop) &&
		text.split(/[\n.!?;:,…«»“”"()–—]|\s-+\s/).some((part) => asksToStop(wordsOf(part)))
	);
}

/** STOP with nothing before it that gives it another meaning, or at the end. */
function asksToStop(written: readonly string[]): boolean {
	if (!written.some(isStopForm)) return false;
	const words = withPhrasesAsOne(written);
	if (isStopForm(words.find((word) => !OPENINGS.has(word)) ?? '')) return true;
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
		: NOT_BEFORE_LAST.has(before);
}

function stands({ parts }: Keyword, words: readonly string[]): boolean {
	return words.some((_, start) =>
		parts.every((isPart, index) => isPart(words[start + index] ?? '')),
	);
}

function standsAlone(keyword: Keyword, words: readonly string[]): boolean {
	const hasObject = words.some((word) => OBJECTS.has(word));
	return (
		stands(keyword, words) &&
		withPhrasesAsOne(words).every(
			(word) =>
				isCompanion(word) ||
				(word === 'L' && hasObject) ||
				keyword.parts.some((isPart) => isPart(word)),
		)
	);
}

function isStopForm(word: string): boolean {
	return STOP_FORMS.has(single(word));
}

/** The words, with one companion in place of each phrase of courtesy. */
function withPhrasesAsOne(words: readonly string[]): string[] {
	return words.join(' ').replace(PHRASE, 'CORDIALEMENT').split(' ');
}

function isCompanion(word: string): boolean {
	return COMPANIONS.has(word) || SHORT_NUMBER.test(word);
}

function readKeywords(keywords: string): Keyword[] {
	const read = keywords
		.split(/[,;\n]/)
		.map((keyword) => wordsOf(normalizeReply(keyword)))
		.filter((words) => words.length > 0)
		.map(makeKeyword);
	return read.length > 0 ? read : readKeywords(DEFAULT_STOP_KEYWORDS);
}

function makeKeyword(words: readonly string[]): Keyword {
	const [only = '', ...more] = words;
	const forms = more.length > 0 ? undefined : KEYWORD_FORMS.get(single(only));
	return forms
		? { parts: [(word) => forms.has(single(word))], isStop: single(only) === 'STOP' }
		: { parts: words.map((part) => (word) => word === part), isStop: false };
}

/**
 * Removes quoted text, so that the STOP mention of the original message does not count: lines after `>`,
 * and text between quotation marks. A quote that is a STOP by itself stays, and so does a reply that is
 * quoted text only.
 */
function withoutQuotes(text: string, keywords: readonly Keyword[]): string {
	const rest = text.replace(/«[^«»]*»|“[^“”]*”|"[^"]*"|(?<=^|\n)>[^\n]*/g, (quote) => {
		const words = wordsOf(quote);
		return keywords.some((keyword) => standsAlone(keyword, words)) ? quote : '\n';
	});
	return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** Upper case, without accents and invisible characters; separated letters of STOP are joined. */
function normalizeReply(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.toUpperCase()
		.replaceAll('🛑', ' STOP ')
		.replace(/(?<![\p{L}\p{N}])S[ .,_*-]{1,3}T[ .,_*-]{1,3}O[ .,_*-]{1,3}P(?!\p{L})/gu, 'STOP')
		.replace(/(?<!\p{L})(?:ST OP|STO P)(?!\p{L})/gu, 'STOP')
		.replace(/(?<!\p{L})ST0+P/gu, 'STOP')
		.replace(/(?<!\p{L})NON-STOP(?!\p{L})/gu, 'NONSTOP')
		.replace(/(?<!\d)(\d\d)[ .](\d{3})(?!\d)/g, '$1$2');
}

/** Words and numbers: `STOP36180` is two. */
function wordsOf(plain: string): string[] {
	return plain.match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** Each doubled letter once: `STOPPP` becomes `STOP`. */
function single(word: string): string {
	return word.replace(/(.)\1+/gsu, '$1');
}
