/** How many characters of an unreadable answer or file its error shows. */
export const EXCERPT_LENGTH = 100;

/** The everyday names of characters that cannot be seen. */
const words = new Map([
	[' ', 'space'],
	['\u00A0', 'no-break space'],
	['\t', 'tab'],
	['\n', 'line break'],
]);

/**
 * Names a character for an error message.
 * @param character one Unicode character
 * @returns the character, where it can be seen, and its code point: `"😀" (U+1F600)`, `U+0007`,
 * `space (U+0020)`
 */
export function describeCharacter(character: string): string {
	const codePoint = character.codePointAt(0) ?? 0;
	const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
	const word = words.get(character);
	if (word !== undefined) return `${word} (${name})`;
	if (/^[\p{Other}\p{Separator}]/u.test(character)) return name;
	// a combining mark needs a character before it
	return /^\p{Mark}/u.test(character) ? `"◌${character}" (${name})` : `"${character}" (${name})`;
}

/**
 * Shortens a text for an error message: one line, without invisible characters.
 * @param text the whole text
 * @param length how many characters of it to show at most
 * @returns its beginning, with an ellipsis where it was longer
 */
export function startOf(text: string, length: number): string {
	// longer than is shown, since several invisible characters become one space
	const beginning = text.slice(0, 4 * length).replace(/[\p{Other}\p{Separator}]+/gu, ' ');
	const characters = [...beginning.trim()];
	return characters.length > length || text.length > 4 * length
		? `${characters.slice(0, length).join('')}…`
		: characters.join('');
}
