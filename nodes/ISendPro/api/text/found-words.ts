/** Words at a place of a text, in UTF-16 units. */
export interface FoundWords {
	readonly index: number;
	readonly length: number;
}

/** Of a text that is nothing but mistakes, no more are looked at. */
export const MAX_FOUND = 100;

/**
 * Finds the first matches of a pattern.
 * @param pattern with the flag `g`
 * @param isMeant whether a match stands for something else, and is left out
 */
export function findWords(
	text: string,
	pattern: RegExp,
	isMeant: (found: RegExpExecArray) => boolean = () => false,
): FoundWords[] {
	const words: FoundWords[] = [];
	for (const found of text.matchAll(pattern)) {
		if (isMeant(found)) continue;
		words.push({ index: found.index, length: found[0].length });
		if (words.length === MAX_FOUND) break;
	}
	return words;
}
