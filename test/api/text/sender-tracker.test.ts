import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { checkSender } from '../../../nodes/ISendPro/api/text/sender';
import { checkTracker } from '../../../nodes/ISendPro/api/text/tracker';

describe('A sender [3.2.1]', () => {
	it.each(['MaSociete7', 'ABCD', 'iSendPro', 'LE PETIT 11', '4 AS', 'Abcdefghijk'])(
		'%j is accepted',
		(sender) => {
			expect(checkSender(sender)).toBe(sender);
		},
	);

	it('loses the blanks around it', () => {
		expect(checkSender('  Boutique\n')).toBe('Boutique');
	});

	it.each([
		['', 'is empty'],
		['ABC', 'has 3 characters'],
		['Abcdefghijkl', 'has 12 characters'],
		['36180', 'has digits only'],
		['Société', 'has the character "é" (U+00E9)'],
		['A-Team', 'has the character "-" (U+002D)'],
		['Top\tShop', 'has the character tab (U+0009)'],
		['Shop 😀', 'has the character "😀" (U+1F600)'],
	])('%j is refused: it %s', (sender, reason) => {
		expect(() => checkSender(sender)).toThrow(InvalidInputError);
		expect(() => checkSender(sender)).toThrow(reason);
	});
});

describe('A tracker [3.2.3]', () => {
	it.each(['monCompte_monId', 'a', '0', 'order-12_B', 'x'.repeat(49)])(
		'%j is accepted',
		(tracker) => {
			expect(checkTracker(tracker)).toBe(tracker);
		},
	);

	it.each([
		['', 'is empty'],
		['x'.repeat(50), 'has 50 characters'],
		['a b', 'has the character space (U+0020)'],
		['abc\n', 'has the character line break (U+000A)'],
		['é', 'has the character "é" (U+00E9)'],
		['a&b', 'has the character "&" (U+0026)'],
		['{{x}}', 'has the character "{" (U+007B)'],
	])('%j is refused: it %s', (tracker, reason) => {
		expect(() => checkTracker(tracker)).toThrow(InvalidInputError);
		expect(() => checkTracker(tracker)).toThrow(reason);
	});

	it('does not fill the screen with a long one', () => {
		expect(() => checkTracker('x'.repeat(10_000))).toThrow(/^.{0,120}$/);
	});
});
