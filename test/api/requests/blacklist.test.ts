import {
	addToBlacklist,
	downloadBlacklist,
	removeFromBlacklist,
} from '../../../nodes/ISendPro/api/requests/blacklist';
import {
	answering,
	codeAnswer,
	csvFile,
	failureOf,
	manualAnswer,
	numberedAnswer,
} from '../../helpers/answers';

const result = (value: string) =>
	manualAnswer('blacklist-one-form', { NUM: '0601020304', RES: value });

const file = (...numbers: string[]) => csvFile('MSISDN', ...numbers);

const DOWNLOAD = 'getListeNoire=1';

const listed = (tel: string, listeNoire: string) => ({ tel, listeNoire });

describe('The blacklist', () => {
	it.each([
		['added', addToBlacklist, 'OK', 'setlisteNoire', true],
		['removed', removeFromBlacklist, 'SUPPRESSION OK', 'delListeNoire', false],
	])('says that one number was %s [3.13, 3.14]', async (_, change, word, argument, blacklisted) => {
		const { account, bodies } = answering(result(word));
		expect(await change(account, ['0601020304'])).toEqual([
			{ blacklisted, succeeded: true, apiResult: word },
		]);
		expect(bodies).toEqual([`${argument}=1&num1=0601020304`]);
	});

	it.each([
		['was to be added and is there already', addToBlacklist, 'NOK', ['0601020304'], true],
		['was to be removed and is not there', removeFromBlacklist, 'SUPPRESSION NOK', [], false],
		['was to be removed, said shortly', removeFromBlacklist, 'NOK', [], false],
	])('is as asked for where the number %s', async (_, change, word, numbers, blacklisted) => {
		const { account, bodies } = answering(result(word), file(...numbers));
		expect(await change(account, ['0601020304'])).toEqual([
			{ blacklisted, succeeded: true, apiResult: word },
		]);
		expect(bodies.slice(1)).toEqual([DOWNLOAD]);
	});

	it('holds nothing where iSendPro says that nothing is selected', async () => {
		const { account } = answering(result('SUPPRESSION NOK'), codeAnswer(206));
		expect(await removeFromBlacklist(account, ['0601020304'])).toMatchObject([{ succeeded: true }]);
	});

	it.each([
		['add', addToBlacklist, 'NOK', ['0601020305']],
		['remove', removeFromBlacklist, 'SUPPRESSION NOK', ['0601020304']],
	])('says that iSendPro did not %s a number where the list agrees', async (...row) => {
		const [verb, change, word, numbers] = row;
		const { account } = answering(result(word), file(...numbers));
		expect(await change(account, ['0601020304'])).toMatchObject([
			{
				failure: {
					status: 'rejected',
					apiMessage: word,
					message: expect.stringContaining(`iSendPro did not ${verb} the number`),
					isFinal: false,
				},
			},
		]);
	});

	it('takes no refusal for a success where the list cannot be read', async () => {
		const answer = numberedAnswer(listed('0601020304', 'OK'), listed('0601020305', 'NOK'));
		const { account } = answering(answer, codeAnswer(777));
		expect(await addToBlacklist(account, ['0601020304', '0601020305'])).toMatchObject([
			{ succeeded: true },
			{
				failure: {
					status: 'rejected',
					message: expect.stringMatching(
						/^iSendPro did not add the number to the blacklist, and the list could not be read: ./,
					),
					description: expect.stringMatching(/^It may be on the list already/),
				},
			},
		]);
	});

	it('answers several numbers by their number', async () => {
		const answer = numberedAnswer(listed('0601020305', 'NOK'), listed('0601020304', 'OK'));
		const { account, bodies } = answering(answer, file());
		expect(await addToBlacklist(account, ['0601020304', '0601020305'])).toMatchObject([
			{ succeeded: true },
			{ failure: { status: 'rejected' } },
		]);
		expect(bodies).toEqual(['setlisteNoire=1&num1=0601020304&num2=0601020305', DOWNLOAD]);
	});

	it('is downloaded once for all requests of a run', async () => {
		const { account, bodies } = answering(result('NOK'), file('0601020304'), result('NOK'));
		await addToBlacklist(account, ['0601020304']);
		expect(await addToBlacklist(account, ['0601020304'])).toMatchObject([{ succeeded: true }]);
		expect(bodies.filter((body) => body === DOWNLOAD)).toHaveLength(1);
	});

	it('leaves open what became of numbers that the answer does not name', async () => {
		const { account } = answering(result('OK'));
		expect(await addToBlacklist(account, ['0601020305', '0601020304'])).toMatchObject([
			{ failure: { status: 'unknown' } },
			{ succeeded: true },
		]);
	});

	it.each(['', 'PEUT-ETRE'])('does not know what the result %j means', async (value) => {
		const { account } = answering(result(value));
		expect(await addToBlacklist(account, ['0601020304'])).toMatchObject([
			{ failure: { status: 'unknown' } },
		]);
	});
});

describe('The download of the blacklist [3.15]', () => {
	it('is a file', async () => {
		const csv = file('0601020304');
		const { account, bodies } = answering(csv);
		expect(await downloadBlacklist(account)).toEqual(csv);
		expect(bodies).toEqual([DOWNLOAD]);
	});

	it('is nothing where nothing is selected', async () => {
		const { account } = answering(codeAnswer(206));
		expect(await downloadBlacklist(account)).toBeUndefined();
	});

	it('is refused where it is too large, with advice that helps', async () => {
		const { account } = answering(codeAnswer(205));
		expect(await failureOf(downloadBlacklist(account))).toMatchObject({
			code: 205,
			description: 'Ask support@isendpro.com for the list.',
		});
	});
});
