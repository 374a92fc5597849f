import { simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('The balance', () => {
	it("is the manual's example at first, in ISO-8859-15", async () => {
		const declaration = '<?xml version="1.0" encoding="ISO-8859-15"?>\n';
		expect(await xmlOf('credit=1')).toBe(
			`${declaration}<etat>\n<credit>108.16</credit>\n</etat>\n`,
		);
		expect(await xmlOf('credit=2')).toBe(
			`${declaration}<etat>\n<credit>108.16</credit>\n<quantite>2704</quantite>\n</etat>\n`,
		);
	});

	it('falls by the price of each part, by country', async () => {
		simulator.account.prices['32'] = 0.0715;
		await xmlOf(`num=0601020304&smslong=999&sms=${'a'.repeat(161)}`);
		expect(await xmlOf('credit=1')).toContain('<credit>108.08</credit>');
		await xmlOf('num=0032470123456&sms=a');
		expect(await xmlOf('credit=1')).toContain('<credit>108.0085</credit>');
	});
});
