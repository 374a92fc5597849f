import { decode } from 'iconv-lite';
import { LOST_CHARACTERS } from './lost-characters';

/** The positions at which windows-1252 has signs and ISO-8859-1 has control characters that nobody types. */
const CONTROLS = /[\x80-\x9f]/g;

/**
 * Where the signs of windows-1252 would stand as nobody writes them: the letters é, è, ê, ç and others of
 * CSV (MS-DOS) and CSV (Macintosh), which Excel saves too.
 */
const OF_ANOTHER_ENCODING = new RegExp(
	[
		// ˆ, ƒ at a letter, and ˆ as a word: à
		'(?<=\\p{L})[\\x83\\x88]|[\\x83\\x88](?=\\p{L})|(?<=^|\\s)\\x88(?=\\s)',
		// ‚ behind a letter; Š, Œ, Ž, Ÿ behind a small one, or between letters
		'(?<=\\p{L})\\x82|(?<=\\p{Ll})[\\x8a\\x8c\\x8e\\x9f]|(?<=\\p{L})[\\x8a\\x8e](?=\\p{Ll})',
		// ‡, ‰, ‹, •, ™, › inside a word
		'(?<=\\p{L})[\\x87\\x89\\x8b\\x95\\x99\\x9b](?=\\p{Ll})',
	].join('|'),
	'u',
);

/**
 * Reads the signs of windows-1252 in a text that was decoded as ISO-8859-1: `5 \x80` becomes `5 €`, and
 * `d\x92avoir` becomes `d’avoir`.
 * @returns a text of the same length; the five positions without a sign stay, and all of a text that must
 * come from another encoding
 */
export function repairControls(text: string): string {
	if (OF_ANOTHER_ENCODING.test(text)) return text;
	return text.replace(CONTROLS, (control) =>
		LOST_CHARACTERS.includes(control)
			? control
			: decode(Uint8Array.of(control.charCodeAt(0)), 'windows-1252'),
	);
}
