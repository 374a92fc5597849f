import { describeCharacter } from './character';
import { InvalidInputError } from '../errors';
import { DECODING_ADVICE, LOST_CHARACTERS } from './lost-characters';
import { ACCEPTED_CHARACTERS, replacedHere } from './tables';

/** The characters that can be sent as they are in one place, and what happens to the others. */
export interface Alphabet {
	characters: ReadonlySet<string>;
	/**
	 * Finds what has to be examined: line breaks, raised numbers, letters followed by marks, and all other
	 * characters.
	 */
	unusual: RegExp;
	/** Whether characters with a harmless equivalent are replaced or refused. */
	replaces: boolean;
}

/** Raised and lowered numbers, as in `m²` and `10⁻³`. */
const RAISED = '[²³¹⁰⁴-⁾₀-₎]';
const RAISED_FIRST = new RegExp(`^${RAISED}`);
const FRACTION = /^[¼-¾⅐-⅟↉]/;
/** Characters in a circle, which Unicode decomposes. */
const IN_CIRCLE = /^[①-⑳Ⓐ-⓪]/;
/** Asks for the plain or the coloured form of the character before it. */
const FORM_MARK = /[\ufe0e\ufe0f]$/;
/** The most marks on one letter, itself included, in any language (Unicode's Stream-Safe Text Format). */
const MAX_MARKS = 31;
/** Characters that even Unicode messages cannot have. */
const UNSENDABLE = /[^\P{Control}\r\n]|\p{Surrogate}/u;

/** A character that cannot be sent, and its 1-based position in what the user wrote. */
export interface Refusal {
	character: string;
	position: number;
}

/** Characters as they stand between the brackets of a regular expression with the flag `u`. */
export function escapeForClass(characters: string): string {
	return [...characters].map((one) => `\\u{${one.codePointAt(0)?.toString(16)}}`).join('');
}

/**
 * @param characters every character that can be sent as it is
 * @param replaces whether others are replaced where they have a harmless equivalent
 */
export function makeAlphabet(characters: string, replaces: boolean): Alphabet {
	return {
		characters: new Set(characters),
		unusual: new RegExp(`\\r\\n?|${RAISED}+|.\\p{Mark}+|[^${escapeForClass(characters)}]`, 'gsu'),
		replaces,
	};
}

/** A letter with the marks that count: of an endless pile, Unicode takes as long as its square to sort it. */
function firstMarks(found: string): string {
	return found.length <= MAX_MARKS ? found : [...found].slice(0, MAX_MARKS).join('');
}

/**
 * Writes a text in an alphabet: composed (NFC), line breaks as `\n`, replacements made.
 * @param leavesOut whether what cannot be written is left out
 * @returns the text, or its first character that cannot be written
 */
export function writeInAlphabet(
	{ characters, unusual, replaces }: Alphabet,
	text: string,
	leavesOut = false,
): string | Refusal {
	const has = (character: string) => characters.has(character);
	let refusal: Refusal | undefined;
	const written = text.replace(unusual, (found, offset: number) => {
		if (found.startsWith('\r')) return '\n';
		if (refusal) return '';
		const composed = firstMarks(found).normalize('NFC');
		if ([...composed].every(has)) return composed;
		const replacement = replaces
			? findEquivalent(composed, text.slice(Math.max(offset - 2, 0), offset))
			: undefined;
		if (replacement !== undefined) return replacement;
		if (leavesOut) return [...composed].filter(has).join('');
		refusal = locateRefusal(text, offset, found, has);
		return '';
	});
	return refusal ?? written;
}

/**
 * Writes a text where every Unicode character can be sent: line breaks as `\n`, the rest untouched.
 * @param leavesOut whether what cannot be written is left out
 * @returns the text, or its first control character or half of a surrogate pair
 */
export function writeUnicode(text: string, leavesOut = false): string | Refusal {
	const written = leavesOut ? text.replace(new RegExp(UNSENDABLE, 'gu'), '') : text;
	const unsendable = UNSENDABLE.exec(written);
	if (!unsendable) return written.replace(/\r\n?/g, '\n');
	return { character: unsendable[0], position: positionAt(text, unsendable.index) };
}

/**
 * @param where names the text that was refused: `The message`
 * @param description what to do about it; of a character that was lost before, that is known here
 */
export function refusalError(
	where: string,
	{ character, position }: Refusal,
	description: string,
): InvalidInputError {
	return new InvalidInputError(
		`${where} has the character ${describeCharacter(character)} at position ${position}, which cannot be sent`,
		LOST_CHARACTERS.includes(character) ? DECODING_ADVICE : description,
	);
}

/**
 * Finds the usual way to write what an alphabet lacks.
 * @param before the text before it: `3½` must not become `31/2`, nor `10²` `102`
 * @returns undefined where there is none
 */
function findEquivalent(composed: string, before: string): string | undefined {
	const number = readDarkCircle(composed);
	if (number !== undefined) return `(${number})`;
	const plain = findPlainForm(composed.replace(FORM_MARK, ''));
	if (plain === undefined) return undefined;
	const followsNumber = /\p{Number}$/u.test(before);
	if (IN_CIRCLE.test(composed) || (followsNumber && RAISED_FIRST.test(composed))) {
		return `(${plain})`;
	}
	return followsNumber && FRACTION.test(composed) ? ` ${plain}` : plain;
}

/** Whether people have a usual way to write a character where they lack it. */
export function hasEquivalent(character: string): boolean {
	return findEquivalent(character.normalize('NFC'), '') !== undefined;
}

function readDarkCircle(character: string): number | undefined {
	// three rows of ten
	return /^[❶-➓]$/.test(character) ? ((character.charCodeAt(0) - 0x2776) % 10) + 1 : undefined;
}

/** The replacement in the table, or Unicode's decomposition without the marks of Latin letters. */
function findPlainForm(characters: string): string | undefined {
	const replacement = replacedHere.get(characters);
	if (replacement !== undefined) return replacement;
	let plain = '';
	for (const one of characters.normalize('NFKD').replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')) {
		const form = ACCEPTED_CHARACTERS.includes(one) ? one : replacedHere.get(one);
		if (form === undefined) return undefined;
		plain += form;
	}
	return plain;
}

function locateRefusal(
	text: string,
	offset: number,
	found: string,
	has: (character: string) => boolean,
): Refusal {
	// of a letter and its marks, the first that cannot be written
	const parts = [...found];
	const index = parts.findIndex((part) => !has(part));
	return { character: parts[index] ?? found, position: positionAt(text, offset) + index };
}

/** The 1-based position, in Unicode characters, of an offset in UTF-16 units. */
export function positionAt(text: string, offset: number): number {
	return [...text.slice(0, offset)].length + 1;
}
