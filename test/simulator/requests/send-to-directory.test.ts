import { codeOf, createDirectory, flat, post, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('A message to a directory', () => {
	it('reaches all contacts except those on the blacklist', async () => {
		const id = await createDirectory();
		await post(
			`repertoireEdit=add&repertoireId=${id}&num1=0601020304&num2=0601020305&num3=0601020306`,
		);
		simulator.account.blacklist.add('+33601020305');
		expect(await xmlOf(`repertoireId=${id}&sms=Salut&emetteur=Acme&smslong=999`)).toBe(
			flat('<code>0</code>', '<message>Votre message a bien \u00e9t\u00e9 envoy\u00e9</message>'),
		);
		expect(simulator.phones.messages().map(({ to, text }) => [to, text])).toEqual([
			['0601020304', 'Salut'],
			['0601020306', 'Salut'],
		]);
	});

	it('reaches nobody when the credit is too low for all', async () => {
		const id = await createDirectory();
		await post(`repertoireEdit=add&repertoireId=${id}&num1=0601020304&num2=0601020305`);
		simulator.account.credit = 0.07;
		expect(await codeOf(`repertoireId=${id}&sms=Salut`)).toBe(12);
		expect(simulator.phones.messages()).toEqual([]);
		expect(simulator.account.credit).toBe(0.07);
	});

	it('is refused with 102 when there is no directory or no contact', async () => {
		expect(await codeOf('repertoireId=1&sms=a')).toBe(102);
		expect(await codeOf(`repertoireId=${await createDirectory()}&sms=a`)).toBe(102);
	});
});
