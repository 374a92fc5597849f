import { XMLParser } from 'fast-xml-parser';
import { UnreadableAnswerError } from '../errors';
import { startOf } from '../text/character';
import { decodeXml } from './decoding';

/** The elements of one result, by their names without its number; all values are text. */
export type AnswerRecord = Readonly<Record<string, string>>;

export interface Answer {
	/** The elements that stand directly in `<etat>`. */
	fields: AnswerRecord;
	/** The elements of each `<etatN>`, by N. */
	records: ReadonlyMap<number, AnswerRecord>;
}

/** An answer on 500 recipients takes about 80 kB; what passes this is no answer. */
export const MOST_ANSWER_BYTES = 1_000_000;

/** How much of an unreadable answer its error shows. */
const SHOWN_CHARACTERS = 100;

/** What iSendPro numbers inside `<etatN>` [3.3, 3.7.2, 3.12, 3.13]; other digits are part of a name. */
const NUMBERED_ELEMENT = /^(code|tel|message|operateur|listeNoire|nb_sms|nb_caractere)\d+$/;

const parserOptions = {
	// 0601020304 and the code 0 are text
	parseTagValue: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	// this is the option for numeric entities
	htmlEntities: true,
	// nothing grows: document types, where entities are declared, are refused
	processEntities: { maxExpandedLength: MOST_ANSWER_BYTES },
};

/**
 * Reads an answer in XML, decoded as its declaration says [3.2, 3.3].
 *
 * @param body the bytes of the answer
 * @returns its flat elements and its numbered records. An element that stands there twice has its
 * values on lines of their own; one inside another is called `outer.inner`
 * @throws UnreadableAnswerError for all that is no complete `<etat>` with elements in it
 */
export function parseAnswer(body: Uint8Array): Answer {
	if (body.length > MOST_ANSWER_BYTES) {
		throw unreadable(`is too long (${body.length} bytes)`, decodeXml(body.subarray(0, 1000)));
	}
	const text = decodeXml(body).trim();
	const fields = emptyRecord();
	const records = new Map<number, AnswerRecord>();
	for (const [name, content] of Object.entries(parseRoot(text))) {
		const number = /^etat([1-9]\d{0,2})$/.exec(name)?.[1];
		if (number === undefined) {
			addElement(fields, name, content);
		} else if (isElements(content)) {
			records.set(Number(number), readRecord(number, content, text));
		} else {
			throw unreadable(`has no single result in <${name}>`, text);
		}
	}
	return { fields, records };
}

/** Whether a body is an answer that says what became of something: errors may come with one. */
export function holdsCode(body: Uint8Array): boolean {
	try {
		const { fields, records } = parseAnswer(body);
		return (
			fields.code !== undefined || [...records.values()].some(({ code }) => code !== undefined)
		);
	} catch {
		return false;
	}
}

function parseRoot(text: string): Record<string, unknown> {
	if (text === '') throw new UnreadableAnswerError('The answer is empty');
	if (/<html[\s>]/i.test(text)) {
		throw unreadable('is a web page, not an answer of iSendPro', text);
	}
	if (!/<etat[\s/>]/.test(text) || /<!(doctype|entity)/i.test(text)) {
		throw unreadable('is not an answer of iSendPro', text);
	}
	const root = parseXml(withinRoot(text));
	if (!isElements(root) || !isElements(root.etat)) {
		throw unreadable('has no results of iSendPro', text);
	}
	return root.etat;
}

/** The answer itself: a server may put a mark of byte order or a warning of PHP around it. */
function withinRoot(text: string): string {
	const start = text.search(/<etat[\s>]/);
	const end = text.indexOf('>', text.lastIndexOf('</etat'));
	return start < 0 || end < start ? text : text.slice(start, end + 1);
}

function parseXml(text: string): unknown {
	// an ampersand that was not escaped harms nothing
	const escaped = text.replace(/<!\[CDATA\[(?:.*?\]\]>|.*)|&(?!#?\w+;)/gs, (found) =>
		found === '&' ? '&amp;' : found,
	);
	try {
		return new XMLParser(parserOptions).parse(escaped, true);
	} catch {
		throw unreadable('is cut off or damaged', text);
	}
}

function readRecord(number: string, elements: Record<string, unknown>, text: string): AnswerRecord {
	const record = emptyRecord();
	for (const [name, content] of Object.entries(elements)) {
		const itsOwn = name.endsWith(number) && !/\d/.test(name.at(-number.length - 1) ?? '0');
		if (!itsOwn && NUMBERED_ELEMENT.test(name)) {
			// results would go to the wrong recipients
			throw unreadable(`has <${name}> inside <etat${number}>`, text);
		}
		addElement(record, itsOwn ? name.slice(0, -number.length) : name, content);
	}
	return record;
}

function addElement(record: Record<string, string>, name: string, content: unknown): void {
	if (Array.isArray(content)) {
		for (const one of content) addElement(record, name, one);
	} else if (isElements(content)) {
		for (const [inner, value] of Object.entries(content)) {
			addElement(record, inner === '#text' ? name : `${name}.${inner}`, value);
		}
	} else {
		const earlier = record[name];
		record[name] = earlier === undefined ? String(content) : `${earlier}\n${String(content)}`;
	}
}

function isElements(content: unknown): content is Record<string, unknown> {
	return typeof content === 'object' && content !== null && !Array.isArray(content);
}

function emptyRecord(): Record<string, string> {
	return Object.create(null);
}

function unreadable(reason: string, text: string): UnreadableAnswerError {
	return new UnreadableAnswerError(
		`The answer ${reason}. It begins: ${startOf(text, SHOWN_CHARACTERS)}`,
	);
}
