import { UnreadableAnswerError } from '../errors';
import { startOf } from '../text/character';
import type { Download } from '../wire/account';
import type { Redact } from '../wire/answer';
import { MAX_ANSWER_BYTES, parseAnswer } from '../wire/answer';
import { decodeText } from '../wire/decoding';
import { numberColumn } from './blacklist-file';
import { recipientColumn } from './campaign-report';
import { findColumn, headerOf } from './csv';
import { isZip, unzipSingleFile } from './zip';

/** The columns by which the files of iSendPro are known [3.8, 3.15]. */
const KNOWN_COLUMNS = [recipientColumn, numberColumn];
const SHOWN_CHARACTERS = 100;
const LESS_THAN = '<'.charCodeAt(0);

/**
 * Tells what a download is: CSV, a ZIP with one CSV in it, or an answer in XML, all of which come with the
 * same HTTP status [3.8, 3.15].
 *
 * @param redact takes secrets out of what an error quotes
 * @throws UnreadableAnswerError when it is empty, anything else, or a ZIP or an answer that cannot be read
 */
export function readDownload(body: Uint8Array, redact: Redact): Download {
	const noFile = (text: string) =>
		new UnreadableAnswerError(
			`iSendPro sent something else in place of the file. It begins: ${startOf(redact(text), SHOWN_CHARACTERS)}`,
		);
	const file = isZip(body) ? unzipSingleFile(body) : body;
	const first = firstByte(file);
	if (first === undefined) throw new UnreadableAnswerError('The file that iSendPro sent is empty');
	if (isZip(file)) {
		throw new UnreadableAnswerError('The ZIP file that iSendPro sent holds another ZIP file');
	}
	const wide = decodeUtf16(file);
	if (wide !== undefined) throw noFile(wide);
	const columns = headerOf(file);
	if (KNOWN_COLUMNS.some((column) => findColumn(columns, column) !== -1)) return { csv: file };
	const isAnswer = first === LESS_THAN || holdsAnswer(file);
	if (isAnswer) return { answer: parseAnswer(file, redact) };
	throw noFile(beginningOf(file));
}

/** The first byte after a byte order mark and blanks. */
function firstByte(body: Uint8Array): number | undefined {
	const mark = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
	return body.subarray(mark, 1000).find((byte) => byte > 0x20);
}

/** A warning of PHP may stand before the answer. */
function holdsAnswer(file: Uint8Array): boolean {
	return file.length <= MAX_ANSWER_BYTES && /<etat[\s>]/.test(decodeText(file));
}

function beginningOf(file: Uint8Array): string {
	const beginning = file.subarray(0, 8 * SHOWN_CHARACTERS);
	// A character that is cut off would make the rest look wrong.
	const whole = beginning.length === file.length ? 0 : lengthOfWhole(beginning);
	return decodeText(whole === 0 ? beginning : beginning.subarray(0, whole));
}

/** Up to the last byte that is a character of its own. */
function lengthOfWhole(bytes: Uint8Array): number {
	return bytes.findLastIndex((byte) => byte < 0x80) + 1;
}

/** The beginning of a text in UTF-16, which has zeros for the other halves of letters. */
function decodeUtf16(file: Uint8Array): string | undefined {
	const beginning = file.subarray(0, 8 * SHOWN_CHARACTERS);
	const [one, other] = beginning;
	const marked = (one === 0xff && other === 0xfe) || (one === 0xfe && other === 0xff);
	if (!marked && !beginning.includes(0)) return undefined;
	const bigEndian = marked ? one === 0xfe : one === 0;
	return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(beginning);
}
