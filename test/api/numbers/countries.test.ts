import { countries } from '../../../nodes/ISendPro/api/numbers/countries';

describe('The list of countries', () => {
	it('has France first, then every other by its English name', () => {
		const names = countries.slice(1).map(({ name }) => name);
		expect(countries[0]).toEqual({ name: 'France', value: 'FR' });
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		expect(countries.length).toBeGreaterThan(240);
	});
});
