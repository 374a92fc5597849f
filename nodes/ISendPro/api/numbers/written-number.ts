import { describeCharacter, startOf } from '../text/character';
import { InvalidInputError } from '../errors';

/** What a list has between two numbers; not the comma of 6,01E+08, so that the error shows all of it. */
const ENTRY_SEPARATOR = /,(?!\d+e\+?\d)|[;\n\v\f\r\u0085\u2028\u2029\uff0c\uff1b\ufe50\ufe54]/i;

/** The common ways to write a number: nothing around it to take off, only ASCII. */
const PLAIN = /^\+?[\d ().-]+$/;

/**
 * Splits what a field holds into its entries, one for each number.
 * @param value text, a number, or an array of those, also nested
 * @throws InvalidInputError for a value of another type, and for an empty place in a list
 */
export function listEntries(value: unknown): string[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(listArrayEntry);
	if (typeof value === 'string') {
		return value
			.split(ENTRY_SEPARATOR)
			.map((entry) => entry.trim())
			.filter((entry) => /\d/.test(entry) || isTooLong(entry) || withoutInvisible(entry) !== '');
	}
	if (typeof value === 'number' || typeof value === 'bigint') {
		const digits = String(value);
		if (typeof value === 'number' && ROUNDED.test(digits)) throw roundedError(digits);
		if (/^\d+$/.test(digits)) return [digits];
		throw lostDigitsError(digits);
	}
	throw new InvalidInputError(
		`A phone number cannot be read from ${describeType(value)}`,
		'Give text such as 0601020304, or a list of such texts.',
	);
}

/**
 * With everything that may stand around it, a number is far shorter. Some of what follows takes the square of
 * an entry's length, and a form on the internet may give an endless one.
 */
const MAX_ENTRY_LENGTH = 200;

function isTooLong(entry: string): boolean {
	return entry.length > MAX_ENTRY_LENGTH;
}

/** What 6.12E+08 of a spreadsheet is as a number. A real number that ends so can be given as text. */
const ROUNDED = /^\d{4,}0{5}$/;

/** Unlike the gap after a last comma, an empty place in a list is a contact without a number. */
function listArrayEntry(value: unknown, index: number): string[] {
	const entries = listEntries(value);
	if (entries.length > 0) return entries;
	throw new InvalidInputError(
		`Phone number ${index + 1} of the list is empty`,
		'Fill it in, or leave it out of the list.',
	);
}

/** The digits of an entry as they are dialled. */
export interface DialledDigits {
	digits: string;
	/**
	 * `plus`: they begin with a country code. `prefix`: with the 00 before one. `zero`: with the zero of a
	 * national number. `bare`: with none of these.
	 */
	form: 'plus' | 'prefix' | 'zero' | 'bare';
}

/**
 * Takes the digits out of an entry, without what exports, chats and links put around a number and without
 * characters that have no glyph.
 * @throws InvalidInputError naming the first character that no phone number has, and its place
 */
export function readDialledDigits(entry: string): DialledDigits {
	if (isTooLong(entry)) {
		throw notANumberError(
			entry,
			`It has ${entry.length} characters, more than any phone number. Put a comma, a semicolon or a line break between two numbers.`,
		);
	}
	const isPlain = PLAIN.test(entry);
	const { text, isInternational } = isPlain ? { text: entry } : unwrap(entry);
	// .0 or .00 stands after a number that was kept as a number
	const number = text.replace(/^([\d\s]+)\.0+$/, '$1');
	if (DECIMAL.test(number)) throw lostDigitsError(entry);
	if (!isPlain) assertNumberCharacters(number, entry);
	const digits = number.replace(/\D+/g, '');
	if (number.includes('+') || isInternational) {
		return { digits: digits.replace(/^00/, ''), form: 'plus' };
	}
	if (digits.startsWith('00')) return { digits, form: 'prefix' };
	return { digits, form: digits.startsWith('0') ? 'zero' : 'bare' };
}

/** Nobody writes one dot before the last digits, and 601020304.55 has the digits of a number in Malaysia. */
const DECIMAL = /^[1-9]\d{6,}\.\d{1,2}$/;

