import { makeAlphabet, refusalError, writeInAlphabet, writeUnicode } from './alphabet';
import { InvalidInputError } from '../errors';
import { startOf } from './character';
import { encodeLinks, replaceAddresses, withoutEncoded } from './links';
import { ACCEPTED_CHARACTERS, DOUBLE_CHARACTERS, replacedByOperator } from './tables';

export interface TextRules {
	encoding: 'auto' | 'gsm' | 'unicode';
	/** `remove`: replaced as with `replace`; what would be refused is left out. */
	unsupportedCharacters: 'replace' | 'remove' | 'fail';
	maxParts: 'automatic' | 1 | 2 | 3 | 4 | 5 | 6;
	/** iSendPro adds the STOP mention: there is a sender, and `nostop` is not asked for [3.2.1]. */
	stopMention: boolean;
	/** No recipient is in metropolitan France [3.16]. */
	unicodeAllowed: boolean;
	/** The text goes to a directory, of which nobody knows here who is in it. */
	toDirectory?: boolean;
}

export interface MessageText {
	/** What the phone shows, without the STOP mention. */
	text: string;
	/** What goes on the wire, before `encodeForm`. */
	submitted: string;
	/** The length of `text` as [4.2] counts it; in UCS-2, its UTF-16 units. */
	characters: number;
	/** How many SMS it takes, STOP mention included [3.2.4, 3.16]. */
	parts: number;
	encoding: 'gsm' | 'unicode';
}

/** What the STOP mention adds to the length [3.2.4]. */
export const STOP_MENTION_CHARACTERS = 12;
/** The most SMS that make one message [3.2.4]. */
export const MAX_PARTS = 6;
/** The characters of an SMS that stands alone, and of one of several [4.2]. */
export const GSM_ALONE = 160;
export const GSM_PART = 153;
/** The same in UCS-2 [3.16]. */
export const UNICODE_ALONE = 70;
export const UNICODE_PART = 67;

const everyReplaced = [...replacedByOperator.keys()].join('');
/** What the phone shows as written. */
const shownAlphabet = makeAlphabet(ACCEPTED_CHARACTERS, false);
/** What may go to iSendPro. Õ is in its table, but its byte means a line break [4.3]. */
const submittedAlphabet = makeAlphabet(ACCEPTED_CHARACTERS + everyReplaced.replace('Õ', ''), true);
const replaced = new RegExp(`[${everyReplaced}]`, 'g');
const INVISIBLE = /^[\s\p{Separator}\p{Format}]*$/u;
/** White space, and what has no width and no use at the end of a text. */
const UNSEEN = /[\s\u00ad\u180e\u200b\u200e\u200f\u2060]/;
const double = new RegExp(`[${DOUBLE_CHARACTERS.replace(/[[\]]/g, '\\$&')}]`, 'g');

/**
 * Computes what the phone will show of a message, what to send for it, and what it takes
 * [3.2.4, 3.16, 4.2].
 * @param message as the user wrote it
 * @returns text, wire form, characters, parts and encoding
 * @throws InvalidInputError for an empty message, for one that takes more SMS than allowed, for
 * Unicode in metropolitan France, and for a character that cannot be sent, naming its code point
 * and its 1-based position in the message
 */
export function composeText(message: string, rules: TextRules): MessageText {
	return enforceMaxParts(measureText(message, rules), rules);
}

/** Like {@link composeText}, but without a limit of length. */
export function measureText(message: string, rules: TextRules): MessageText {
	const written = writeMessage(trimEnd(message), rules);
	if (!INVISIBLE.test(written.text)) return written;
	if (INVISIBLE.test(message)) {
		throw new InvalidInputError('The message is empty', 'Write the text to send.');
	}
	throw new InvalidInputError(
		'The message is empty without the characters that cannot be sent',
		'Write something else in their place.',
	);
}

