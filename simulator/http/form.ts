import { characterOf } from './latin9';

/** A value whose bytes are not what the request's encoding allows; it is answered with 998. */
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
 * Their own bytes in the charset are refused, since the manual says that these two have to be
 * transcoded.
 */
export function decodeLatin9(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) {
		if (byte === 0xa4 || byte === 0x0a) {
			throw new EncodingError('euro sign or line break not transcoded');
		}
		if (byte === 0xca) text += '€';
		else if (byte === 0xd5) text += '\n';
		else text += characterOf(byte);
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

/** The arguments of one request, and which of them had an effect. */
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

	/** Names that nothing asked for. */
	ignored(): string[] {
		return [...this.values.keys()].filter((name) => !this.used.has(name));
	}
}
