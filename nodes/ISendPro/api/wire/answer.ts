import { XMLParser } from 'fast-xml-parser';
import { UnreadableAnswerError } from '../errors';
import { EXCERPT_LENGTH, startOf } from '../text/character';
import { decodeXml } from './decoding';

/** The elements of one result, by their names without its number; all values are text. */
export type AnswerRecord = Readonly<Record<string, string>>;

export interface Answer {
	/** The elements that stand directly in `<etat>`. */
	fields: AnswerRecord;
	/** The elements of each `<etatN>`, by N. */
	records: ReadonlyMap<number, AnswerRecord>;
}

/** An answer about 500 recipients has about 80 kB; anything longer than this is no answer. */
export const MAX_ANSWER_BYTES = 1_000_000;

/** A comment in an answer; one without an end extends to the end of the answer. */
const COMMENT = /<!--(?:.*?-->|.*)/gs;

/** The elements that iSendPro numbers inside `<etatN>` [3.3, 3.7.2, 3.12, 3.13]; other digits are part of a name. */
const NUMBERED_ELEMENT = /^(code|tel|message|operateur|listeNoire|nb_sms|nb_caractere)\d+$/;

/** The name under which the parser gives a text. */
const TEXT = '#text';

/** Takes the secrets out of a text. */
export type Redact = (text: string) => string;

/** Says why an answer cannot be read, and how it begins. */
type Unreadable = (reason: string) => UnreadableAnswerError;

/** The content of an element, in order: each child element or text is an object with its name as the only key. */
type Content = ReadonlyArray<Readonly<Record<string, Content | string>>>;

const parserOptions = {
	// objects keyed by element names would take twice the time
	preserveOrder: true,
	// paths of elements are not needed, and would be computed for each one
	jPath: false,
	// 0601020304 and the code 0 are text
	parseTagValue: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	// this is the option for numeric entities
	htmlEntities: true,
	// entities cannot expand: document types, which declare them, are refused
	processEntities: { maxExpandedLength: MAX_ANSWER_BYTES },
};

/**
 * Reads an answer in XML, decoded as its declaration says [3.2, 3.3].
 * @param body the bytes of the answer
 * @param redact takes secrets out of what an error quotes
 * @returns its flat elements and its numbered records. The values of a repeated element are joined by
 * line breaks; an element inside another is called `outer.inner`
 * @throws UnreadableAnswerError for anything but a complete `<etat>` with elements in it
 */
export function parseAnswer(body: Uint8Array, redact: Redact): Answer {
	const text = decodeXml(body.subarray(0, MAX_ANSWER_BYTES)).trim();
	const unreadable = (reason: string) =>
		new UnreadableAnswerError(
			`The answer ${reason}. It begins: ${startOf(redact(text), EXCERPT_LENGTH)}`,
		);
	if (body.length > MAX_ANSWER_BYTES) throw unreadable(`is too long (${body.length} bytes)`);
	if (text === '') throw new UnreadableAnswerError('The answer is empty');
	const fields = emptyRecord();
	const records = new Map<number, AnswerRecord>();
	const root = parseRoot(text, unreadable);
	for (const [name, content] of elementsOf(root)) {
		const number = /^etat([1-9]\d{0,2})$/.exec(name)?.[1];
		if (number === undefined) {
			// numbered from zero, results would go to the wrong recipients
			if (/^etat\d+$/.test(name)) throw unreadable(`has <${name}>`);
			addElement(fields, name, content);
		} else if (elementsOf(content).length > 0 && !records.has(Number(number))) {
			records.set(Number(number), readRecord(number, content, unreadable));
		} else {
			throw unreadable(`has no single result in <${name}>`);
		}
	}
	const between = textOf(root);
	if (between !== '') fields[TEXT] = between;
	return { fields, records };
}

/** Whether a body is an answer of iSendPro, complete or not: an HTTP error may come with one. */
export function isAnswer(body: Uint8Array): boolean {
	return /<etat[\s>]/.test(decodeXml(body.subarray(0, MAX_ANSWER_BYTES)));
}

function parseRoot(text: string, unreadable: Unreadable): Content {
	if (/<html[\s>]/i.test(text)) {
		throw unreadable('is a web page, not an answer of iSendPro');
	}
	const shown = text.replace(COMMENT, '');
	if (!/<etat[\s/>]/.test(shown) || /<!(doctype|entity)/i.test(shown)) {
		throw unreadable('is not an answer of iSendPro');
	}
	const [root] = elementsOf(parseXml(withinRoot(shown), unreadable));
	const [name, content = []] = root ?? [];
	if (name !== 'etat' || elementsOf(content).length === 0) {
		throw unreadable('has no results of iSendPro');
	}
	return content;
}

/** The answer itself: a server may put a byte order mark or a PHP warning around it. */
function withinRoot(text: string): string {
	const start = text.search(/<etat[\s>]/);
	const end = text.indexOf('>', text.lastIndexOf('</etat'));
	return start < 0 || end < start ? text : text.slice(start, end + 1);
}

function parseXml(text: string, unreadable: Unreadable): Content {
	// an ampersand that was not escaped harms nothing
	const escaped = text.replace(/<!\[CDATA\[(?:.*?\]\]>|.*)|&(?!#?\w+;)/gs, (found) =>
		found === '&' ? '&amp;' : found,
	);
	try {
		return new XMLParser(parserOptions).parse(escaped, true) as Content;
	} catch {
		throw unreadable('is cut off or damaged');
	}
}

function elementsOf(content: Content): Array<[name: string, content: Content]> {
	const elements: Array<[string, Content]> = [];
	for (const node of content) {
		for (const [name, inner] of Object.entries(node)) {
			if (typeof inner !== 'string') elements.push([name, inner]);
		}
	}
	return elements;
}

/** The text between the elements. */
function textOf(content: Content): string {
	return content.map((node) => node[TEXT] ?? '').join('');
}

function readRecord(number: string, content: Content, unreadable: Unreadable): AnswerRecord {
	const record = emptyRecord();
	for (const [name, inner] of elementsOf(content)) {
		const itsOwn = name.endsWith(number) && !/\d/.test(name.at(-number.length - 1) ?? '0');
		if (!itsOwn && NUMBERED_ELEMENT.test(name)) {
			// results would go to the wrong recipients
			throw unreadable(`has <${name}> inside <etat${number}>`);
		}
		addElement(record, itsOwn ? name.slice(0, -number.length) : name, inner);
	}
	const between = textOf(content);
	if (between !== '') record[TEXT] = between;
	return record;
}

function addElement(record: Record<string, string>, name: string, content: Content): void {
	const elements = elementsOf(content);
	for (const [inner, value] of elements) addElement(record, `${name}.${inner}`, value);
	const text = textOf(content);
	if (elements.length === 0 || text !== '') addValue(record, name, text);
}

function addValue(record: Record<string, string>, name: string, value: string): void {
	const earlier = record[name];
	record[name] = earlier === undefined ? value : `${earlier}\n${value}`;
}

function emptyRecord(): Record<string, string> {
	return Object.create(null);
}
