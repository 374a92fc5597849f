import { getCountries } from 'libphonenumber-js/min';

/** The countries a number without a country code can be of, for an options field: France first. */
export const countries: ReadonlyArray<{ name: string; value: string }> = listCountries();

function listCountries(): Array<{ name: string; value: string }> {
	const names = new Intl.DisplayNames('en', { type: 'region' });
	const byName = getCountries()
		.map((value) => ({ name: names.of(value) ?? value, value }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	const isFrance = ({ value }: { value: string }) => value === 'FR';
	return [...byName.filter(isFrance), ...byName.filter((country) => !isFrance(country))];
}
