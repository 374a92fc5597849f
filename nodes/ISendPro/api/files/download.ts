import type { Answer } from '../wire/answer';
import { parseAnswer } from '../wire/answer';
import { UnreadableAnswerError } from '../errors';
import { isZip, unzipSingleFile } from './zip';

/** What came back for a file: the file, or an answer that says why there is none. */
export type Download =
	| { readonly csv: Uint8Array; readonly answer?: undefined }
	| { readonly csv?: undefined; readonly answer: Answer };

/**
 * Tells by its first bytes what a download is: CSV, a ZIP with one CSV in it, or an answer in XML, all of
 * which come with the same HTTP status [3.8, 3.15].
 *
 * @throws UnreadableAnswerError when it is empty, or a ZIP or an answer that cannot be read
 */
export function readDownload(body: Uint8Array): Download {
	const first = firstByte(body);
	if (first === undefined) throw new UnreadableAnswerError('The file that iSendPro sent is empty');
	if (first === 0x3c /* < */) return { answer: parseAnswer(body) };
	return { csv: isZip(body) ? unzipSingleFile(body) : body };
}

/** The first byte after a byte order mark and blanks. */
function firstByte(body: Uint8Array): number | undefined {
	const mark = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
	return body.subarray(mark, 1000).find((byte) => byte > 0x20);
}
