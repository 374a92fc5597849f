import type { Refusal } from '../text/alphabet';
import { makeAlphabet, refusalError, writeInAlphabet, writeUnicode } from '../text/alphabet';
import type { TextEncoding } from './form';
import { latinCharacters } from './form';

const latinAlphabet = makeAlphabet(latinCharacters, true);

/**
 * Writes a value that is not an SMS, such as a contact's field or a name, so that it can be encoded.
 * @param value as the user wrote it
 * @param encoding how it will be sent
 * @param name begins the sentence of an error: `The name of the directory`
 * @returns the value with line breaks as `\n` and, in ISO-8859-15, with typographic characters
 * replaced and Ê and Õ as E and O, since their bytes mean something else [4.3]
 * @throws InvalidInputError for a character that cannot be sent
 */
export function writePlainText(value: string, encoding: TextEncoding, name = 'The value'): string {
	const written = replaceInPlainText(value, encoding);
	if (typeof written === 'string') return written;
	throw refusalError(name, written, 'Remove it, or write something else in its place.');
}

/** Whether a value is sent as it is, without replacements. */
export function isSentAsWritten(value: string, encoding: TextEncoding): boolean {
	return replaceInPlainText(value, encoding) === value;
}

function replaceInPlainText(value: string, encoding: TextEncoding): string | Refusal {
	return encoding === 'utf-8' ? writeUnicode(value) : writeInAlphabet(latinAlphabet, value);
}
