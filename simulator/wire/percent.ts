import { encodeText } from './latin9';

/** Percent-encodes a value of a call to a customer's page; a space is `%20`, as in [3.10]. */
export function percentEncode(value: string, charset: 'utf-8' | 'iso-8859-15'): string {
	const bytes =
		charset === 'utf-8' ? Buffer.from(value, 'utf8') : encodeText(value, 'ISO-8859-15', () => '?');
	return [...bytes]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			if (/[A-Za-z0-9._~:-]/.test(character)) return character;
			return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
}
