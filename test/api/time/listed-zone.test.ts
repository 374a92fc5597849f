import { listedZone } from '../../../nodes/ISendPro/api/time/listed-zone';

describe('The zone that iSendPro is told', () => {
	it.each([
		['Europe/Paris', 'Europe/Brussels'],
		['Europe/Berlin', 'Europe/Brussels'],
		['Europe/Amsterdam', 'Europe/Amsterdam'],
		['Europe/London', 'Europe/London'],
		['America/Los_Angeles', 'America/Los_Angeles'],
		['America/Toronto', 'America/New_York'],
		['Asia/Singapore', 'Asia/Hong_Kong'],
		['America/Martinique', 'America/La_Paz'],
		['UTC', 'Africa/Abidjan'],
		['Australia/Sydney', 'Australia/Hobart'],
		// No zone of the list stops its summer time for Ramadan
		['Africa/Casablanca', 'Europe/Brussels'],
	])('for a workflow in %s is %s', (zone, listed) => {
		expect(listedZone(zone, 2026)).toBe(listed);
	});

	it.each([
		// what the list prints beside these zones is of years past; another has their time of today
		['America/Cancun', 'America/Bogota'],
		['America/Caracas', 'America/La_Paz'],
		['America/Chihuahua', 'America/Belize'],
		['Atlantic/Stanley', 'America/Araguaina'],
		['Africa/Windhoek', 'Africa/Blantyre'],
		['Asia/Damascus', 'Europe/Moscow'],
		['Asia/Novosibirsk', 'Asia/Bangkok'],
		['Europe/Minsk', 'Europe/Moscow'],
		// zones that the list lacks
		['America/Merida', 'America/Belize'],
		['America/Jamaica', 'America/Bogota'],
		['America/Manaus', 'America/La_Paz'],
		['Asia/Ho_Chi_Minh', 'Asia/Bangkok'],
		['Asia/Hovd', 'Asia/Bangkok'],
		['Asia/Riyadh', 'Europe/Moscow'],
		['Africa/Johannesburg', 'Africa/Blantyre'],
		// no other zone has their time
		['America/Godthab', 'America/Godthab'],
		['Pacific/Norfolk', 'Pacific/Norfolk'],
	])('for a workflow in %s has an offset that the list prints right: %s', (zone, listed) => {
		expect(listedZone(zone, 2026)).toBe(listed);
	});
});
