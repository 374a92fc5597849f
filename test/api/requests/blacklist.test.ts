import {
	addToBlacklist,
	downloadBlacklist,
	removeFromBlacklist,
} from '../../../nodes/ISendPro/api/requests/blacklist';
import { answering, codeAnswer, failureOf, manualAnswer } from '../../helpers/answers';

const result = (value: string) =>
	manualAnswer('blacklist-one-form', { NUM: '0601020304', RES: value });

describe('The blacklist', () => {
	it.each([
		['OK', { blacklisted: true, succeeded: true, apiResult: 'OK' }],
		['NOK', { blacklisted: false, succeeded: false, apiResult: 'NOK' }],
	])('says %s to one number that is to be added [3.13]', async (value, expected) => {
		const { account, bodies } = answering(result(value));
		expect(await addToBlacklist(account, ['0601020304'])).toEqual([expected]);
		expect(bodies).toEqual(['setlisteNoire=1&num1=0601020304']);
	});

	it.each([
		['SUPPRESSION OK', { blacklisted: false, succeeded: true, apiResult: 'SUPPRESSION OK' }],
		['SUPPRESSION NOK', { blacklisted: true, succeeded: false, apiResult: 'SUPPRESSION NOK' }],
	])('says %s to one number that is to be removed [3.14]', async (value, expected) => {
		const { account, bodies } = answering(result(value));
		expect(await removeFromBlacklist(account, ['0601020304'])).toEqual([expected]);
		expect(bodies).toEqual(['delListeNoire=1&num1=0601020304']);
	});

	it('answers several numbers by their number', async () => {
		const { account, bodies } = answering(
			Buffer.from(
				'<etat><etat2><tel2>0601020305</tel2><listeNoire2>NOK</listeNoire2></etat2>' +
					'<etat1><tel1>0601020304</tel1><listeNoire1>OK</listeNoire1></etat1></etat>',
			),
		);
		expect(await addToBlacklist(account, ['0601020304', '0601020305'])).toMatchObject([
			{ succeeded: true },
			{ succeeded: false },
		]);
		expect(bodies).toEqual(['setlisteNoire=1&num1=0601020304&num2=0601020305']);
	});

	it.each(['blacklist-several-form', 'blacklist-removed-several-form'])(
		'does not take the two results of %s for those of three numbers',
		async (name) => {
			const { account } = answering(manualAnswer(name, { RES: 'OK' }));
			expect(await addToBlacklist(account, ['1', '2', '3'])).toHaveLength(2);
		},
	);

	it('does not take the result of one number for that of all', async () => {
		const { account } = answering(result('OK'));
		expect(await addToBlacklist(account, ['1', '2'])).toHaveLength(1);
	});

	it.each(['', 'PEUT-ETRE'])('does not know what the result %j means', async (value) => {
		const { account } = answering(result(value));
		expect(await addToBlacklist(account, ['1'])).toMatchObject([
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
