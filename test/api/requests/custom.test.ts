import { composeRequest, requestAnything } from '../../../nodes/ISendPro/api/requests/custom';
import {
	answering,
	answeringIn,
	codeAnswer,
	failureOf,
	manualAnswer,
	numberedAnswer,
} from '../../helpers/answers';

const parameters = (values: Record<string, string>) =>
	Object.entries(values).map(([name, value]) => ({ name, value }));

const latin = (values: Record<string, string>) => composeRequest(parameters(values), 'iso-8859-15');

describe('A custom request', () => {
	it('goes out in the encoding of the credential', async () => {
		const values = parameters({ motCleEdit: 'add', motCle: 'été 10 €' });
		const ordinary = answering(codeAnswer(210));
		await requestAnything(ordinary.account, composeRequest(values, 'iso-8859-15'));
		expect(ordinary.bodies).toEqual(['motCleEdit=add&motCle=%E9t%E9%2010%20%CA']);
		const unicode = answeringIn('utf-8', codeAnswer(210));
		await requestAnything(unicode.account, composeRequest(values, 'utf-8'));
		expect(unicode.bodies).toEqual(['motCleEdit=add&motCle=%C3%A9t%C3%A9%2010%20%E2%82%AC']);
	});

	it('goes out in UTF-8 with ucs2=1 [3.16]', async () => {
		const { account, bodies } = answering(manualAnswer('send-one-accepted'));
		await requestAnything(account, latin({ sms: 'Привет', num: '0032470123456', ucs2: '1' }));
		expect(bodies).toEqual(['ucs2=1&sms=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82&num=0032470123456']);
	});

	it('may have a name twice, an empty value, and any marks', async () => {
		const { account, bodies } = answering(codeAnswer(210));
		const twice = [
			{ name: 'a', value: '' },
			{ name: ' a ', value: '&=%+' },
		];
		await requestAnything(account, composeRequest(twice, 'iso-8859-15'));
		expect(bodies).toEqual(['a=&a=%26%3D%25%2B']);
	});

	it.each([
		[{}, 'The request has no parameters'],
		[{ '': 'x' }, 'A parameter has no name'],
		[{ keyid: 'x' }, 'The parameter keyid cannot be given here'],
		[{ ' KeyID ': 'x' }, 'The parameter keyid cannot be given here'],
		[{ sms: 'Привет' }, 'The value of "sms" has the character "П" (U+041F) at position 1'],
		[{ sms: 'a\u0000' }, 'The value of "sms" has the character U+0000 at position 2'],
		[{ 'a\u0000': '1' }, 'The parameter "a" has the character U+0000 at position 2'],
	])('cannot be %j', (values, message) => {
		expect(() => latin(values)).toThrow(message);
	});

	it('gives the fields of the answer, whose code is a number', async () => {
		const { account } = answering(manualAnswer('balance-quantity'));
		expect(await requestAnything(account, latin({ credit: '2' }))).toEqual([
			{ credit: '108.16', quantite: '2704' },
		]);
		const added = answering(codeAnswer(210));
		expect(await requestAnything(added.account, latin({ motCleEdit: 'add' }))).toEqual([
			{ code: 210, message: 'Message' },
		]);
	});

	it('gives several results as several, each with what is said of all', async () => {
		const { account } = answering(
			codeAnswer(
				212,
				'<etat1><motCle1>PROMO</motCle1></etat1><etat2><motCle2>STOP</motCle2></etat2>',
			),
		);
		expect(await requestAnything(account, latin({ motCleEdit: 'list' }))).toEqual([
			{ code: 212, message: 'Message', motCle: 'PROMO' },
			{ code: 212, message: 'Message', motCle: 'STOP' },
		]);
	});

	it('hides no result behind one that failed', async () => {
		const some = answering(numberedAnswer({ code: 11, tel: '1' }, { code: 0, tel: '2' }));
		expect(await requestAnything(some.account, latin({ sms: 'a' }))).toEqual([
			{ code: 11, tel: '1' },
			{ code: 0, tel: '2' },
		]);
	});

	it.each([
		[
			'one is in doubt',
			[{ code: 12 }, { code: 999 }],
			{ status: 'unknown', code: 999, isFinal: true },
		],
		['all were refused', [{ code: 12 }, { code: 11 }], { status: 'rejected', code: 12 }],
	])('fails where of the results %s', async (_, results, failure) => {
		const { account } = answering(numberedAnswer(...results));
		expect(await failureOf(requestAnything(account, latin({ sms: 'a' })))).toMatchObject(failure);
	});

	it('fails where all were refused as one', async () => {
		const { account } = answering(codeAnswer(12, '<etat1><a>b</a></etat1>'));
		expect(await failureOf(requestAnything(account, latin({ sms: 'a' })))).toMatchObject({
			status: 'rejected',
			code: 12,
		});
	});

	it('has succeeded where a result says so, whatever the answer says of all', async () => {
		const { account } = answering(
			codeAnswer(12, '<etat1><code1>0</code1></etat1><etat2><code2>11</code2></etat2>'),
		);
		expect(await requestAnything(account, latin({ sms: 'a' }))).toMatchObject([
			{ code: 0 },
			{ code: 11 },
		]);
	});

	it('succeeds where nothing is selected', async () => {
		const { account } = answering(codeAnswer(206));
		expect(await requestAnything(account, latin({ x: '1' }))).toMatchObject([{ code: 206 }]);
	});

	it('never shows the key of a sub-account', async () => {
		const { account } = answering(
			manualAnswer('sub-account-created', { CleIdentificationSousCompte: 'ber296464ce018ab710a' }),
		);
		const [result] = await requestAnything(account, latin({ subAccountEdit: 'addAccount' }));
		expect(result).toMatchObject({ code: 230 });
		expect(JSON.stringify(result)).not.toMatch(/ber296464ce018ab710a|subAccountKeyId/);
	});
});
