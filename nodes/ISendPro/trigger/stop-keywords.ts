import { single, normalizeReply, wordsOf } from './reply-words';
import { COUNTERPARTS } from './stop-counterparts';
import { PHRASE_COUNTERPARTS } from './stop-phrases';
import { isStopForm, isStopMisspelt } from './stop-spelling';
import { KEYWORD_FORMS } from './stop-words';

/** The keywords where the user lists none; each includes its usual forms. */
export const DEFAULT_STOP_KEYWORDS = 'STOP, ARRET, DESABONNEMENT, DESINSCRIPTION, UNSUBSCRIBE';

/** A keyword: for each of its words, a function that recognises it. */
export type Keyword = {
	parts: Array<(word: string) => boolean>;
	isStop: boolean;
	/** It counts only where it stands alone: in another sentence it may mean something else. */
	isOnlyAlone?: boolean;
	/** It is a refusal, which NE belongs to: `ne plus recevoir`. */
	isRefusal?: boolean;
};

/**
 * Reads the keywords of the user, separated by commas, semicolons or line breaks.
 * @returns the default ones if there are none
 */
export function readKeywords(keywords: string): Keyword[] {
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
	if (!forms) return { parts: words.map((part) => (word) => word === part), isStop: false };
	const isForm = (word: string) => forms.has(single(word));
	return single(only) === 'STOP'
		? { parts: [(word) => isForm(word) || isStopForm(word)], isStop: true }
		: { parts: [isForm], isStop: false };
}

/** What says STOP in other words: of the phrases, those whose words are all among these. */
export function inOtherWords(written: readonly string[]): Keyword[] {
	const words = new Set(written.map(single));
	const isAmong = (forms: ReadonlySet<string>) => [...forms].some((form) => words.has(form));
	const phrases = PHRASE_COUNTERPARTS.filter((phrase) => phrase.words.every(isAmong));
	return [
		{
			parts: [(word) => COUNTERPARTS.has(single(word)) || isStopMisspelt(word)],
			isStop: false,
			isOnlyAlone: true,
		},
		...phrases.map((phrase) => ({
			parts: phrase.words.map((forms) => (word: string) => forms.has(single(word))),
			isStop: false,
			isOnlyAlone: !phrase.isRefusal,
			isRefusal: phrase.isRefusal,
		})),
	];
}
