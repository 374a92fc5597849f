import { Zip, ZipDeflate, zipSync } from 'fflate';
import fc from 'fast-check';

import { readDownload } from '../../../nodes/ISendPro/api/files/download';
import { UnreadableAnswerError } from '../../../nodes/ISendPro/api/errors';
import { MAX_UNPACKED_BYTES, unzipSingleFile } from '../../../nodes/ISendPro/api/files/zip';

const csv = Buffer.from('MSISDN\n0601020304\n'.repeat(20));
const answer = Buffer.from(
	'<?xml version="1.0" encoding="ISO-8859-1"?><etat><code>206</code><message>rien</message></etat>',
);

const refusal = (body: Uint8Array): string => {
	try {
		readDownload(body);
	} catch (error) {
		if (error instanceof UnreadableAnswerError) return error.message;
		throw error;
	}
	throw new Error('It was read');
};

/** As PHP streams it: sizes and checksum stand behind the data. */
function streamedZip(content: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [];
	const zip = new Zip((error, part) => {
		if (error) throw error;
		parts.push(part);
	});
	const file = new ZipDeflate('rapport.csv');
	zip.add(file);
	file.push(content.subarray(0, 50));
	file.push(content.subarray(50), true);
	zip.end();
	return Buffer.concat(parts);
}

/** The archive with one byte of its directory's first entry changed. */
function withDirectoryByte(archive: Uint8Array, position: number, value: number): Uint8Array {
	const changed = Buffer.from(archive);
	changed[changed.lastIndexOf('PK\u0001\u0002') + position] = value;
	return changed;
}

describe('A download is told by its first bytes', () => {
	it('to be CSV', () => {
		expect(readDownload(csv).csv).toEqual(csv);
	});

	it.each([
		['deflated', zipSync({ 'rapport.csv': csv })],
		['stored', zipSync({ 'rapport.csv': csv }, { level: 0 })],
		['streamed', streamedZip(csv)],
		['with a comment', zipSync({ 'rapport.csv': csv }, { comment: 'PK and more' })],
	])('to be a ZIP, %s', (_kind, archive) => {
		expect(Buffer.from(readDownload(archive).csv ?? [])).toEqual(csv);
	});

	it('to be an answer in XML, also after blanks', () => {
		expect(readDownload(answer).answer?.fields.code).toBe('206');
		expect(readDownload(Buffer.concat([Buffer.from('\r\n '), answer])).answer?.fields.code).toBe(
			'206',
		);
	});

	it('to be nothing of these', () => {
		expect(refusal(Buffer.alloc(0))).toBe('The file that iSendPro sent is empty');
		expect(refusal(Buffer.from(' \r\n'))).toBe('The file that iSendPro sent is empty');
		expect(() => readDownload(Buffer.from('<html>Bad gateway</html>'))).toThrow(
			UnreadableAnswerError,
		);
	});
});

