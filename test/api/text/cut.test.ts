import fc from 'fast-check';
import { cutToFit, trimForCut } from '../../../nodes/ISendPro/api/text/cut';
import { measureText } from '../../../nodes/ISendPro/api/text/message-text';
import { ordinary } from './compose';

const link = 'www.sms.ht/aOHi';
const rules = { ...ordinary, maxParts: 2, unicodeAllowed: true } as const;

describe('a message with a link', () => {
	it('is the message, a line break and the link', () => {
		expect(cutToFit('Livrer demain ? ', link, rules)).toBe(`Livrer demain ?\n${link}`);
	});

	it('is cut with three points where it is too long, to the last character that fits', () => {
		const text = cutToFit('a'.repeat(1000), link, rules);
		// Two SMS of 153; three points, a line break that counts twice, and the link
		expect(text).toBe(`${'a'.repeat(306 - 3 - 2 - 15)}...\n${link}`);
	});

	it('leaves room for the STOP mention', () => {
		const text = cutToFit('a'.repeat(1000), link, { ...rules, stopMention: true });
		expect(text).toBe(`${'a'.repeat(306 - 3 - 2 - 15 - 12)}...\n${link}`);
	});

	it('has no blank before the points, and no half of a character', () => {
		const one = { ...rules, maxParts: 1 } as const;
		expect(cutToFit(`${'a'.repeat(139)} b${'c'.repeat(99)}`, link, one)).toBe(
			`${'a'.repeat(139)}...\n${link}`,
		);
		const family = '👨‍👩‍👧';
		const text = cutToFit(family.repeat(40), link, one);
		expect(text).toBe(`${family.repeat(6)}...\n${link}`);
	});

	it('is the link alone where nothing else fits', () => {
		const long = `https://n8n.example.com/${'x'.repeat(133)}`;
		expect(cutToFit('Livrer demain ?', long, { ...rules, maxParts: 1 })).toBe(long);
	});

	it('is refused for a character that cannot be sent, even behind the cut', () => {
		const metropolitan = { ...rules, unicodeAllowed: false };
		expect(() => cutToFit(`${'a'.repeat(1000)}☎`, link, metropolitan)).toThrow('position 1001');
	});

	it('is the same of what is left for the cut', () => {
		const unit = fc.constantFrom(...[' ', '\n', 'x', 'é', 'Ê', '€', '👨‍👩‍👧', 'e\u0301', '🇫🇷', 'Ж']);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(unit, fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 20 }),
				fc.constantFrom(...([1, 2, 6] as const)),
				fc.integer({ min: 3, max: 170 }),
				(runs, maxParts, length) => {
					const message = `a${runs.map(([one, times]) => one.repeat(times)).join('')}`;
					const { encoding } = measureText(message, rules);
					const own = { ...rules, maxParts, encoding };
					const writtenFrom = (text: string) =>
						measureText(cutToFit(text, 'x'.repeat(length), own), own).submitted;
					expect(writtenFrom(trimForCut(message, own))).toBe(writtenFrom(message));
				},
			),
		);
	});

	it('is never longer for the cut than what fits, and one character more', () => {
		expect(trimForCut('a'.repeat(100_000), rules)).toBe('a'.repeat(304));
		expect(trimForCut(`a${' '.repeat(100_000)}`, rules)).toBe('a');
		expect(trimForCut(' Livrer demain ? ', rules)).toBe('Livrer demain ?');
		expect(trimForCut(`a${'\u200b'.repeat(100_000)}b`, rules)).toBe('ab');
	});

	it('always fits, and always ends with the link', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 700 }),
				fc.constantFrom(...([1, 2, 3, 4, 5, 6, 'automatic'] as const)),
				fc.boolean(),
				(message, maxParts, stopMention) => {
					const own = { ...rules, maxParts, stopMention };
					const text = cutToFit(message, link, own);
					const { parts } = measureText(text, own);
					expect(parts).toBeLessThanOrEqual(maxParts === 'automatic' ? 6 : maxParts);
					expect(text.endsWith(link)).toBe(true);
				},
			),
		);
	});
});
