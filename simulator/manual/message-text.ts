import { Refusal } from './codes';

/** The table "Caractères acceptés" [4.2], and `$`, which [4.3] transcodes. */
const ACCEPTED = new Set(
	'\n\r !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyzàèéù€',
);

/** The table "Caractères remplacés" [4.2]; ù, which it lists as well, is accepted. */
const replacements = new Map<string, string>();
for (const [replacement, characters] of [
	['A', 'ÀÁÂÃÄÅ'],
	['E', 'ÈÉË'],
	['I', 'ÌÍÎÏ'],
	['O', 'ÒÓÔÕÖ'],
	['U', 'ÙÚÛÜ'],
	['a', 'áâãäå'],
	['c', 'ç'],
	['e', 'êë'],
	['i', 'ìíîï'],
	['n', 'ñ'],
	['o', 'ðòóôõö'],
	['u', 'úûü'],
	['y', 'ýÿ'],
] as const) {
	for (const character of characters) replacements.set(character, replacement);
}

/** Counted twice [4.2]. */
const DOUBLE_CHARACTERS = new Set('[]\n€');

/** What the operator adds at the end: a line break, counted twice, and ten characters [3.2.1]. */
export const STOP_MENTION = 'STOP 36180';
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
 * no text, 998 for a character of neither table, 25 and 26 for a dear number without its cost, and
 * 5, 19, 31, 32, 38 and 39 for what is too long.
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
	if (ACCEPTED.has(character)) return character;
	const replacement = replacements.get(character);
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
	return { characters, parts: total <= 160 ? 1 : Math.ceil(total / 153), encoding: 'gsm' };
}

function countUcs2(text: string, stop: boolean): Count {
	const all = stop ? text + ' '.repeat(STOP_CHARACTERS) : text;
	return {
		characters: text.length,
		parts: all.length <= 70 ? 1 : fill(all, 67),
		encoding: 'unicode',
	};
}

/** Fills parts one after the other; a surrogate pair never lies in two of them. */
function fill(text: string, room: number): number {
	let parts = 1;
	let used = 0;
	for (const character of text) {
		if (used + character.length > room) {
			parts++;
			used = 0;
		}
		used += character.length;
	}
	return parts;
}

function refuseTooLong({ characters, parts }: Count, rules: LengthRules): void {
	const room = rules.stop ? STOP_CHARACTERS : 0;
	if (rules.maxParts === undefined) {
		if (parts === 1) return;
		if (rules.ucs2) throw new Refusal(38, { X: 70 - room });
		throw new Refusal(rules.sender && rules.stop ? 19 : 5);
	}
	if (rules.maxParts > 6) {
		if (parts <= 6) return;
		if (rules.ucs2) throw new Refusal(39, { Y: 6 * 67 - room });
		throw new Refusal(31, { X: 6 * 153 - room });
	}
	if (parts > rules.maxParts) throw new Refusal(32, { X: parts, Y: rules.maxParts, Z: characters });
}
