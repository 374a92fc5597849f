import {
	addSubAccountCredit,
	checkLogin,
	checkPassword,
	checkSubAccountKey,
	createSubAccount,
	readCallingCode,
	restrictSubAccount,
} from '../../../nodes/ISendPro/api/requests/sub-account';
import { answering, codeAnswer, failureOf } from '../../helpers/answers';

const key = 'ber296464ce018ab710a';

describe('Creating a sub-account [3.17.1]', () => {
	it('is unknown without a key, with another code, or where the answer was lost; not repeated', async () => {
		for (const answer of [codeAnswer(230), codeAnswer(239), new Error('socket hang up')]) {
			const { account, bodies } = answering(answer);
			expect(await failureOf(createSubAccount(account, 'a', 'b'))).toMatchObject({
				status: 'unknown',
			});
			expect(bodies).toHaveLength(1);
		}
	});

	it('shows the password in no error, though the answer quotes it', async () => {
		const { account } = answering(Buffer.from('<html>?subAccountPassword=MonMotDePasse</html>'));
		const failure = await failureOf(createSubAccount(account, 'a', 'MonMotDePasse'));
		expect(JSON.stringify(failure)).not.toContain('MonMotDePasse');
	});
});

describe('The log-in of a sub-account', () => {
	it.each(['monadresse@mondomaine.com', 'agence-lyon', 'Été & Cie', 'a'])('may be %s', (login) => {
		expect(checkLogin(` ${login}\n`, 'iso-8859-15')).toBe(login);
	});

	it.each(['', '   ', 'Êve', 'œuf’s', 'Вася', 'a\nb', 'a€', 'a\u0000b', 'ab\u202e'])(
		'cannot be %j, which would arrive otherwise',
		(login) => {
			expect(() => checkLogin(login, 'iso-8859-15')).toThrow('"Login", ');
		},
	);

	it('may have any letters where the account has UTF-8', () => {
		expect(checkLogin('Вася Êve', 'utf-8')).toBe('Вася Êve');
	});
});

describe('The password of a sub-account', () => {
	it('is sent as it is, blanks included', () => {
		expect(checkPassword(' p&=%+é ', 'iso-8859-15')).toBe(' p&=%+é ');
	});

	it.each(['', 'secret’s', 'secretÊ', 'secretÕ', 'sec\nret', 'sec\rret', 'secret€', 'e\u0301'])(
		'cannot be %j, which nobody could type again, and is not shown',
		(password) => {
			const check = () => checkPassword(password, 'iso-8859-15');
			expect(check).toThrow(/^"Password" is empty or has characters/);
			expect(check).toThrow('nobody could log in');
			expect(check).not.toThrow('sec');
		},
	);
});

describe('The key of a sub-account', () => {
	it('may have blanks around it', () => {
		expect(checkSubAccountKey(` ${key}\n`)).toBe(key);
	});

	it.each(['', ' ', 'two words', 'é', 'a\u0000', 'x'.repeat(101)])(
		'cannot be %j, and is not shown',
		(written) => {
			expect(() => checkSubAccountKey(written)).toThrow(
				/^"Sub-Account Key" (?:is empty|has spaces or special characters, or is too long)$/,
			);
		},
	);
});

describe('The calling code of a country', () => {
	it.each([
		['33', '33'],
		['+33', '33'],
		['0033', '33'],
		[' 44 ', '44'],
		['1', '1'],
		['+262', '262'],
	])('%s is %s', (written, code) => {
		expect(readCallingCode(written)).toBe(code);
	});

	it.each(['', 'FR', 'France', '033', '0', '-33', '33.5', '12345', '33&x=1', '٣٣'])(
		'cannot be %j',
		(written) => {
			expect(() => readCallingCode(written)).toThrow('is not the calling code of a country');
		},
	);
});

describe('Adding credit [3.17.3]', () => {
	it('is never asked for twice, and unknown where nobody knows', async () => {
		for (const answer of [new Error('socket hang up'), Buffer.from(''), codeAnswer(237)]) {
			const { account, bodies } = answering(answer);
			expect(await failureOf(addSubAccountCredit(account, key, '150'))).toMatchObject({
				status: 'unknown',
			});
			expect(bodies).toHaveLength(1);
		}
	});
});

describe('Setting a restriction [3.17.4, 3.17.5]', () => {
	it.each([
		['stop', true, 245, 'subAccountRestrictionStop=1'],
		['stop', false, 244, 'subAccountRestrictionStop=0'],
		['time', true, 247, 'subAccountRestrictionTime=1'],
		['time', true, 245, 'subAccountRestrictionTime=1'],
		['time', false, 246, 'subAccountRestrictionTime=0'],
		['time', false, 244, 'subAccountRestrictionTime=0'],
	] as const)('%s to %s is done with %i', async (restriction, enabled, code, field) => {
		const { account, bodies } = answering(codeAnswer(code));
		expect(await restrictSubAccount(account, key, restriction, enabled)).toMatchObject({ code });
		expect(bodies[0]).toMatch(new RegExp(`&${field}$`));
	});

	it.each([
		['stop', true, 244],
		['stop', false, 245],
		['stop', false, 246],
		['stop', true, 247],
		['time', true, 246],
		['time', false, 247],
		['time', true, 239],
	] as const)('%s to %s is not known to be done with %i', async (restriction, enabled, code) => {
		const { account } = answering(codeAnswer(code));
		expect(await failureOf(restrictSubAccount(account, key, restriction, enabled))).toMatchObject({
			status: 'unknown',
			code,
			message: `iSendPro answered without saying that the restriction is ${enabled ? 'on' : 'off'}`,
			ambiguous: true,
		});
	});

	it('shows the key of the sub-account in no answer', async () => {
		const { account } = answering(codeAnswer(234, `<detail>${key}</detail>`));
		expect(
			JSON.stringify(await failureOf(restrictSubAccount(account, key, 'stop', true))),
		).not.toContain(key);
	});
});
