import { unzipSync } from 'fflate';
import { post, simulator, useSimulator } from '../client';

useSimulator();

describe('A file', () => {
	const period = 'rapportCampagne=1&date_deb=2016-07-01&date_fin=2016-07-31';
	beforeEach(async () => {
		simulator.clock.set('2016-07-01T10:18:30Z');
		await post('num=0601020304&sms=a&emetteur=iSendPro');
	});

	it('is zipped when set to', async () => {
		simulator.service.files = 'zip';
		const { bytes, headers } = await post(period);
		expect(headers['content-type']).toBe('application/zip');
		expect(bytes.subarray(0, 2).toString()).toBe('PK');
		const files = unzipSync(bytes);
		expect(Object.keys(files)).toEqual(['rapportCampagne.csv']);
		expect(Buffer.from(files['rapportCampagne.csv'] ?? []).toString('latin1')).toContain(
			';iSendPro;',
		);
	});

	it.each([
		['text', 'Service indisponible'],
		['html', '<html>'],
		['json', '{"error"'],
		['utf16', '\u00ff\u00fe<\u0000h'],
		['zipInZip', 'PK'],
	] as const)('is replaced with %s when set to', async (page, beginning) => {
		simulator.service.inPlaceOfFiles = page;
		const { bytes } = await post(period);
		expect(bytes.toString('latin1').startsWith(beginning)).toBe(true);
	});
});
