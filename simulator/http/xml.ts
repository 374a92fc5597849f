import { encodeText } from './latin9';
import type { SingleByteCharset } from './latin9';

/** An element of the answer that holds text. */
export type TextElement = readonly [name: string, text: string];

/** An element of the answer: its text, or the elements in it. */
export type Element = TextElement | readonly [name: string, content: readonly Element[]];

/** The element whose name is not numbered in a numbered record [3.7.2]. */
const NEVER_NUMBERED = 'repertoireId';

/** The result for one number of a request that may hold several. */
export interface AnswerRecord {
	number: number;
	elements: readonly TextElement[];
}

/** Records as the manual writes them: `<etat2><code2>…</code2></etat2>` [3.3]. */
export function numberedElements(records: readonly AnswerRecord[]): Element[] {
	return records.map(({ number, elements }) => [
		`etat${number}`,
		elements.map(([name, value]): Element => [
			name === NEVER_NUMBERED ? name : `${name}${number}`,
			value,
		]),
	]);
}

/** Writes the document; characters that the charset lacks become character references. */
export function writeXml(
	elements: readonly Element[],
	charset: SingleByteCharset,
	{ root = 'etat', declared = charset as string } = {},
): Buffer {
	const document = `<?xml version="1.0" encoding="${declared}"?>\n${writeElement([root, elements])}`;
	return encodeText(document, charset, (character) => `&#${character.codePointAt(0)};`);
}

function writeElement([name, content]: Element): string {
	const inner =
		typeof content === 'string' ? escapeText(content) : `\n${content.map(writeElement).join('')}`;
	return `<${name}>${inner}</${name}>\n`;
}

function escapeText(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '?');
}
