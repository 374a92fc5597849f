/** Where ISO-8859-15 differs from ISO-8859-1, whose bytes are the code points themselves. */
const LATIN9_DIFFERENCES = new Map<number, string>([
	[0xa4, '€'],
	[0xa6, 'Š'],
	[0xa8, 'š'],
	[0xb4, 'Ž'],
	[0xb8, 'ž'],
	[0xbc, 'Œ'],
	[0xbd, 'œ'],
	[0xbe, 'Ÿ'],
]);
const bytesOfDifferences = new Map([...LATIN9_DIFFERENCES].map(([byte, text]) => [text, byte]));

export type SingleByteCharset = 'ISO-8859-1' | 'ISO-8859-15';

/** The character that a byte stands for in ISO-8859-15. */
export function characterOf(byte: number): string {
	return LATIN9_DIFFERENCES.get(byte) ?? String.fromCharCode(byte);
}

/** The byte of a character, undefined when the charset lacks it. */
export function byteOf(character: string, charset: SingleByteCharset): number | undefined {
	const code = character.codePointAt(0) ?? 0;
	if (charset === 'ISO-8859-1') return code <= 0xff ? code : undefined;
	return (
		bytesOfDifferences.get(character) ??
		(code <= 0xff && !LATIN9_DIFFERENCES.has(code) ? code : undefined)
	);
}

/** Text as bytes; `replacement` writes what the charset lacks. */
export function encodeText(
	text: string,
	charset: SingleByteCharset,
	replacement: (character: string) => string,
): Buffer {
	const bytes: number[] = [];
	for (const character of text) {
		const byte = byteOf(character, charset);
		if (byte !== undefined) bytes.push(byte);
		else bytes.push(...Buffer.from(replacement(character), 'latin1'));
	}
	return Buffer.from(bytes);
}