function writeMessage(message: string, rules: TextRules): MessageText {
	const { unsupportedCharacters } = rules;
	const leavesOut = unsupportedCharacters === 'remove';
	if (rules.encoding !== 'unicode') {
		const used = unsupportedCharacters === 'fail' ? shownAlphabet : submittedAlphabet;
		const mustBeGsm = rules.encoding === 'gsm' || !rules.unicodeAllowed;
		if (leavesOut && mustBeGsm) refuseBrokenLinks(message);
		const asWritten = unsupportedCharacters === 'fail';
		const text = asWritten ? message : encodeLinks(message);
		const submitted = writeInAlphabet(used, text, leavesOut && mustBeGsm);
		if (typeof submitted === 'string') return measureGsm(trimEnd(submitted), rules);
		if (mustBeGsm) {
			const refused = asWritten ? submitted : writeInAlphabet(used, withoutEncoded(message));
			const refusal = typeof refused === 'string' ? submitted : refused;
			throw refusalError('The message', refusal, writeGsmAdvice(rules));
		}
	}
	if (!rules.unicodeAllowed) {
		throw new InvalidInputError(
			'Unicode messages cannot go to numbers in metropolitan France (iSendPro code 40)',
			'Set Message Encoding to Automatic or Ordinary Text, or leave these recipients out.',
		);
	}
	const submitted = writeUnicode(message, leavesOut);
	if (typeof submitted !== 'string') {
		throw refusalError('The message', submitted, 'Remove it: no phone can show it.');
	}
	return measureUnicode(trimEnd(submitted), rules);
}

/** White space at the end of a text costs, and nobody sees it; so do characters without a width. */
function trimEnd(text: string): string {
	let { length } = text;
	while (length > 0 && UNSEEN.test(text.charAt(length - 1))) length -= 1;
	return text.slice(0, length);
}

/** A link without one of its characters leads elsewhere, so it is refused. */
function refuseBrokenLinks(message: string): void {
	replaceAddresses(message, (link) => {
		const submitted = writeInAlphabet(submittedAlphabet, withoutEncoded(link));
		if (typeof submitted === 'string') return link;
		throw refusalError(
			`The link ${startOf(link, 100)}`,
			submitted,
			'Without it, the link would lead elsewhere. Put a short link in its place: with Shorten Links, an option of Send, or from Short Link: Create.',
		);
	});
}

function measureGsm(submitted: string, rules: TextRules): MessageText {
	const text = submitted.replace(replaced, (one) => replacedByOperator.get(one) ?? one);
	const characters = text.length + (text.match(double)?.length ?? 0);
	const total = characters + (rules.stopMention ? STOP_MENTION_CHARACTERS : 0);
	const parts = total <= GSM_ALONE ? 1 : Math.ceil(total / GSM_PART);
	return { text, submitted, characters, parts, encoding: 'gsm' };
}

function measureUnicode(text: string, rules: TextRules): MessageText {
	const parts = unicodeParts(rules.stopMention ? text + ' '.repeat(STOP_MENTION_CHARACTERS) : text);
	return { text, submitted: text, characters: text.length, parts, encoding: 'unicode' };
}

/** Fills one part after the other, with one unit less where a surrogate pair would be cut [3.16]. */
function unicodeParts(text: string): number {
	if (text.length <= UNICODE_ALONE) return 1;
	let parts = 0;
	for (let start = 0; start < text.length; parts += 1) {
		start += UNICODE_PART;
		if ((text.codePointAt(start - 1) ?? 0) > 0xffff) start -= 1;
	}
	return parts;
}

/** How many SMS a message may take. */
export function partsAllowed(maxParts: TextRules['maxParts']): number {
	return maxParts === 'automatic' ? MAX_PARTS : maxParts;
}

function enforceMaxParts(message: MessageText, { maxParts, stopMention }: TextRules): MessageText {
	const allowed = partsAllowed(maxParts);
	if (message.parts > allowed) {
		const stop = stopMention ? `, and ${STOP_MENTION_CHARACTERS} for the STOP mention` : '';
		throw new InvalidInputError(
			`The message takes ${message.parts} SMS (${message.characters} characters${stop}), and at most ${allowed} can be sent`,
			allowed < MAX_PARTS
				? 'Shorten it, or allow more with Message Maximum Parts.'
				: `Shorten it: iSendPro joins at most ${MAX_PARTS} SMS into one message.`,
		);
	}
	return message;
}

function writeGsmAdvice(rules: TextRules): string {
	const { encoding, unsupportedCharacters, unicodeAllowed, toDirectory } = rules;
	const advice = [
		'Remove it, or write something else in its place.',
		unsupportedCharacters === 'fail'
			? 'With Message Unsupported Characters set to Replace by Similar Ones, it is replaced where people have a usual way to write it without.'
			: 'With Message Unsupported Characters set to Replace or Leave Out, it is left out.',
	];
	if (!unicodeAllowed) {
		advice.push(
			'Only Unicode has it, which iSendPro does not send to metropolitan France (code 40).',
		);
		if (toDirectory) {
			advice.push('For a directory without numbers there, set Message Encoding to Unicode.');
		}
	} else if (encoding === 'gsm') {
		advice.push('With Message Encoding set to Automatic, the message would go out as Unicode.');
	}
	return advice.join(' ');
}
