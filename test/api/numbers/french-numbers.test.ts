import { lacksDigit, readFrenchNumber } from '../../../nodes/ISendPro/api/numbers/french-numbers';

describe("A number of France's plan", () => {
	it.each([
		['+33601020304', { country: 'FR', callingCode: '33', subscriber: '601020304' }],
		['+33690123456', { country: 'GP', callingCode: '590', subscriber: '690123456' }],
		['+262639123456', { country: 'YT', callingCode: '262', subscriber: '639123456' }],
		['+32475123456', undefined],
		['+3360102030', undefined],
	])('is read from %s wherever it is dialled', (digits, number) => {
		expect(readFrenchNumber(digits, false)).toEqual(number);
		expect(readFrenchNumber(digits, true)).toEqual(number);
	});

	it.each([
		['0601020304', { country: 'FR', callingCode: '33', subscriber: '601020304' }],
		['0596696123456', { country: 'MQ', callingCode: '596', subscriber: '696123456' }],
		['0508551234', { country: 'PM', callingCode: '508', subscriber: '551234' }],
	])('is read from %s in France only', (digits, number) => {
		expect(readFrenchNumber(digits, true)).toEqual(number);
		expect(readFrenchNumber(digits, false)).toBeUndefined();
	});

	it('lacks a digit where it kept its zero', () => {
		expect(lacksDigit('+33060102030')).toBe(true);
		expect(lacksDigit('+33601020304')).toBe(false);
	});
});
