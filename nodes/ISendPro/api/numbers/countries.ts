import { getCountries } from 'libphonenumber-js/min';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The countries a number without a country code can be of, for an options field: France first. */
export const countries: ReadonlyArray<{ name: string; value: string }> = listCountries();

/** The English name of a country, by its ISO code. */
export function countryName(code: string): string {
	return names.of(code) ?? code;
}

function listCountries(): Array<{ name: string; value: string }> {
	const byName = getCountries()
		.map((value) => ({ name: countryName(value), value }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	const isFrance = ({ value }: { value: string }) => value === 'FR';
	return [...byName.filter(isFrance), ...byName.filter((country) => !isFrance(country))];
}
