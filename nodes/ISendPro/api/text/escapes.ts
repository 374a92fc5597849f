import type { FoundWords } from './found-words';
import { findWords } from './found-words';

/** Letters as JSON, a mail or a web address writes them; in a link the last is what it has to be. */
const ESCAPES =
	/\\u[\da-f]{4}|(?:=C[2-5]=[89AB][\dA-F])+|(?<!\S)[^\s/?=&.:@%]{0,60}(?:%C[2-5]%[89AB][\dA-F])+/gi;

/** Finds letters that were escaped and not read again: `Zo\u00e9`, `Zo=C3=A9`, `Zo%C3%A9`. */
export function findEscapes(text: string): FoundWords[] {
	return /\\u|[=%]C/i.test(text) ? findWords(text, ESCAPES) : [];
}

/** What escaped letters stand for. */
export function readEscapes(words: string): string {
	return words
		.replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
			String.fromCharCode(Number.parseInt(code, 16)),
		)
		.replace(/(?:[=%]C[2-5][=%][89AB][\dA-F])+/gi, (bytes) =>
			decodeURIComponent(bytes.replace(/=/g, '%')),
		);
}
