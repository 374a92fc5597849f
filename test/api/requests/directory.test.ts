import type { Contact } from '../../../nodes/ISendPro/api/requests/directory';
import {
	addToDirectory,
	checkDirectoryId,
	createDirectory,
	removeFromDirectory,
} from '../../../nodes/ISendPro/api/requests/directory';
import {
	answering,
	codeAnswer,
	failureOf,
	manualAnswer,
	numberedAnswer,
} from '../../helpers/answers';

const contact = (phoneNumber: string, fields: Contact['fields'] = []): Contact => ({
	phoneNumber,
	fields,
});

describe('Creating a directory [3.7.1]', () => {
	it('is unknown where the answer has no ID, or the connection broke, and is not repeated', async () => {
		const lost = new Error('socket hang up');
		for (const answer of [codeAnswer(100), codeAnswer(103), Buffer.from('<etat><cod'), lost]) {
			const { account, bodies } = answering(answer);
			expect(await failureOf(createDirectory(account, 'x'))).toMatchObject({ status: 'unknown' });
			expect(bodies).toHaveLength(1);
		}
	});
});

describe('The ID of a directory', () => {
	it.each(['39565', ' 78946\n'])('may be %j', (written) => {
		expect(checkDirectoryId(written)).toBe(written.trim());
	});

	it.each(['', 'clients', '39 565', '-1', '1e5', '39565&num1=0612345678', '٣٩', '9'.repeat(21)])(
		'cannot be %j',
		(written) => {
			expect(() => checkDirectoryId(written)).toThrow('is not the ID of a directory');
		},
	);
});

describe('Adding contacts [3.7.2, 3.7.3]', () => {
	it('numbers several, and their fields by both', async () => {
		const { account, bodies } = answering(manualAnswer('contacts-added'));
		const contacts = [
			contact('0601020304', [
				[1, 'Martin'],
				[27, 'été; €'],
			]),
			contact('0601020305', [[2, 'Zoé & Cie']]),
		];
		const added = 'Votre donnee a ete ajoutee dans le repertoire';
		expect(await addToDirectory(account, '39565', contacts)).toEqual([
			{ status: 'added', code: 103, apiMessage: added },
			{ status: 'added', code: 103, apiMessage: `${added}!` },
		]);
		expect(bodies).toEqual([
			'repertoireEdit=add&repertoireId=39565' +
				'&champ1_1=Martin&champ27_1=%E9t%E9%3B%20%CA&num1=0601020304' +
				'&champ2_2=Zo%E9%20%26%20Cie&num2=0601020305',
		]);
	});

	it('names the fields of one alone without its number', async () => {
		const { account, bodies } = answering(codeAnswer(103));
		await addToDirectory(account, '39565', [contact('0601020304', [[1, 'Martin']])]);
		expect(bodies).toEqual(['repertoireEdit=add&repertoireId=39565&champ1=Martin&num1=0601020304']);
	});

	it.each([
		['flat', codeAnswer(105)],
		['numbered', numberedAnswer({ code: 105, tel: '0601020304', message: 'Message' })],
	])('reads a %s answer on one', async (_, answer) => {
		const { account } = answering(answer);
		expect(await addToDirectory(account, '39565', [contact('0601020304')])).toEqual([
			{ status: 'alreadyPresent', code: 105, apiMessage: 'Message' },
		]);
	});

	it('says of each contact what became of it', async () => {
		const codes = [103, 105, 7, 0].map((code) => ({ code, message: 'M' }));
		const { account } = answering(numberedAnswer(...codes));
		const contacts = ['0601020304', '0601020305', '0601020306', '0601020307'].map((number) =>
			contact(number),
		);
		expect(await addToDirectory(account, '39565', contacts)).toMatchObject([
			{ status: 'added' },
			{ status: 'alreadyPresent' },
			{ failure: { status: 'rejected', code: 7 } },
			{ failure: { status: 'unknown', code: 0 } },
		]);
	});

	it('is open for numbers that the answer does not name', async () => {
		const unknown = { failure: { status: 'unknown' } };
		const several = answering(manualAnswer('contacts-added'));
		expect(await addToDirectory(several.account, '1', [contact('1')])).toMatchObject([unknown]);
		const flat = answering(codeAnswer(103));
		expect(await addToDirectory(flat.account, '1', [contact('1'), contact('2')])).toMatchObject([
			unknown,
			unknown,
		]);
	});
});

describe('Removing contacts [3.7.4]', () => {
	it("reads the manual's example, whose code is that of adding", async () => {
		const { account, bodies } = answering(manualAnswer('contacts-removed'));
		expect(await removeFromDirectory(account, '39565', ['0601020304', '0601020305'])).toMatchObject(
			[
				{ status: 'removed', code: 103 },
				{ status: 'removed', code: 103 },
			],
		);
		expect(bodies).toEqual([
			'repertoireEdit=del&repertoireId=39565&num1=0601020304&num2=0601020305',
		]);
	});

	it.each([
		[106, { status: 'removed' }],
		[107, { status: 'notPresent' }],
		[105, { failure: { status: 'rejected', code: 105 } }],
		[102, { failure: { status: 'rejected', code: 102 } }],
		[104, { failure: { status: 'rejected', code: 104 } }],
	])('takes %i for %j', async (code, result) => {
		const { account } = answering(codeAnswer(code));
		expect(await removeFromDirectory(account, '39565', ['0601020304'])).toMatchObject([result]);
	});
});
