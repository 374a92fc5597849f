import { UnreadableAnswerError } from '../errors';
import { EXCERPT_LENGTH, startOf } from '../text/character';
import type { Download } from '../wire/account';
import type { Redact } from '../wire/answer';
import { isAnswer, MAX_ANSWER_BYTES, parseAnswer } from '../wire/answer';
import { decodeText } from '../wire/decoding';
import { BLACKLIST_COLUMN, REPORT_COLUMNS } from './columns';
import { findColumn, headerOf } from './csv';
import { isZip, unzipSingleFile } from './zip';

/** The columns that identify the files of iSendPro [3.8, 3.15]. */
const KNOWN_COLUMNS = [REPORT_COLUMNS.recipient, BLACKLIST_COLUMN];
const LESS_THAN = '<'.charCodeAt(0);

/**
 * Reads a download: CSV, a ZIP with one CSV in it, or an answer in XML, all of which come with the same
 * HTTP status [3.8, 3.15].
 * @param redact takes secrets out of what an error quotes
 * @throws UnreadableAnswerError when it is empty, anything else, or a ZIP or an answer that cannot be read
 */
export function readDownload(body: Uint8Array, redact: Redact): Download {
	const notAFile = (text: string) =>
		new UnreadableAnswerError(
			`iSendPro sent something else in place of the file. It begins: ${startOf(redact(text), EXCERPT_LENGTH)}`,
		);
	const file = isZip(body) ? unzipSingleFile(body) : body;
	const first = firstByte(file);
	if (first === undefined) throw new UnreadableAnswerError('The file that iSendPro sent is empty');
	if (isZip(file)) {
		throw new UnreadableAnswerError('The ZIP file that iSendPro sent holds another ZIP file');
	}
	const wide = decodeUtf16(file);
	if (wide !== undefined) throw notAFile(wide);
	const columns = headerOf(file);
	if (KNOWN_COLUMNS.some((column) => findColumn(columns, column) !== -1)) return { csv: file };
	if (first === LESS_THAN || holdsAnswer(file)) return { answer: parseAnswer(file, redact) };
	throw notAFile(decodeBeginning(file));
}

/** The first byte after a byte order mark and white space. */
function firstByte(body: Uint8Array): number | undefined {
	const mark = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
	return body.subarray(mark, 1000).find((byte) => byte > 0x20);
}

/** A PHP warning may come before the answer. */
function holdsAnswer(file: Uint8Array): boolean {
	return file.length <= MAX_ANSWER_BYTES && isAnswer(file);
}

function decodeBeginning(file: Uint8Array): string {
	const beginning = file.subarray(0, 8 * EXCERPT_LENGTH);
	// A character that is cut off would make the whole text invalid UTF-8.
	const whole = beginning.length === file.length ? 0 : lengthOfWhole(beginning);
	return decodeText(whole === 0 ? beginning : beginning.subarray(0, whole));
}

/** The length up to the last byte of ASCII. */
function lengthOfWhole(bytes: Uint8Array): number {
	return bytes.findLastIndex((byte) => byte < 0x80) + 1;
}

/** The beginning of a text in UTF-16, where every second byte of a Latin letter is zero. */
function decodeUtf16(file: Uint8Array): string | undefined {
	const beginning = file.subarray(0, 8 * EXCERPT_LENGTH);
	const [one, other] = beginning;
	const marked = (one === 0xff && other === 0xfe) || (one === 0xfe && other === 0xff);
	if (!marked && !beginning.includes(0)) return undefined;
	const bigEndian = marked ? one === 0xfe : one === 0;
	return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(beginning);
}
