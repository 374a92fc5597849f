import { readOperator, verifyNumbers } from '../../../nodes/ISendPro/api/requests/verify';
import { answering, manualAnswer } from '../../helpers/answers';

const valid = (operator: string, operatorCode: string, blacklisted: boolean) => ({
	valid: true,
	operator,
	operatorCode,
	blacklisted,
});
const invalid = (blacklisted: boolean) => ({
	valid: false,
	operator: null,
	operatorCode: null,
	blacklisted,
});

describe('The values of OPERATEUR [3.12]', () => {
	it.each([
		['INVALIDE', invalid(false)],
		['INVALIDE-LISTE NOIRE', invalid(true)],
		['ORAN', valid('Orange', 'ORAN', false)],
		['ORAN-LISTE NOIRE', valid('Orange', 'ORAN', true)],
		['SFR', valid('SFR', 'SFR', false)],
		['SFR-LISTE NOIRE', valid('SFR', 'SFR', true)],
		['BOUY', valid('Bouygues Telecom', 'BOUY', false)],
		['BOUY-LISTE NOIRE', valid('Bouygues Telecom', 'BOUY', true)],
		['FREE', valid('Free', 'FREE', false)],
		['FREE-LISTE NOIRE', valid('Free', 'FREE', true)],
		['VIRG', valid('Virgin', 'VIRG', false)],
		['VIRG-LISTE NOIRE', valid('Virgin', 'VIRG', true)],
		['NRJ', valid('NRJ', 'NRJ', false)],
		['NRJ-LISTE NOIRE', valid('NRJ', 'NRJ', true)],
	])('%s', (value, expected) => {
		expect(readOperator(value)).toEqual(expected);
	});

	it.each([
		['LYCA', 'LYCA', false],
		['LYCA-LISTE NOIRE', 'LYCA', true],
		['Réglo Mobile', 'Réglo Mobile', false],
	])('%s is not listed: it is kept, and nobody claims that it is valid', (value, code, black) => {
		expect(readOperator(value)).toEqual({
			valid: null,
			operator: code,
			operatorCode: code,
			blacklisted: black,
		});
	});

	it('are read whatever their blanks', () => {
		expect(readOperator(' ORAN - LISTE  NOIRE ')).toEqual(valid('Orange', 'ORAN', true));
	});
});

describe('Verifying numbers [3.12]', () => {
	it.each([
		['verify-one', '0614345678', valid('SFR', 'SFR', false)],
		['verify-one-blacklisted', '0612345678', valid('Orange', 'ORAN', true)],
	])('reads %s of the manual', async (name, number, expected) => {
		const { account, bodies } = answering(manualAnswer(name));
		expect(await verifyNumbers(account, [number])).toEqual([expected]);
		expect(bodies).toEqual([`getHLR=1&num1=${number}`]);
	});

	it('reads the first and the last of 50 as the manual shows them', async () => {
		const numbers = Array.from({ length: 50 }, (_, index) => String(611_111_111 + index));
		const records = numbers.map(
			(number, index) =>
				`<etat${index + 1}><tel${index + 1}>0${number}</tel${index + 1}><operateur${index + 1}>${index === 0 ? 'INVALIDE' : 'BOUY'}</operateur${index + 1}></etat${index + 1}>`,
		);
		const { account, bodies } = answering(Buffer.from(`<etat>${records.join('\n')}</etat>`));
		const results = await verifyNumbers(account, numbers);
		expect(results).toHaveLength(50);
		expect(results[0]).toEqual(invalid(false));
		expect(results[49]).toEqual(valid('Bouygues Telecom', 'BOUY', false));
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
		const { account } = answering(Buffer.from('<etat><tel>0601020304</tel></etat>'));
		expect(await verifyNumbers(account, ['1'])).toMatchObject([{ failure: { status: 'unknown' } }]);
	});
});
