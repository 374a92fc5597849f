import { TRANSCODED_BYTES } from '../manual/characters';
import { characterOf } from './latin9';

/** Characters that have to come as other bytes than those of ISO-8859-15. */
const TRANSCODED = new Set(TRANSCODED_BYTES.values());

/** A value whose bytes are not valid in the request's encoding; refused with 998. */
export class EncodingError extends Error {}

export interface RawField {
	name: string;
	value: Uint8Array;
}

export interface RawForm {
	fields: RawField[];
	/** An escape without two hexadecimal digits, or a byte that had to be escaped. */
	malformed: boolean;
}

/** Splits a query string or a form body, one character a byte, into its fields. */
export function parseForm(raw: string): RawForm {
	const form: RawForm = { fields: [], malformed: false };
	for (const pair of raw.split('&')) {
		if (pair === '') continue;
		const equals = pair.indexOf('=');
		const name = equals < 0 ? pair : pair.slice(0, equals);
		const value = equals < 0 ? '' : pair.slice(equals + 1);
		if (!isWellFormed(name) || !isWellFormed(value)) form.malformed = true;
		form.fields.push({ name: unescapeBytes(name).toString('latin1'), value: unescapeBytes(value) });
	}
	return form;
}

function isWellFormed(text: string): boolean {
	return /^(?:%[0-9a-f]{2}|[!-$&-~])*$/i.test(text);
}

function unescapeBytes(text: string): Buffer {
	const plain = text
		.replace(/\+/g, ' ')
		.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(plain, 'latin1');
}

/**
 * Decodes ordinary text [3, 4.3]: ISO-8859-15, but `%CA` is the euro sign and `%D5` the line break.
 * Their bytes in the charset itself are refused: the manual requires these two to be transcoded.
 */
export function decodeLatin9(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) {
		const character = characterOf(byte);
		if (TRANSCODED.has(character))
			throw new EncodingError('euro sign or line break not transcoded');
		text += TRANSCODED_BYTES.get(byte) ?? character;
	}
	return text;
}

/** Decodes the UTF-8 of a request with `ucs2=1` [3.16], strictly. */
export function decodeUtf8(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (error) {
		throw new EncodingError('not UTF-8', { cause: error });
	}
}

/** The arguments of one request; records which of them are read. */
export class Arguments {
	private readonly used = new Set<string>();

	constructor(readonly values: ReadonlyMap<string, string>) {}

	/** The value of an argument, undefined when the request does not have it. */
	get(name: string): string | undefined {
		if (this.values.has(name)) this.used.add(name);
		return this.values.get(name);
	}

	/** The numbers X of all `<prefix>X`, in the order of the request. */
	numbersOf(prefix: string): number[] {
		return [...this.values.keys()].flatMap((name) => {
			if (!name.startsWith(prefix)) return [];
			const digits = name.slice(prefix.length);
			return /^[1-9]\d{0,8}$/.test(digits) ? [Number(digits)] : [];
		});
	}

	/** Names of the arguments that had no effect. */
	ignored(): string[] {
		return [...this.values.keys()].filter((name) => !this.used.has(name));
	}
}
