import { decode } from 'iconv-lite';

// The byte order mark is kept: readers of the text skip it.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** iSendPro's own encoding [3.2]. */
const iso885915 = new TextDecoder('iso-8859-15');

/** The other encodings that a declaration may name. Node.js 20 and 22 confuse the first two. */
const declarable = /^(iso-8859-1|windows-1252|us-ascii)$/i;

/** That of UTF-8, read as ISO-8859-1. */
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/** Decodes bytes of ISO-8859-15. */
export function decodeLatin(bytes: Uint8Array): string {
	return iso885915.decode(bytes);
}

/** Decodes bytes of unknown encoding: as UTF-8 when they are valid, otherwise as ISO-8859-15. */
export function decodeText(bytes: Uint8Array): string {
	try {
		return strictUtf8.decode(bytes);
	} catch {
		return decodeLatin(bytes);
	}
}

/**
 * Decodes XML as its declaration says [3.2, 3.3]; without one, or where it says UTF-8, as `decodeText` does.
 * Bytes that do not fit the declaration, and encodings that iSendPro has no reason to use, are read as
 * ISO-8859-15.
 */
export function decodeXml(bytes: Uint8Array): string {
	// A PHP warning may come before the declaration.
	const beginning = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
	const declared = /<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(beginning)?.[1] ?? 'utf-8';
	if (/^utf-8$/i.test(declared) || beginning.startsWith(BYTE_ORDER_MARK)) return decodeText(bytes);
	const decoded = declarable.test(declared) ? decode(bytes, declared) : '\ufffd';
	return decoded.includes('\ufffd') ? decodeLatin(bytes) : decoded;
}
