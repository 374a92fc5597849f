import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { checkSender } from '../../../nodes/ISendPro/api/text/sender';

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
