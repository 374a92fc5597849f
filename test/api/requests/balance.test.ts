import { readBalance } from '../../../nodes/ISendPro/api/requests/balance';
import { answering, codeAnswer, failureOf, manualAnswer } from '../../helpers/answers';

function balanceAnswer(credit: string, quantity = ''): Buffer {
	return Buffer.from(
		`<?xml version="1.0" encoding="UTF-8"?><etat><credit>${credit}</credit>${quantity}</etat>`,
	);
}

describe('The balance [3.1]', () => {
	it('is read from the answers of the manual', async () => {
		const { account, bodies } = answering(
			manualAnswer('balance-credit'),
			manualAnswer('balance-quantity'),
		);
		expect(await readBalance(account, false)).toEqual({ credit: 108.16 });
		expect(await readBalance(account, true)).toEqual({ credit: 108.16, smsQuantity: 2704 });
		expect(bodies).toEqual(['credit=1', 'credit=2']);
	});

	it.each([
		[108.16, ['108.16', '108,16', ' 108.16 ', '\n\t108.16\n', '108.1600', '108,160']],
		[108.16, ['108.16 €', '108,16\u00a0EUR']],
		[108, ['108.']],
		[0, ['0']],
		[-3.5, ['-3.5', '- 3,5', '\u22123,5']],
		[0.16, ['.16', ',16']],
		[-0.5, ['-.5']],
		[1108.16, ['1 108.16', '1 108,16', '1\u00a0108,16', '1\u202f108,16', '1\u2009108,16']],
		[1234.56, ['1,234.56', '1.234,56']],
		[1234.5, ["1'234.50"]],
		[1234.567, ['1234.567']],
		[1_234_567, ['1,234,567', '1.234.567']],
		[1_234_567.89, ['1.234.567,89']],
		[12_345_678.9, ['12 345 678,9']],
	])('is %d where iSendPro writes %j', async (credit, ways) => {
		for (const written of ways) {
			const { account } = answering(balanceAnswer(written));
			expect(await readBalance(account, false)).toEqual({ credit });
		}
	});

	it.each([
		[2704, ['2704', ' 2 704 ', '2\u202f704', '2\u00a0704', '2,704', '2.704']],
		[-12, ['-12']],
		[0, ['0']],
		[undefined, ['', 'many', '2704.5', '2 70 4']],
	])('has the number of SMS %p where iSendPro writes %j', async (smsQuantity, ways) => {
		for (const quantite of ways) {
			const { account } = answering(balanceAnswer('1', `<quantite>${quantite}</quantite>`));
			expect(await readBalance(account, true)).toEqual({ credit: 1, smsQuantity });
		}
	});

	it.each([
		...['', ' ', '.', ',', '-', 'ten', '1e3', '0x10', '1 08', '1,23,456', '1.2.3', '1.23,456.7'],
		...['12 34.5', 'NaN'],
	])('%j is none, and nobody guesses', async (written) => {
		const { account } = answering(balanceAnswer(written));
		expect(await failureOf(readBalance(account, false))).toMatchObject({
			message: 'iSendPro answered without the balance',
		});
	});

	it('is refused with iSendPro’s own code', async () => {
		const { account } = answering(codeAnswer(3));
		expect(await failureOf(readBalance(account, false))).toMatchObject({ code: 3 });
	});
});
