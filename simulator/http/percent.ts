import { encodeText } from './latin9';

/** Percent-encodes a value of a call to a customer's page; a space is `%20`, as in [3.10]. */
export function percentEncode(value: string, charset: 'utf-8' | 'iso-8859-15'): string {
	const bytes =
		charset === 'utf-8' ? Buffer.from(value, 'utf8') : encodeText(value, 'ISO-8859-15', () => '?');
	const escape = (byte: string) => `%${Buffer.from(byte, 'latin1').toString('hex').toUpperCase()}`;
	return bytes.toString('latin1').replace(/[^A-Za-z0-9._~:-]/g, escape);
}
