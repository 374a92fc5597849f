import { UnreadableAnswerError } from '../errors';
import { startOf } from '../text/character';
import type { Answer } from '../wire/answer';
import { MAX_ANSWER_BYTES, parseAnswer } from '../wire/answer';
import { decodeText } from '../wire/decoding';
import { numberColumn } from './blacklist-file';
import { recipientColumn } from './campaign-report';
import { findColumn, headerOf } from './csv';
import { isZip, unzipSingleFile } from './zip';

/** What came back for a file: the file, or an answer that says why there is none. */
export type Download =
	| { readonly csv: Uint8Array; readonly answer?: undefined }
	| { readonly csv?: undefined; readonly answer: Answer };

/** The columns by which the files of iSendPro are known [3.8, 3.15]. */
const KNOWN_COLUMNS = [recipientColumn, numberColumn];
const SHOWN_CHARACTERS = 100;

/**
 * Tells what a download is: CSV, a ZIP with one CSV in it, or an answer in XML, all of which come with the
 * same HTTP status [3.8, 3.15].
 *
 * @throws UnreadableAnswerError when it is empty, anything else, or a ZIP or an answer that cannot be read
 */
export function readDownload(body: Uint8Array): Download {
	const file = isZip(body) ? unzipSingleFile(body) : body;
	const first = firstByte(file);
	if (first === undefined) throw new UnreadableAnswerError('The file that iSendPro sent is empty');
	if (isZip(file)) {
		throw new UnreadableAnswerError('The ZIP file that iSendPro sent holds another ZIP file');
	}
	const wide = decodeUtf16(file);
	if (wide !== undefined) throw noFile(withoutSecrets(wide));
	const columns = headerOf(file);
	if (KNOWN_COLUMNS.some((column) => findColumn(columns, column) !== -1)) return { csv: file };
	if (file !== body) return { answer: parseUnpacked(file) };
	const isAnswer = first === 0x3c /* < */ || holdsAnswer(file);
	if (isAnswer) return { answer: parseAnswer(file) };
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

/** @throws UnreadableAnswerError without the secrets that nobody could see in the packed file */
function parseUnpacked(file: Uint8Array): Answer {
	try {
		return parseAnswer(file);
	} catch {
		throw noFile(withoutSecrets(beginningOf(file)));
	}
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

/**
 * Takes out what may be the account's key: whoever takes secrets out of what came looks for its bytes,
 * which are others here.
 */
function withoutSecrets(text: string): string {
	return text.replace(/(?=\w*\d)\w{6,}/g, '***');
}

function noFile(beginning: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`iSendPro sent something else in place of the file. It begins: ${startOf(beginning, SHOWN_CHARACTERS)}`,
	);
}
