import fc from 'fast-check';

import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { encodeForm } from '../../../nodes/ISendPro/api/wire/form';
import { writePlainText } from '../../../nodes/ISendPro/api/wire/plain-text';
import type { TextRules } from '../../../nodes/ISendPro/api/text/message-text';
import { composeText } from '../../../nodes/ISendPro/api/text/message-text';

const rules: fc.Arbitrary<TextRules> = fc.record({
	encoding: fc.constantFrom('auto', 'gsm', 'unicode'),
	unsupportedCharacters: fc.constantFrom('replace', 'remove', 'fail'),
	maxParts: fc.constantFrom<TextRules['maxParts'][]>('automatic', 1, 2, 3, 4, 5, 6),
	stopMention: fc.boolean(),
	unicodeAllowed: fc.boolean(),
});

/** Any UTF-16, lone surrogates included, often with what French messages have. */
const anyText = fc
	.array(
		fc.oneof(
			{ weight: 6, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 60 }) },
			{
				weight: 4,
				arbitrary: fc.constantFrom(
					...'éèàùçêëîôûœŒÊÕ€[]«»“”’—…\u00a0\u202fÀÉŁøß\n°½²⁻№→•£™Ⅳ３①❶|¿\u202a\ufe0f',
				),
			},
			{
				weight: 1,
				arbitrary: fc.constantFrom('\r\n', '\r', 'e\u0301', 'x\u0302', '😀', 'Привет', '{'),
			},
			{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
			{
				weight: 1,
				arbitrary: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
			},
		),
		{ maxLength: 30 },
	)
	.map((pieces) => pieces.join(''));

/** The body's value as bytes, read by hand. */
function bytesOf(body: string): number[] {
	expect(body).toMatch(/^sms=(%[0-9A-F]{2}|[A-Za-z0-9_.~-])*$/);
	return [...body.slice(4).matchAll(/%(..)|./g)].map(([found, hex]) =>
		hex === undefined ? found.charCodeAt(0) : Number.parseInt(hex, 16),
	);
}

/** Without control characters and halves of pairs, which no phone can show. */
function sendableIn(message: string): string {
	const isSendable = (one: string) =>
		one === '\r' || one === '\n' || !/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/u.test(one);
	return [...message].filter(isSendable).join('');
}

/** Without white space at the end. */
function withoutEnd(text: string): string {
	return text.replace(
		/(?<![\s\u00ad\u180e\u200b\u200e\u200f\u2060])[\s\u00ad\u180e\u200b\u200e\u200f\u2060]+$/,
		'',
	);
}

/** ISO-8859-15 as iSendPro reads it [4.3]. */
function readLatin(bytes: number[]): string {
	const others: Record<number, string> = {
		0xa6: 'Š',
		0xa8: 'š',
		0xb4: 'Ž',
		0xb8: 'ž',
		0xbc: 'Œ',
		0xbd: 'œ',
		0xbe: 'Ÿ',
		0xca: '€',
		0xd5: '\n',
	};
	const forbidden = (byte: number) => byte < 0x20 || (byte > 0x7e && byte < 0xa0) || byte === 0xa4;
	expect(bytes.filter(forbidden)).toEqual([]);
	return bytes.map((byte) => others[byte] ?? String.fromCharCode(byte)).join('');
}

/** What the operator makes of it [4.2]: accents off, but those of the accepted table. */
function onThePhone(text: string): string {
	return text.replace(/[À-ÿ]/g, (letter) => {
		if ('àèéù'.includes(letter)) return letter;
		return letter === 'ð' ? 'o' : letter.normalize('NFD').charAt(0);
	});
}

function composedOrRefused<T>(action: () => T): T | InvalidInputError {
	try {
		return action();
	} catch (error) {
		if (error instanceof InvalidInputError) return error;
		throw error;
	}
}

