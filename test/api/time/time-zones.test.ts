import { IANAZone } from 'luxon';

import { timeZones } from '../../../nodes/ISendPro/api/time/time-zones';

describe('The time zones of the manual [4.4]', () => {
	it('are 90, each of another name', () => {
		expect(new Set(timeZones.map(({ name }) => name)).size).toBe(90);
		expect(timeZones).toHaveLength(90);
	});

	it('are known to Node.js', () => {
		expect(timeZones.filter(({ name }) => !IANAZone.isValidZone(name))).toEqual([]);
	});
});
