import { codeOf, flat, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('A verification', () => {
	it('answers flat for one number and numbered for several, as the manual shows', async () => {
		simulator.account.blacklist.add('+33612345678');
		expect(await xmlOf('getHLR=1&num1=0612345678')).toBe(
			flat('<tel>0612345678</tel>', '<operateur>ORAN-LISTE NOIRE</operateur>'),
		);
		expect(await xmlOf('getHLR=1&num1=0611111111&num50=0622222222')).toBe(
			flat(
				'<etat1>\n<tel1>0611111111</tel1>\n<operateur1>INVALIDE</operateur1>\n</etat1>',
				'<etat50>\n<tel50>0622222222</tel50>\n<operateur50>BOUY</operateur50>\n</etat50>',
			),
		);
	});

	it.each(['ORAN', 'SFR', 'BOUY', 'FREE', 'VIRG', 'NRJ'])(
		'names %s, on the blacklist or not',
		async (operator) => {
			simulator.phones.get('0614345678').operator = operator;
			expect(await xmlOf('getHLR=1&num1=0614345678')).toContain(`>${operator}<`);
			simulator.account.blacklist.add('+33614345678');
			expect(await xmlOf('getHLR=1&num1=0614345678')).toContain(`>${operator}-LISTE NOIRE<`);
		},
	);

	it('finds a number invalid that is no mobile number or not attributed', async () => {
		simulator.phones.get('0614345678').attributed = false;
		simulator.account.blacklist.add('+33614345678');
		const xml = await xmlOf('getHLR=1&num1=0145678901&num2=123&num3=0614345678');
		expect([...xml.matchAll(/<operateur\d>([^<]+)/g)].map(([, value]) => value)).toEqual([
			'INVALIDE',
			'INVALIDE',
			'INVALIDE-LISTE NOIRE',
		]);
	});

	it('costs one look-up for each number, and is refused with 35 when fewer are left', async () => {
		simulator.account.hlrCredit = 3;
		await xmlOf('getHLR=1&num1=0612345678&num2=0614345678');
		expect(await codeOf('getHLR=1&num1=0612345678&num2=0614345678')).toBe(35);
		expect(simulator.account.hlrCredit).toBe(1);
	});
});
