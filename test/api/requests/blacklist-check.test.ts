import { checkBlacklist } from '../../../nodes/ISendPro/api/requests/blacklist-check';
import { answering, codeAnswer, csvFile, failureOf } from '../../helpers/answers';

const file = (...numbers: string[]) => csvFile('MSISDN', ...numbers);

describe('The check of numbers against the blacklist', () => {
	const check = async (cells: string[], ...numbers: string[]) => {
		const { account } = answering(file(...cells));
		return (await checkBlacklist(account, numbers)).map(({ blacklisted }) => blacklisted);
	};

	it.each([
		['0601020304', ['0601020304', '33601020304', '+33601020304', '0033601020304', '601020304']],
		['0601020304', ['06 01 02 03 04', ' 0601020304', '+33 6 01 02 03 04', '06.01.02.03.04']],
		['0601020304', ["'0601020304", '="0601020304"', '06/01/02/03/04']],
		['0032470123456', ['0032470123456', '32470123456', '+32470123456', '+32 470 12 34 56']],
		['0596696123456', ['0596696123456', '596696123456', '+596696123456', '0696123456']],
		['0596696123456', ['00596696123456', '696123456', '33696123456']],
		['00262692123456', ['262692123456', '0692123456', '+262692123456', '00262692123456']],
		['00687751234', ['00687751234', '+687751234', '687751234']],
		['0061412345678', ['0061412345678', '61412345678']],
	])('finds %s in whichever form the list has it: %j', async (number, forms) => {
		for (const form of forms) expect(await check(['0799999999', form], number)).toEqual([true]);
	});

	it('finds no number that is not there', async () => {
		const cells = ['0601020305', '33601020306', '0032470123456', '', 'x'];
		expect(await check(cells, '0601020304', '0032470123457', '0601020306')).toEqual([
			false,
			false,
			true,
		]);
	});

	it('finds nothing in an empty list', async () => {
		const { account } = answering(codeAnswer(206));
		expect(await checkBlacklist(account, ['0601020304'])).toEqual([{ blacklisted: false }]);
		expect(await check([], '0601020304')).toEqual([false]);
	});

	it('downloads the list once for all requests of a run', async () => {
		const { account, bodies } = answering(file('0601020304'));
		await checkBlacklist(account, ['0601020304']);
		expect(await checkBlacklist(account, ['0601020304'])).toEqual([{ blacklisted: true }]);
		expect(bodies).toEqual(['getListeNoire=1']);
	});

	it('says of a list that is too long for a download what works all the same', async () => {
		const { account } = answering(codeAnswer(205));
		expect(await failureOf(checkBlacklist(account, ['0601020304']))).toMatchObject({
			code: 205,
			description:
				'Ask support@isendpro.com for the list. Phone Number: Verify, which is paid, also tells whether a number is on the blacklist.',
		});
	});

	it('takes a list that cannot be read for no answer', async () => {
		const { account } = answering(codeAnswer(777));
		expect(await failureOf(checkBlacklist(account, ['0601020304']))).toMatchObject({ code: 777 });
	});
});
