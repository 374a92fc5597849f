import { InvalidInputError } from '../errors';
import { MAX_FOUND } from './found-words';
import type { Mistakes } from './mistakes';

/** How many characters of its words an error shows. */
const MAX_LENGTH = 60;

/** `"ZoÃ©" at position 9 (meant: "Zoé"), "NaN" at position 20 and 2 more` */
export function describeMistakes({ shown, more }: Mistakes): string {
	const named = shown.map(({ words, position, meant }) => {
		const place = `${quote(words)} at position ${position}`;
		return meant === undefined ? place : `${place} (meant: ${quote(meant)})`;
	});
	if (more === 0) return named.join(', ');
	return `${named.join(', ')} and ${more + named.length < MAX_FOUND ? more : 'many'} more`;
}

/** Unlike a character's name, with its no-break spaces. */
function quote(words: string): string {
	const characters = [...words];
	return characters.length > MAX_LENGTH
		? `"${characters.slice(0, MAX_LENGTH).join('')}…"`
		: `"${words}"`;
}

/**
 * @param where begins the sentence: `The message`
 * @param exit what to do if it is meant so, where something can be done
 */
export function mistakesError(where: string, mistakes: Mistakes, exit?: string): InvalidInputError {
	return new InvalidInputError(
		`${where} has words that nobody meant to send: ${describeMistakes(mistakes)}`,
		exit === undefined ? mistakes.advice : `${mistakes.advice} ${exit}`,
	);
}
