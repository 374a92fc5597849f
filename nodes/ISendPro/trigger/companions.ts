import { COMPANIONS_ABROAD, OPENINGS_ABROAD } from './courtesy-abroad';
import { COMPANIONS, OPENINGS, PHRASES } from './stop-words';

/** The short numbers that STOP is sent to, such as 36180. */
const SHORT_NUMBER = /^\d{4,6}$/;

const PHRASE = new RegExp(`(?<![^ ])(?:${PHRASES.join('|')})(?![^ ])`, 'g');

/** Whether a word beside a keyword does not change its meaning: courtesy, or the short number. */
export function isCompanion(word: string): boolean {
	return (
		COMPANIONS.has(word) ||
		OPENINGS_ABROAD.has(word) ||
		COMPANIONS_ABROAD.has(word) ||
		SHORT_NUMBER.test(word)
	);
}

/** Whether STOP may come after the word at the beginning of a sentence: `Bonjour, stop`. */
export function isOpening(word: string): boolean {
	return OPENINGS.has(word) || OPENINGS_ABROAD.has(word);
}

/** The words, with one companion in place of each phrase of courtesy. */
export function withPhrasesAsOne(words: readonly string[]): string[] {
	return words.join(' ').replace(PHRASE, 'CORDIALEMENT').split(' ');
}
