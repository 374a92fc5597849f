import {
	addToBlacklist,
	downloadBlacklist,
	removeFromBlacklist,
} from '../../../nodes/ISendPro/api/requests/blacklist';
import { answering, codeAnswer, failureOf, manualAnswer } from '../../helpers/answers';

const result = (value: string) =>
	manualAnswer('blacklist-one-form', { NUM: '0601020304', RES: value });

/** What the blacklist holds, and how often it was asked for. */
function listOf(...numbers: string[]) {
	return jest.fn(async () => await Promise.resolve(new Set(numbers)));
}

const several = (...words: Array<[tel: string, word: string]>) =>
	Buffer.from(
		`<etat>${words
			.map(
				([tel, word], index) =>
					`<etat${index + 1}><tel${index + 1}>${tel}</tel${index + 1}>` +
					`<listeNoire${index + 1}>${word}</listeNoire${index + 1}></etat${index + 1}>`,
			)
			.join('')}</etat>`,
	);

describe('The blacklist', () => {
	it.each([
		['added', addToBlacklist, 'OK', 'setlisteNoire', true],
		['removed', removeFromBlacklist, 'SUPPRESSION OK', 'delListeNoire', false],
	])('says that one number was %s [3.13, 3.14]', async (_, change, word, argument, blacklisted) => {
		const { account, bodies } = answering(result(word));
		const list = listOf();
		expect(await change(account, ['0601020304'], list)).toEqual([
			{ blacklisted, succeeded: true, apiResult: word },
		]);
		expect(bodies).toEqual([`${argument}=1&num1=0601020304`]);
		expect(list).not.toHaveBeenCalled();
	});

	it.each([
		['was to be added and is there already', addToBlacklist, 'NOK', ['0601020304'], true],
		['was to be removed and is not there', removeFromBlacklist, 'SUPPRESSION NOK', [], false],
		['was to be removed, said shortly', removeFromBlacklist, 'NOK', [], false],
	])('is as asked for where the number %s', async (_, change, word, listed, blacklisted) => {
		const { account } = answering(result(word));
		expect(await change(account, ['0601020304'], listOf(...listed))).toEqual([
			{ blacklisted, succeeded: true, apiResult: word },
		]);
	});

	it.each([
		['was not added', addToBlacklist, 'NOK', ['0601020305']],
		['was not removed', removeFromBlacklist, 'SUPPRESSION NOK', ['0601020304']],
	])('says that a number %s where the list says so too', async (words, change, word, listed) => {
		const { account } = answering(result(word));
		const [refused] = await change(account, ['0601020304'], listOf(...listed));
		const [, verb] = /not (add|remove)/.exec(words) ?? [];
		expect(refused).toMatchObject({
			failure: {
				status: 'rejected',
				apiMessage: word,
				message: expect.stringContaining(`iSendPro did not ${verb} the number`),
				isFinal: false,
			},
		});
	});

	it('takes no refusal for a success where the list cannot be read', async () => {
		const { account } = answering(several(['0601020304', 'OK'], ['0601020305', 'NOK']));
		const list = async () => await Promise.reject(new Error('No connection'));
		expect(await addToBlacklist(account, ['0601020304', '0601020305'], list)).toMatchObject([
			{ succeeded: true },
			{
				failure: {
					status: 'rejected',
					message:
						'iSendPro did not add the number to the blacklist, and the list could not be read: No connection',
					description: expect.stringMatching(/^It may be on the list already/),
				},
			},
		]);
	});

	it('answers several numbers by their number', async () => {
		const { account, bodies } = answering(several(['0601020305', 'NOK'], ['0601020304', 'OK']));
		const list = listOf();
		expect(await addToBlacklist(account, ['0601020304', '0601020305'], list)).toMatchObject([
			{ succeeded: true },
			{ failure: { status: 'rejected' } },
		]);
		expect(bodies).toEqual(['setlisteNoire=1&num1=0601020304&num2=0601020305']);
		expect(list).toHaveBeenCalledTimes(1);
	});

	it('leaves open what became of numbers that the answer does not name', async () => {
		const { account } = answering(result('OK'));
		expect(await addToBlacklist(account, ['0601020305', '0601020304'], listOf())).toMatchObject([
			{ failure: { status: 'unknown' } },
			{ succeeded: true },
		]);
	});

	it.each(['', 'PEUT-ETRE'])('does not know what the result %j means', async (value) => {
		const { account } = answering(result(value));
		expect(await addToBlacklist(account, ['0601020304'], listOf())).toMatchObject([
			{ failure: { status: 'unknown' } },
		]);
	});
});

describe('The download of the blacklist [3.15]', () => {
	it('is a file', async () => {
		const csv = Buffer.from('MSISDN\r\n0601020304\r\n');
		const { account, bodies } = answering(csv);
		expect(await downloadBlacklist(account)).toEqual(csv);
		expect(bodies).toEqual(['getListeNoire=1']);
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
