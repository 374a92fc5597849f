import { decodeText, decodeXml } from '../../../nodes/ISendPro/api/wire/decoding';

const latin = (text: string) => Buffer.from(text, 'latin1');

describe('XML', () => {
	it.each([
		['ISO-8859-1', [0xe9, 0xa4], 'é¤'],
		['ISO-8859-15', [0xe9, 0xa4], 'é€'],
		['iso-8859-15', [0xbd], 'œ'],
		['windows-1252', [0x80], '€'],
		['UTF-8', [0xc3, 0xa9, 0xe2, 0x82, 0xac], 'é€'],
		// declared as UTF-8, and not UTF-8
		['UTF-8', [0xe9], 'é'],
		['x-unknown', [0xe9, 0xa4], 'é€'],
	])('declared as %s is decoded from %j as %s', (encoding, bytes, text) => {
		const declaration = `<?xml version="1.0" encoding="${encoding}"?>`;
		const body = Buffer.concat([latin(declaration), Buffer.from(bytes)]);
		expect(decodeXml(body)).toBe(declaration + text);
	});

	it.each(['UTF-8', 'ISO-8859-1'])(
		'with a byte order mark is UTF-8, declared as %s',
		(encoding) => {
			const xml = `\ufeff<?xml version="1.0" encoding="${encoding}"?>é`;
			expect(decodeXml(Buffer.from(xml, 'utf8'))).toBe(xml);
		},
	);
});

describe.each([
	['XML without a declaration', decodeXml],
	['Text', decodeText],
])('%s', (_, decode) => {
	it.each([
		['UTF-8', [0xc3, 0xa9], 'é'],
		['ISO-8859-15', [0xe9, 0xa4], 'é€'],
	])('is decoded as %s where it is that', (_encoding, bytes, text) => {
		expect(decode(Buffer.from(bytes))).toBe(text);
	});
});
