import { readOperator, verifyNumbers } from '../../../nodes/ISendPro/api/requests/verify';
import { answering, flatAnswer, manualAnswer, numberedAnswer } from '../../helpers/answers';

const valid = (operator: string, operatorCode: string) => ({
	valid: true,
	operator,
	operatorCode,
	blacklisted: false,
});
const invalid = { valid: false, operator: null, operatorCode: null, blacklisted: false };
/** An operator that the manual does not list: it is kept, and nobody claims that it is valid. */
const unlisted = (code: string) => ({ ...valid(code, code), valid: null });

describe('The values of OPERATEUR [3.12]', () => {
	it.each([
		['INVALIDE', invalid],
		['ORAN', valid('Orange', 'ORAN')],
		['SFR', valid('SFR', 'SFR')],
		['BOUY', valid('Bouygues Telecom', 'BOUY')],
		['FREE', valid('Free', 'FREE')],
		['VIRG', valid('Virgin', 'VIRG')],
		['NRJ', valid('NRJ', 'NRJ')],
		['LYCA', unlisted('LYCA')],
		['Réglo Mobile', unlisted('Réglo Mobile')],
	])('%s is read, on the blacklist or not', (value, expected) => {
		expect(readOperator(value)).toEqual(expected);
		expect(readOperator(`${value}-LISTE NOIRE`)).toEqual({ ...expected, blacklisted: true });
	});

	it('are read whatever their blanks', () => {
		expect(readOperator(' ORAN - LISTE  NOIRE ')).toEqual({
			...valid('Orange', 'ORAN'),
			blacklisted: true,
		});
	});
});

describe('Verifying numbers [3.12]', () => {
	it.each([
		['verify-one', '0614345678', valid('SFR', 'SFR')],
		['verify-one-blacklisted', '0612345678', { ...valid('Orange', 'ORAN'), blacklisted: true }],
	])('reads %s of the manual', async (name, number, expected) => {
		const { account, bodies } = answering(manualAnswer(name));
		expect(await verifyNumbers(account, [number])).toEqual([expected]);
		expect(bodies).toEqual([`getHLR=1&num1=${number}`]);
	});

	it('reads the first and the last of 50 as the manual shows them', async () => {
		const numbers = Array.from({ length: 50 }, (_, index) => String(611_111_111 + index));
		const answer = numberedAnswer(
			...numbers.map((tel, index) => ({ tel, operateur: index === 0 ? 'INVALIDE' : 'BOUY' })),
		);
		const { account, bodies } = answering(answer);
		const results = await verifyNumbers(account, numbers);
		expect(results).toHaveLength(50);
		expect(results[0]).toEqual(invalid);
		expect(results[49]).toEqual(valid('Bouygues Telecom', 'BOUY'));
		expect(bodies[0]).toMatch(/^getHLR=1&num1=611111111&num2=611111112&.*&num50=611111160$/);
	});

	it('never gives the operator of one number to another', async () => {
		for (const name of ['verify-one', 'verify-several']) {
			const { account } = answering(manualAnswer(name));
			expect(await verifyNumbers(account, ['0601020304', '0601020305'])).toMatchObject([
				{ failure: { status: 'unknown' } },
				{ failure: { status: 'unknown' } },
			]);
		}
	});

	it('is unknown where the answer has no operator', async () => {
		const { account } = answering(flatAnswer({ tel: '0601020304' }));
		expect(await verifyNumbers(account, ['1'])).toMatchObject([{ failure: { status: 'unknown' } }]);
	});
});