describe('What comes in place of a file is an error that shows its beginning', () => {
	const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
	it.each([
		['plain text', Buffer.from('Accès refusé'), 'It begins: Accès refusé'],
		['plain text, in ISO-8859-15', Buffer.from('Accès refusé', 'latin1'), 'begins: Accès refusé'],
		['a long text', Buffer.from('é'.repeat(5000)), `It begins: ${'é'.repeat(100)}…`],
		['JSON', Buffer.from('{"code":"3"}'), 'It begins: {"code":"3"}'],
		['HTML', Buffer.from('<html><p>Erreur'), 'is a web page'],
		['HTML after a text', Buffer.from('Oops\n<html><p>Erreur'), 'It begins: Oops <html><p>Erreur'],
		['UTF-16', Buffer.from('\ufeff<html>Erreur', 'utf16le'), 'It begins: <html>Erreur'],
		['UTF-16 of the other kind', utf16be('\ufeffErreur'), 'It begins: Erreur'],
		['UTF-16 without a mark', Buffer.from('<html>Erreur', 'utf16le'), 'It begins: <html>Erreur'],
		['a file in UTF-16', Buffer.from('\ufeffMSISDN\r\n', 'utf16le'), 'It begins: MSISDN'],
		['a text in a ZIP', zipSync({ a: Buffer.from('Erreur') }), 'It begins: Erreur'],
		['HTML in a ZIP', zipSync({ a: Buffer.from('<html>Erreur') }), 'It begins: <html>Erreur'],
		['a ZIP in a ZIP', zipSync({ a: zipSync({ b: csv }) }), 'holds another ZIP file'],
		['a file without the columns', Buffer.from('a;b\n1;2\n'), 'It begins: a;b 1;2'],
	])('%s', (_page, body, beginning) => {
		expect(refusal(body)).toContain(beginning);
	});

	it('but no secret that only its unpacking brings to light', () => {
		const text = 'La cle a296464ce012b8ab710a est fausse';
		for (const page of [
			Buffer.from(text, 'utf16le'),
			Buffer.from(`<html>${text}`, 'utf16le'),
			zipSync({ a: Buffer.from(text) }),
			zipSync({ a: Buffer.from(`<html>${text}`) }),
		]) {
			expect(refusal(page)).not.toContain('a296464ce012b8ab710a');
			expect(refusal(page)).toContain('La cle *** est fausse');
		}
	});

	it('while an answer is read, whatever stands around it or packs it', () => {
		const warning = Buffer.concat([Buffer.from('Warning: x in y.php on line 3\n'), answer]);
		expect(readDownload(warning).answer?.fields.code).toBe('206');
		expect(readDownload(zipSync({ a: answer })).answer?.fields.code).toBe('206');
		const message = Buffer.from('Destinataire;Message\n0601020304;<etat><code>3</code></etat>\n');
		expect(readDownload(message).csv).toEqual(message);
	});
});

describe('A ZIP is refused', () => {
	const archive = zipSync({ 'rapport.csv': csv });

	it.each([
		['that is cut off', archive.subarray(0, archive.length - 30), 'is cut off'],
		['that is nothing but its signature', Buffer.from('PK\u0003\u0004'), 'is cut off'],
		['without a file', zipSync({}), 'holds 0 files instead of one'],
		['with two files', zipSync({ a: csv, b: csv }), 'holds 2 files instead of one'],
		['that is encrypted', withDirectoryByte(archive, 8, 1), 'is encrypted'],
		['whose file has another checksum', withDirectoryByte(archive, 16, 0), 'is damaged'],
		['whose file is longer than stated', withDirectoryByte(archive, 24, 10), 'is damaged'],
		['whose file is shorter than stated', withDirectoryByte(archive, 25, 2), 'is damaged'],
		['whose file is stated to be huge', withDirectoryByte(archive, 27, 0x7f), 'would unpack to'],
	])('%s', (_case, body, reason) => {
		expect(refusal(body)).toContain(`The ZIP file that iSendPro sent ${reason}`);
	});

	it('that would unpack to more than any report has, before it is unpacked', () => {
		expect(MAX_UNPACKED_BYTES).toBe(268_435_456);
		const bomb = zipSync({ 'rapport.csv': Buffer.alloc(5_000_000) }, { level: 9 });
		expect(bomb.length).toBeLessThan(10_000);
		expect(() => unzipSingleFile(bomb, 4_999_999)).toThrow('would unpack to 5000000 bytes');
		expect(unzipSingleFile(bomb, 5_000_000)).toHaveLength(5_000_000);
	});

	it('that is a bomb which states a small size, after its first slice', () => {
		const bomb = zipSync({ 'rapport.csv': Buffer.alloc(20_000_000) }, { level: 9 });
		const lying = Buffer.from(bomb);
		lying.writeUInt32LE(1000, lying.lastIndexOf('PK\u0001\u0002') + 24);
		expect(refusal(lying)).toContain('is damaged');
	});

	it('or gives its very content, whichever byte of it is changed', () => {
		fc.assert(
			fc.property(
				fc.nat(archive.length - 1),
				fc.integer({ min: 1, max: 255 }),
				(position, change) => {
					const changed = Uint8Array.from(archive);
					changed[position] = (changed[position] ?? 0) ^ change;
					try {
						expect(Buffer.from(unzipSingleFile(changed))).toEqual(csv);
					} catch (error) {
						expect(error).toBeInstanceOf(UnreadableAnswerError);
					}
				},
			),
			{ numRuns: 2000 },
		);
	});
});
