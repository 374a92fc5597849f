import { IANAZone } from 'luxon';
import { ZONES } from '../../../simulator/manual/zones';
import { timeZones } from '../../../nodes/ISendPro/api/time/time-zones';
import { listedZone } from '../../../nodes/ISendPro/api/time/listed-zone';

describe('The zone that iSendPro is told', () => {
	it('is one of the 90 of the manual, which Node.js knows [4.4]', () => {
		expect(new Set(timeZones.map(({ name }) => name)).size).toBe(90);
		expect(timeZones.map(({ name }) => name).sort()).toEqual([...ZONES].sort());
		expect(timeZones.filter(({ name }) => !IANAZone.isValidZone(name))).toEqual([]);
	});

	it.each([
		['Europe/Paris', 'Europe/Brussels'],
		['Europe/Amsterdam', 'Europe/Amsterdam'],
		['America/Los_Angeles', 'America/Los_Angeles'],
		['America/Toronto', 'America/New_York'],
		['Asia/Singapore', 'Asia/Hong_Kong'],
		['America/Martinique', 'America/La_Paz'],
		['UTC', 'Africa/Abidjan'],
		['Australia/Sydney', 'Australia/Hobart'],
		// No zone of the list stops its summer time for Ramadan
		['Africa/Casablanca', 'Europe/Brussels'],
		// what the list prints beside these zones is of years past; another has their time of today
		['America/Cancun', 'America/Bogota'],
		['America/Caracas', 'America/La_Paz'],
		['America/Chihuahua', 'America/Belize'],
		['Asia/Damascus', 'Europe/Moscow'],
		// zones that the list lacks
		['America/Merida', 'America/Belize'],
		['America/Jamaica', 'America/Bogota'],
		['Asia/Riyadh', 'Europe/Moscow'],
		['Africa/Johannesburg', 'Africa/Blantyre'],
		// no other zone has their time
		['America/Godthab', 'America/Godthab'],
		['Pacific/Norfolk', 'Pacific/Norfolk'],
	])('for a workflow in %s, with an offset that the list prints right, is %s', (zone, listed) => {
		expect(listedZone(zone, 2026)).toBe(listed);
	});
});
