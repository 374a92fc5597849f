import { codeOf, flat, post, simulator, useSimulator, xmlOf } from '../client';

useSimulator();

describe('The blacklist', () => {
	it('takes only valid numbers, removes them, and blocks messages to them', async () => {
		expect(await xmlOf('setlisteNoire=1&num1=0601020304')).toBe(
			flat('<tel>0601020304</tel>', '<listeNoire>OK</listeNoire>'),
		);
		expect(await xmlOf('setlisteNoire=1&num1=0611111111&num2=0601020304')).toBe(
			flat(
				'<etat1>\n<tel1>0611111111</tel1>\n<listeNoire1>NOK</listeNoire1>\n</etat1>',
				'<etat2>\n<tel2>0601020304</tel2>\n<listeNoire2>OK</listeNoire2>\n</etat2>',
			),
		);
		expect(await codeOf('num=0601020304&sms=a')).toBe(11);
		expect(await xmlOf('delListeNoire=1&num1=0601020304')).toBe(
			flat('<tel>0601020304</tel>', '<listeNoire>SUPPRESSION OK</listeNoire>'),
		);
		expect(await xmlOf('delListeNoire=1&num1=0601020304')).toContain('>SUPPRESSION NOK<');
		expect(await codeOf('num=0601020304&sms=a')).toBe(0);
	});

	it('is downloaded as a file', async () => {
		await post('setlisteNoire=1&num1=0601020304&num2=0032470123456');
		simulator.service.dialect = 'plain';
		const { body, headers } = await post('getListeNoire=1');
		expect(body).toBe('MSISDN\r\n0601020304\r\n0032470123456\r\n');
		expect(headers['content-type']).toBe('text/csv; charset=ISO-8859-1');
	});

	it('needs its argument in the capitals of the manual', async () => {
		expect(await codeOf('setListeNoire=1&num1=0601020304')).toBe(4);
		expect(simulator.account.blacklist.size).toBe(0);
	});
});