function assertNumberCharacters(number: string, entry: string): void {
	if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(number)) throw lostDigitsError(entry);
	const unusual = /[^\d\s().\p{Pd}\u2212/+]/u.exec(number)?.[0];
	if (unusual !== undefined) throw characterError(entry, unusual);
	if (!/^\(?\+?[^+]+$/.test(number)) {
		throw notANumberError(entry, 'A + can only stand before the country code.');
	}
}

/** Spreadsheets write `="…"`, quotes, or ' before a number kept as text; links and chats say what kind it is. */
const AROUND =
	/^=?["'`\u00b4\u2018\u2019\u201c\u201d\u00ab]*|["'`\u00b4\u2018\u2019\u201c\u201d\u00bb]+$/g;
const SCHEME = /^(?:tel|sms|smsto|callto|whatsapp):(?:\/\/)?/i;
/** WhatsApp's own names of a person, always with the country code, with the device after a colon. */
const WHATSAPP_LINK = /^(?:https?:\/\/)?wa\.me\/\+?(?=\d+$)/i;
const WHATSAPP_ID = /^(\+?\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i;

function unwrap(entry: string): { text: string; isInternational?: boolean } {
	// They become digits when normalized, but are footnotes and list marks
	const mark = /\p{No}/u.exec(entry)?.[0];
	if (mark !== undefined) throw characterError(entry, mark);
	const text = withoutInvisible(entry).replace(AROUND, '').replace(SCHEME, '').replace(AROUND, '');
	const person = text.replace(WHATSAPP_LINK, '').replace(WHATSAPP_ID, '$1');
	return { text: person, isInternational: person !== text };
}

/** Full-width and Arabic digits and unusual spaces become plain; what has no glyph goes. */
function withoutInvisible(written: string): string {
	return written
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu, '')
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
		.replaceAll('\u2800', ' ')
		.trim();
}

/** Letters in whose place a digit was meant: Latin, Greek, Cyrillic. */
const LOOKS_LIKE: ReadonlyArray<[RegExp, string]> = [
	[/[Oo\u039f\u03bf\u041e\u043e]/, '0'],
	[/[Il|\u0131\u0399\u03b9\u0406\u0456\u04c0\u04cf]/, '1'],
];

/** Two letters, or a sign that stands alone between numbers: `06… ou 07…`, `06… | 07…`. */
const IN_WORD = /\p{L}{2}|\s\|\s/u;

function characterError(entry: string, character: string): InvalidInputError {
	const position = [...startOf(entry, entry.length)].findIndex(
		(one) => one === character || one.normalize('NFKC').includes(character),
	);
	const place = position < 0 ? '' : ` at position ${position + 1}`;
	const isOfWord = IN_WORD.test(entry);
	const [, digit] = (isOfWord ? [] : LOOKS_LIKE).find(([letters]) => letters.test(character)) ?? [];
	return notANumberError(
		entry,
		digit === undefined
			? `It has the character ${describeCharacter(character)}${place}. A phone number has digits, spaces, dots, dashes, brackets and a leading +.`
			: `It has the character ${describeCharacter(character)}${place}, which only looks like the digit ${digit}. Write the digit.`,
	);
}

/** The error for an entry that is no phone number. @param description what is wrong with it, and what to do */
export function notANumberError(entry: string, description: string): InvalidInputError {
	return new InvalidInputError(`"${startOf(entry, 60)}" is not a phone number`, description);
}

function lostDigitsError(entry: string): InvalidInputError {
	return notANumberError(
		entry,
		'It is a rounded or decimal number, as spreadsheets make of long numbers. Keep the column as text.',
	);
}

function roundedError(digits: string): InvalidInputError {
	return notANumberError(
		digits,
		'It ends in many zeros, like the numbers that spreadsheets round, e.g. to 6.12E+08. Keep the column as text; if the number is right, give it as text.',
	);
}

function describeType(value: unknown): string {
	return typeof value === 'object' ? 'an object' : `a ${typeof value} value`;
}
