import { ZONES } from '../../../simulator/manual/zones';

describe("The manual's zones", () => {
	it('are 90', () => {
		expect(ZONES.size).toBe(90);
	});

	it.each([...ZONES])('include %s, which Node.js knows', (zone) => {
		expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
	});
});
