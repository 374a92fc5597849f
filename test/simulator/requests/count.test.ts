import { flat, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

const a = (count: number) => 'a'.repeat(count);

describe('A count', () => {
	it('is answered as the manual shows, sends nothing and costs nothing', async () => {
		expect(await xmlOf(`num=0601020304&smslong=999&comptage=1&sms=${a(234)}`)).toBe(
			flat('<tel>0601020304</tel>', '<nb_sms>2</nb_sms>', '<nb_caractere>234</nb_caractere>'),
		);
		expect(simulator.phones.messages()).toEqual([]);
		expect(simulator.account.credit).toBe(108.16);
	});

	it('includes double characters twice, and the STOP mention only in the parts', async () => {
		expect(
			await xmlOf(`num=0601020304&smslong=999&comptage=1&emetteur=Acme&sms=%CA${a(147)}`),
		).toContain('<nb_sms>2</nb_sms>\n<nb_caractere>149</nb_caractere>');
	});
});
