import { Zip, ZipDeflate, zipSync } from 'fflate';

import { readDownload } from '../../../nodes/ISendPro/api/files/download';
import { UnreadableAnswerError } from '../../../nodes/ISendPro/api/errors';

/** Nothing is secret here. */
const read = (body: Uint8Array) => readDownload(body, String);

const csv = Buffer.from('MSISDN\n0601020304\n'.repeat(20));
const answer = Buffer.from(
	'<?xml version="1.0" encoding="ISO-8859-1"?><etat><code>206</code><message>rien</message></etat>',
);

const refusal = (body: Uint8Array): string => {
	try {
		read(body);
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

describe('A download is told by its first bytes', () => {
	it('to be CSV', () => {
		expect(read(csv).csv).toEqual(csv);
	});

	it.each([
		['deflated', zipSync({ 'rapport.csv': csv })],
		['stored', zipSync({ 'rapport.csv': csv }, { level: 0 })],
		['streamed', streamedZip(csv)],
		['with a comment', zipSync({ 'rapport.csv': csv }, { comment: 'PK and more' })],
	])('to be a ZIP, %s', (_kind, archive) => {
		expect(Buffer.from(read(archive).csv ?? [])).toEqual(csv);
	});

	it('to be an answer in XML, also after blanks', () => {
		expect(read(answer).answer?.fields.code).toBe('206');
		expect(read(Buffer.concat([Buffer.from('\r\n '), answer])).answer?.fields.code).toBe('206');
	});

	it('to be nothing of these', () => {
		expect(refusal(Buffer.alloc(0))).toBe('The file that iSendPro sent is empty');
		expect(refusal(Buffer.from(' \r\n'))).toBe('The file that iSendPro sent is empty');
		expect(() => read(Buffer.from('<html>Bad gateway</html>'))).toThrow(UnreadableAnswerError);
	});
});

describe('What comes in place of a file is an error that shows its beginning', () => {
	const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
	it.each([
		['plain text', Buffer.from('Accès refusé'), 'It begins: Accès refusé'],
		['plain text, in ISO-8859-15', Buffer.from('Accès refusé', 'latin1'), 'begins: Accès refusé'],
		['a long text', Buffer.from('é'.repeat(5000)), `It begins: ${'é'.repeat(100)}…`],
		['HTML', Buffer.from('<html><p>Erreur'), 'is a web page'],
		['UTF-16', Buffer.from('\ufeff<html>Erreur', 'utf16le'), 'It begins: <html>Erreur'],
		['UTF-16 of the other kind', utf16be('\ufeffErreur'), 'It begins: Erreur'],
		['UTF-16 without a mark', Buffer.from('<html>Erreur', 'utf16le'), 'It begins: <html>Erreur'],
		['a text in a ZIP', zipSync({ a: Buffer.from('Erreur') }), 'It begins: Erreur'],
		['HTML in a ZIP', zipSync({ a: Buffer.from('<html>Erreur') }), 'is a web page'],
		['a ZIP in a ZIP', zipSync({ a: zipSync({ b: csv }) }), 'holds another ZIP file'],
		['a file without the columns', Buffer.from('a;b\n1;2\n'), 'It begins: a;b 1;2'],
	])('%s', (_page, body, beginning) => {
		expect(refusal(body)).toContain(beginning);
	});

	it.each([
		['in UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
		['a page in UTF-16', (text: string) => Buffer.from(`<html>${text}`, 'utf16le')],
		['in a ZIP', (text: string) => zipSync({ a: Buffer.from(text) })],
		['a page in a ZIP', (text: string) => zipSync({ a: Buffer.from(`<html>${text}`) })],
	])('without its secrets: %s', (_, page) => {
		const redact = (text: string) => text.replaceAll('a296464ce012b8ab710a', '***');
		expect(() => readDownload(page('La cle a296464ce012b8ab710a est fausse'), redact)).toThrow(
			/begins: .*La cle \*\*\* est fausse$/,
		);
	});

	it('while an answer is read, whatever stands around it or packs it', () => {
		const warning = Buffer.concat([Buffer.from('Warning: x in y.php on line 3\n'), answer]);
		expect(read(warning).answer?.fields.code).toBe('206');
		expect(read(zipSync({ a: answer })).answer?.fields.code).toBe('206');
		const message = Buffer.from('Destinataire;Message\n0601020304;<etat><code>3</code></etat>\n');
		expect(read(message).csv).toEqual(message);
	});
});
