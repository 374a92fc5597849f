import { zipSync } from 'fflate';
import { BLACKLIST_COLUMN } from '../manual/columns';
import type { ServiceSettings } from '../types';
import type { Answer } from './http-response';
import { encodeText } from './latin9';

/**
 * A file as it is downloaded [3.8, 3.15]: `;`, quotes where they are needed, ISO-8859-1, bare or
 * zipped. In the dialect `seen`, column names end with a blank and rows with one more `;`.
 */
export function writeFile(
	name: string,
	header: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
	{ files, dialect, inPlaceOfFiles }: Pick<ServiceSettings, 'files' | 'dialect' | 'inPlaceOfFiles'>,
): Answer {
	if (inPlaceOfFiles !== 'nothing') {
		return { kind: 'file', name: `${name}.csv`, content: REPLACEMENTS[inPlaceOfFiles]() };
	}
	const seen = dialect === 'seen';
	const lines = [header.map((title) => (seen ? `${title} ` : title)).join(';')];
	for (const row of rows) lines.push(row.map(quote).join(';') + (seen ? ';' : ''));
	const content = encodeLines(`${lines.join('\r\n')}\r\n`);
	const file = `${name}.csv`;
	return files === 'csv'
		? { kind: 'file', name: file, content }
		: { kind: 'file', name: `${name}.zip`, content: Buffer.from(zipSync({ [file]: content })) };
}

const HTML = '<html><body>Service indisponible</body></html>\r\n';

/** What a server may send in place of a file. */
const REPLACEMENTS: Record<Exclude<ServiceSettings['inPlaceOfFiles'], 'nothing'>, () => Buffer> = {
	text: () => Buffer.from('Service indisponible\r\n'),
	html: () => Buffer.from(HTML),
	json: () => Buffer.from('{"error":"Service indisponible"}'),
	utf16: () => Buffer.from(`\ufeff${HTML}`, 'utf16le'),
	zipInZip: () =>
		Buffer.from(zipSync({ 'a.zip': zipSync({ 'a.csv': Buffer.from(BLACKLIST_COLUMN) }) })),
};

function quote(value: string): string {
	return /[;"\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
}

/** Most files hold only characters of the charset; those are encoded in one go, however large. */
function encodeLines(text: string): Buffer {
	return /^[\u0000-\u00ff]*$/.test(text)
		? Buffer.from(text, 'latin1')
		: encodeText(text, 'ISO-8859-1', () => '?');
}
