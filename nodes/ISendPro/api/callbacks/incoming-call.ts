import { decodeText } from '../wire/decoding';

/** What iSendPro sent in one call: each parameter's values, decoded, in the order they came. */
export type IncomingCall = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a call from its bytes [3.10, 3.11]. The manual does not say how the values are encoded, so
 * each name and value is UTF-8 if it can be, and otherwise ISO-8859-15. `+` and `%20` are spaces; a
 * `%` that starts no escape stays as it is.
 * @param forms the query string and the form body, still encoded
 */
export function readCall(...forms: readonly Uint8Array[]): IncomingCall {
	const call = new Map<string, string[]>();
	for (const form of forms) {
		// One character a byte, as Node.js itself reads a request's address.
		for (const field of Buffer.from(form).toString('latin1').split('&')) {
			if (field === '') continue;
			const [name = '', ...values] = field.split('=');
			const value = decode(values.join('='));
			const earlier = call.get(decode(name));
			if (earlier) earlier.push(value);
			else call.set(decode(name), [value]);
		}
	}
	return call;
}

/**
 * The value of a parameter, without white space around it; '' when the call lacks it.
 *
 * The first of repeated ones counts: the text of a reply, which its writer chooses, comes after the number.
 */
export function valueIn(call: IncomingCall, name: string): string {
	return call.get(name)?.[0]?.trim() ?? '';
}

function decode(encoded: string): string {
	const unescaped = encoded
		.replaceAll('+', ' ')
		.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return decodeText(Buffer.from(unescaped, 'latin1'));
}
