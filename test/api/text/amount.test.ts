import fc from 'fast-check';
import { readAmount } from '../../../nodes/ISendPro/api/text/amount';

const price = { name: '"Price"', decimals: 4, example: '0.049' };
const credit = { name: '"Amount"', decimals: 2, example: '150' };

describe('An amount of money', () => {
	it.each([
		[0.049, '0.049'],
		[150, '150'],
		['0.049', '0.049'],
		['0,049', '0.049'],
		[' 1,5 ', '1.5'],
		['150.00', '150'],
		['007', '7'],
		[0.0001, '0.0001'],
		[0.1 + 0.2, '0.3'],
		[0.049 * 1.2 - 0.0088, '0.05'],
		[1_000_000, '1000000'],
	])('%p goes out as %s', (value, written) => {
		expect(readAmount(value, price)).toBe(written);
	});

	it.each([
		['', '"Price" is empty'],
		[undefined, '"Price" is empty'],
		[null, '"Price" is empty'],
		['   ', '"Price" cannot be read from ""'],
		[0, '"Price" must be more than zero, but is 0'],
		[-0.05, '"Price" must be more than zero, but is -0.05'],
		['-1', '"Price" must be more than zero, but is -1'],
		[Number.NaN, '"Price" cannot be read from "NaN"'],
		[Infinity, '"Price" is Infinity, more than the 1000000 that can be given at once'],
		[1e21, '"Price" is 1e+21, more than the 1000000 that can be given at once'],
		[1e-7, '"Price" has more than 4 decimals: 1e-7'],
		[1e-12, '"Price" has more than 4 decimals: 1e-12'],
		[0.04905, '"Price" has more than 4 decimals: 0.04905'],
		['1e3', '"Price" cannot be read from "1e3"'],
		['0x10', '"Price" cannot be read from "0x10"'],
		['150 €', '"Price" cannot be read from "150 €"'],
		['150&subAccountKeyId=1', '"Price" cannot be read from "150&subAccountKeyId=1"'],
		['1 500', '"Price" cannot be read from "1 500"'],
		['1.500,00', '"Price" cannot be read from "1.500,00"'],
		['1,500', '"Price" has "1,500", which can be read in two ways'],
		['1,500,000', '"Price" has "1,500,000", which can be read in two ways'],
		['٣', '"Price" cannot be read from "٣"'],
		[[150], '"Price" must be a number, but is of type list'],
		[{}, '"Price" must be a number, but is of type object'],
		[true, '"Price" must be a number, but is of type boolean'],
	])('%p is refused', (value, message) => {
		expect(() => readAmount(value, price)).toThrow(message);
	});

	it('of credit has cents at the most', () => {
		expect(readAmount(12.5, credit)).toBe('12.5');
		expect(() => readAmount(12.345, credit)).toThrow('more than 2 decimals');
		expect(() => readAmount('1.500', credit)).toThrow('more than 2 decimals: 1.500');
	});

	it('always arrives as the same number, in digits with at most one point', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (tenthsOfCents) => {
				const written = readAmount(tenthsOfCents / 1000, price);
				expect(written).toMatch(/^(?:0|[1-9]\d*)(?:\.\d{1,3})?$/);
				expect(Math.round(Number(written) * 1000)).toBe(tenthsOfCents);
			}),
		);
	});
});
