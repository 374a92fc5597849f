import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { checkTracker } from '../../../nodes/ISendPro/api/text/tracker';

describe('A tracker [3.2.3]', () => {
	it.each(['monCompte_monId', '0', 'order-12_B', 'x'.repeat(49)])('%j is accepted', (tracker) => {
		expect(checkTracker(tracker)).toBe(tracker);
	});

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
