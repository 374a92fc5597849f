import { describeCharacter } from './character';
import { InvalidInputError } from '../errors';
import { replacedHere } from './tables';

/** The characters that can be sent as they are in one place, and what happens to the others. */
export interface Alphabet {
	characters: ReadonlySet<string>;
	/** Finds what needs a look: line breaks, letters followed by marks, and all other characters. */
	unusual: RegExp;
	/** Whether characters with a harmless equivalent are replaced or refused. */
	replaces: boolean;
}

/** A character that cannot be sent, and its 1-based position in what the user wrote. */
export interface Refusal {
	character: string;
	position: number;
}

/**
 * @param characters every character that can be sent as it is
 * @param replaces whether others are replaced where they have a harmless equivalent
 */
export function alphabet(characters: string, replaces: boolean): Alphabet {
	const escaped = [...characters].map((one) => `\\u{${one.codePointAt(0)?.toString(16)}}`).join('');
	return {
		characters: new Set(characters),
		unusual: new RegExp(`\\r\\n?|.\\p{Mark}+|[^${escaped}]`, 'gsu'),
		replaces,
	};
}

/**
 * Writes a text in an alphabet: composed (NFC), line breaks as `\n`, replacements made.
 *
 * @returns the text, or its first character that cannot be written
 */
export function writeIn(
	{ characters, unusual, replaces }: Alphabet,
	text: string,
): string | Refusal {
	const has = (character: string) => characters.has(character);
	let refusal: Refusal | undefined;
	const written = text.replace(unusual, (found, offset: number) => {
		if (found.startsWith('\r')) return '\n';
		if (refusal) return '';
		const composed = found.normalize('NFC');
		if ([...composed].every(has)) return composed;
		const replacement = replaces ? equivalentOf(composed) : undefined;
		if (replacement === undefined) refusal = locate(text, offset, found, has);
		return replacement ?? '';
	});
	return refusal ?? written;
}

/**
 * Writes a text where every Unicode character can be sent: line breaks as `\n`, the rest untouched.
 *
 * @returns the text, or its first control character or half of a surrogate pair
 */
export function writeUnicode(text: string): string | Refusal {
	const unsendable = /[^\P{Control}\r\n]|\p{Surrogate}/u.exec(text);
	if (!unsendable) return text.replace(/\r\n?/g, '\n');
	return { character: unsendable[0], position: positionAt(text, unsendable.index) };
}

/**
 * @param where the text that was refused, as the user knows it: `The message`
 * @param description what to do about it
 */
export function refusalError(
	where: string,
	{ character, position }: Refusal,
	description: string,
): InvalidInputError {
	return new InvalidInputError(
		`${where} has the character ${describeCharacter(character)} at position ${position}, which cannot be sent`,
		description,
	);
}

/** From the table, or the Latin letter under its marks; undefined where there is no equivalent. */
function equivalentOf(composed: string): string | undefined {
	const replacement = replacedHere.get(composed);
	if (replacement !== undefined) return replacement;
	const [letter] = /^\p{Script=Latin}(?=\p{Mark}+$)/u.exec(composed.normalize('NFD')) ?? [];
	if (letter === undefined) return undefined;
	return /[A-Za-z]/.test(letter) ? letter : replacedHere.get(letter);
}

function locate(
	text: string,
	offset: number,
	found: string,
	has: (character: string) => boolean,
): Refusal {
	// of a letter and its marks, whichever cannot be written
	const parts = [...found];
	const index = parts.findIndex((part) => !has(part));
	return { character: parts[index] ?? found, position: positionAt(text, offset) + index };
}

function positionAt(text: string, offset: number): number {
	return [...text.slice(0, offset)].length + 1;
}
