import { ACCEPTED_CHARACTERS, DOUBLE_CHARACTERS, REPLACEMENTS } from './characters';
import { Refusal } from './codes';
import { MAX_PARTS, PART_LENGTHS, SHORT_NUMBER } from './limits';

/** The operator adds it after a line break, which counts twice [3.2.1]. */
export const STOP_MENTION = `STOP ${SHORT_NUMBER}`;
const STOP_CHARACTERS = 12;

export interface ShownText {
	text: string;
	characters: number;
	parts: number;
	encoding: 'gsm' | 'unicode';
}

export interface LengthRules {
	/** A sender was given. */
	sender: boolean;
	/** The STOP mention is added. */
	stop: boolean;
	ucs2: boolean;
	/** `smslong`; undefined when it was not given. */
	maxParts: number | undefined;
}

/**
 * What a phone shows of a text, and how it is counted [3.2.4, 3.16, 4.2]. Throws a Refusal: 4 for
 * no text, 998 for a character in neither table, 25 and 26 for a premium-rate number without its cost,
 * and 5, 19, 31, 32, 38 and 39 for a text that is too long.
 */
export function showText(submitted: string, rules: LengthRules): ShownText {
	if (submitted === '') throw new Refusal(4);
	const text = rules.ucs2 ? submitted : [...submitted].map(operatorCharacter).join('');
	refuseMissingCost(text);
	const shown = rules.ucs2 ? countUcs2(text, rules.stop) : countGsm(text, rules.stop);
	refuseTooLong(shown, rules);
	return { text, ...shown };
}

function operatorCharacter(character: string): string {
	if (ACCEPTED_CHARACTERS.has(character)) return character;
	const replacement = REPLACEMENTS.get(character);
	if (replacement === undefined) throw new Refusal(998);
	return replacement;
}

function refuseMissingCost(text: string): void {
	if (/\d\s?€/.test(text)) return;
	if (/\b0[ .]?8[ .]?9[ .]?9\b|\b0899\d{6}\b/.test(text)) throw new Refusal(25);
	if (/\b0[ .]?8[ .]?9[ .]?2\b|\b0892\d{6}\b/.test(text)) throw new Refusal(26);
}

type Count = Omit<ShownText, 'text'>;

function countGsm(text: string, stop: boolean): Count {
	let characters = 0;
	for (const character of text) characters += DOUBLE_CHARACTERS.has(character) ? 2 : 1;
	const total = characters + (stop ? STOP_CHARACTERS : 0);
	const { single, part } = PART_LENGTHS.gsm;
	return { characters, parts: total <= single ? 1 : Math.ceil(total / part), encoding: 'gsm' };
}

function countUcs2(text: string, stop: boolean): Count {
	const all = stop ? text + ' '.repeat(STOP_CHARACTERS) : text;
	const { single, part } = PART_LENGTHS.unicode;
	return {
		characters: text.length,
		parts: all.length <= single ? 1 : countParts(all, part),
		encoding: 'unicode',
	};
}

/** Fills parts one after the other; a surrogate pair is never split between two of them. */
function countParts(text: string, partLength: number): number {
	let parts = 1;
	let used = 0;
	for (const character of text) {
		if (used + character.length > partLength) {
			parts++;
			used = 0;
		}
		used += character.length;
	}
	return parts;
}

function refuseTooLong({ characters, parts, encoding }: Count, rules: LengthRules): void {
	const { single, part } = PART_LENGTHS[encoding];
	const stopLength = rules.stop ? STOP_CHARACTERS : 0;
	if (rules.maxParts === undefined) {
		if (parts === 1) return;
		if (rules.ucs2) throw new Refusal(38, { X: single - stopLength });
		throw new Refusal(rules.sender && rules.stop ? 19 : 5);
	}
	if (rules.maxParts > MAX_PARTS) {
		if (parts <= MAX_PARTS) return;
		const longest = MAX_PARTS * part - stopLength;
		throw rules.ucs2 ? new Refusal(39, { Y: longest }) : new Refusal(31, { X: longest });
	}
	if (parts > rules.maxParts) throw new Refusal(32, { X: parts, Y: rules.maxParts, Z: characters });
}