describe('Any text', () => {
	it('goes out as bytes that decode to what the phone shows, or is refused', () => {
		let composedTexts = 0;
		fc.assert(
			fc.property(anyText, rules, (message, rule) => {
				const composed = composedOrRefused(() => composeText(message, rule));
				if (composed instanceof InvalidInputError) return;
				composedTexts += 1;
				const { text, submitted, encoding } = composed;
				if (encoding === 'unicode') {
					expect(rule.unicodeAllowed).toBe(true);
					expect(rule.encoding).not.toBe('gsm');
					const bytes = Uint8Array.from(bytesOf(encodeForm([['sms', submitted]], 'utf-8')));
					expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).toBe(
						text,
					);
					const sendable = rule.unsupportedCharacters === 'remove' ? sendableIn(message) : message;
					const lines = sendable.split('\r\n').join('\n').split('\r').join('\n');
					expect(text).toBe(withoutEnd(lines));
				} else {
					expect(rule.encoding).not.toBe('unicode');
					const bytes = bytesOf(encodeForm([['sms', submitted]], 'iso-8859-15'));
					expect(onThePhone(readLatin(bytes))).toBe(text);
					// only characters of the accepted table are ever shown
					expect(text).toMatch(/^[\n !"#$%&'()*+,\-./0-9:;<=>?@A-Z[\]_a-zàèéù€]*$/);
					if (rule.unsupportedCharacters === 'fail') {
						expect(text).toBe(withoutEnd(message.replace(/\r\n?/g, '\n').normalize('NFC')));
					}
				}
			}),
			{ numRuns: 5000 },
		);
		expect(composedTexts).toBeGreaterThan(500);
	});

	it('is refused with a character that stands where the error says', () => {
		fc.assert(
			fc.property(anyText, rules, (message, rule) => {
				const refused = composedOrRefused(() => composeText(message, rule));
				if (!(refused instanceof InvalidInputError)) return;
				const found = /U\+([0-9A-F]{4,6})\)? at position (\d+)/.exec(refused.message);
				if (!found) {
					expect(refused.message).toMatch(/is empty|is left|SMS|metropolitan France/);
					return;
				}
				const character = [...message][Number(found[2]) - 1];
				expect(character?.codePointAt(0)).toBe(Number.parseInt(found[1] ?? '', 16));
			}),
			{ numRuns: 3000 },
		);
	});

	it('is refused for no character where these are to be left out, and else is as where they are refused', () => {
		fc.assert(
			fc.property(anyText, rules, (message, rule) => {
				const composed = composedOrRefused(() =>
					composeText(message, { ...rule, unsupportedCharacters: 'remove' }),
				);
				if (composed instanceof InvalidInputError) {
					expect(composed.message).not.toContain('U+');
				}
				const replaced = composedOrRefused(() =>
					composeText(message, { ...rule, unsupportedCharacters: 'replace' }),
				);
				if (!(replaced instanceof InvalidInputError)) expect(composed).toEqual(replaced);
			}),
			{ numRuns: 3000 },
		);
	});

	it('takes as many SMS as it fills', () => {
		fc.assert(
			fc.property(anyText, rules, (message, rule) => {
				const composed = composedOrRefused(() => composeText(message, rule));
				if (composed instanceof InvalidInputError) return;
				const stop = rule.stopMention ? 12 : 0;
				if (composed.encoding === 'unicode') {
					expect(composed.characters).toBe(composed.text.length);
					expect(composed.parts).toBe(filled([...composed.text, ...'x'.repeat(stop)]));
				} else {
					let characters = 0;
					for (const one of composed.text) characters += '[]€\n'.includes(one) ? 2 : 1;
					expect(composed.characters).toBe(characters);
					const capacity = composed.parts === 1 ? 160 : composed.parts * 153;
					expect(characters + stop).toBeLessThanOrEqual(capacity);
					const less = composed.parts === 2 ? 160 : (composed.parts - 1) * 153;
					expect(characters + stop).toBeGreaterThan(composed.parts === 1 ? 0 : less);
				}
				expect(composed.parts).toBeLessThanOrEqual(
					rule.maxParts === 'automatic' ? 6 : rule.maxParts,
				);
			}),
			{ numRuns: 3000 },
		);
	});

	it('can be sent again as it was shown', () => {
		fc.assert(
			fc.property(anyText, rules, (message, rule) => {
				const composed = composedOrRefused(() => composeText(message, rule));
				if (composed instanceof InvalidInputError) return;
				expect(composeText(composed.text, { ...rule, unsupportedCharacters: 'fail' }).text).toBe(
					composed.text,
				);
			}),
		);
	});

	it('as a plain value is encodable or refused', () => {
		fc.assert(
			fc.property(anyText, fc.constantFrom('iso-8859-15', 'utf-8'), (value, encoding) => {
				const plain = composedOrRefused(() => writePlainText(value, encoding));
				if (plain instanceof InvalidInputError) return;
				const bytes = bytesOf(encodeForm([['sms', plain]], encoding));
				const decoded =
					encoding === 'utf-8'
						? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
								Uint8Array.from(bytes),
							)
						: readLatin(bytes);
				expect(decoded).toBe(plain);
			}),
			{ numRuns: 3000 },
		);
	});
});

/** Lays whole characters into parts of 67 units, one after the other. */
function filled(characters: string[]): number {
	if (characters.join('').length <= 70) return 1;
	let parts = 1;
	let room = 67;
	for (const { length } of characters) {
		if (length > room) {
			parts += 1;
			room = 67;
		}
		room -= length;
	}
	return parts;
}
