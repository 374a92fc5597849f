import { readBlacklist } from '../../../nodes/ISendPro/api/files/blacklist-file';
import { latin } from './report-rows';

describe('A blacklist', () => {
	it('is a list of numbers, with the zeros that the file may have lost', () => {
		const csv = latin('MSISDN', '0601020304', '601020305', '"33601020306";', '0032475123456', '');
		expect(readBlacklist(csv)).toEqual(['0601020304', '0601020305', '0601020306', '0032475123456']);
		expect(readBlacklist(latin('MSISDN', '0601020304', '', '"never closed'), 1)).toHaveLength(1);
		expect(readBlacklist(csv, 0)).toEqual([]);
		expect(readBlacklist(latin('"MSISDN";'))).toEqual([]);
	});

	it('is recognised by its column', () => {
		expect(() => readBlacklist(latin('0601020304'))).toThrow('no column "MSISDN"');
	});

	it('has no more numbers than the manual allows', () => {
		const numbers = Buffer.from(`MSISDN\n${'601020304\n'.repeat(200_001)}`);
		expect(() => readBlacklist(numbers)).toThrow('more than 200,000 rows');
	});
});
