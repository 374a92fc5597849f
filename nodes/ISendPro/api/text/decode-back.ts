import { decode } from 'iconv-lite';

/** An encoding in which bytes of UTF-8 are often read. */
export type CodePageName = 'windows-1252' | 'macintosh' | 'cp850';

/** A character of UTF-8, as many bytes as it has, each as a character U+0000 to U+00FF. */
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** What is decoded wrongly several times is so at every station on its way. */
const MAX_TIMES = 3;
/** One of these is left where that was so; what was read rightly may also look like bytes, as `CAFÉ»` does. */
const LEFT_TO_READ = /[ÂÃâ¬√├┬Ô]/;

const CAPITAL_INSIDE = /\p{Ll}\p{Lu}|\p{L}\p{Lu}\p{Ll}/u;

/**
 * Reads words that were decoded wrongly once more, with the right encoding; what was decoded wrongly
 * twice, twice.
 * @param words as they stand in the text
 * @param encoding in which UTF-8 was read
 * @returns what was meant, as far as it can be known
 */
export function decodeBack(words: string, encoding: CodePageName): string {
	if (encoding !== 'windows-1252') return readWith(bytesOf(encoding), words);
	const whole = completeSequences(words);
	const read = readWith(bytesOf(encoding), whole);
	if (!CAPITAL_INSIDE.test(read)) return read;
	// No capital stands inside a word: è and ô are Ú and Î if ISO-8859-15 is taken for windows-1252.
	const latin = readWith(new Map([...bytesOf(encoding), ...bytesOf('iso-8859-15')]), whole);
	return CAPITAL_INSIDE.test(latin) ? read : latin;
}

function readWith(bytes: ReadonlyMap<string, number>, words: string): string {
	let read = words;
	for (let times = 0; times < MAX_TIMES; times += 1) {
		if (times > 0 && !LEFT_TO_READ.test(read)) break;
		const next = readAsUtf8(read, bytes);
		if (next === read) break;
		read = next;
	}
	return read;
}

/** Puts back what is often lost: the last byte of ”, the no-break space of à, the small â of ’. */
function completeSequences(words: string): string {
	return words
		.replace(/Â(?=€.)/g, 'â')
		.replace(/â€(?=$|[\s.,;:!?)])/g, 'â€\x9d')
		.replace(/ã(?=[©¨ª§´¢¯¹])/g, 'Ã')
		.replace(/([ÃÂ])(?=$|[ .,;:!?)])/g, '$1\xa0');
}

const tables = new Map<string, ReadonlyMap<string, number>>();

/** The byte of each character beyond ASCII. */
function bytesOf(encoding: CodePageName | 'iso-8859-15'): ReadonlyMap<string, number> {
	let table = tables.get(encoding);
	if (!table) {
		const bytes = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
		const characters = [...decode(bytes, encoding)];
		const known = characters.map((character, index) => [character, 0x80 + index] as const);
		table = new Map(known.filter(([character]) => character > '\x9f'));
		tables.set(encoding, table);
	}
	return table;
}

function readAsUtf8(text: string, bytes: ReadonlyMap<string, number>): string {
	const asBytes = text.replace(/[^\x00-\x7f]/g, (one) => {
		const byte = bytes.get(one);
		if (byte !== undefined) return String.fromCharCode(byte);
		// Of a control character, which some readers leave, the byte is its own number.
		return one <= '\x9f' ? one : '\uffff';
	});
	let read = '';
	let end = 0;
	for (const { 0: sequence, index } of asBytes.matchAll(SEQUENCE)) {
		read += text.slice(end, index) + characterOf(sequence);
		end = index + sequence.length;
	}
	return read + text.slice(end);
}

function characterOf(sequence: string): string {
	try {
		return strictUtf8.decode(Uint8Array.from(sequence, (one) => one.charCodeAt(0)));
	} catch {
		return sequence;
	}
}
