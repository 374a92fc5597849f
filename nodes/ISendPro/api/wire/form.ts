import { InvalidInputError } from '../errors';
import { describeCharacter } from '../text/character';
import { decodeLatin } from './decoding';

export type TextEncoding = 'iso-8859-15' | 'utf-8';
export type FormField = readonly [name: string, value: string];

/** Each character as the form writes it; a character that is not in the table cannot be sent. */
const latinBytes = latinByteTable();

/** The characters that ISO-8859-15 can send here, control characters aside. */
export const latinCharacters = [...latinBytes.keys()]
	.filter((character) => character === '\n' || !/\p{Control}/u.test(character))
	.join('');

/**
 * Writes the body of a request: each name and value percent-encoded from its bytes [3, 4.3].
 * @param fields names and values in the order in which they are sent; texts are already prepared
 * (`composeText`, `writePlainText`)
 * @param encoding the bytes to write: UTF-8 with `ucs2=1` [3.16] or where the credential says so
 * @returns the body of an `application/x-www-form-urlencoded` request
 * @throws InvalidInputError for a character that the encoding lacks; in ISO-8859-15 these include
 * Ê and Õ, whose bytes mean a euro sign and a line break, and the carriage return
 */
export function encodeForm(fields: readonly FormField[], encoding: TextEncoding): string {
	const encode = encoding === 'utf-8' ? encodeUnicode : encodeLatin;
	return fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

function encodeLatin(value: string): string {
	let encoded = '';
	for (const character of value) {
		const byte = latinBytes.get(character);
		if (byte === undefined) throw unencodable(character);
		encoded += byte;
	}
	return encoded;
}

function encodeUnicode(value: string): string {
	const half = /\p{Surrogate}/u.exec(value);
	if (half) throw unencodable(half[0]);
	// encodeURIComponent leaves these five unencoded
	return encodeURIComponent(value).replace(/[!'()*]/g, (character) =>
		percent(character.charCodeAt(0)),
	);
}

function latinByteTable(): ReadonlyMap<string, string> {
	const table = new Map<string, string>();
	const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
	[...decodeLatin(every)].forEach((character, byte) => {
		table.set(character, /[\w.~-]/.test(character) ? character : percent(byte));
	});
	// the euro sign and the line break have the bytes of Ê and Õ [4.3]
	for (const character of ['Ê', 'Õ', '\r']) table.delete(character);
	return table.set('€', percent(0xca)).set('\n', percent(0xd5));
}

function percent(byte: number): string {
	return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function unencodable(character: string): InvalidInputError {
	return new InvalidInputError(
		`iSendPro does not accept the character ${describeCharacter(character)}`,
		'Remove it, or write something else in its place.',
	);
}
