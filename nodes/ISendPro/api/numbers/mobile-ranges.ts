import metadata from 'libphonenumber-js/metadata.mobile.json';

/** The place of a country's kinds of numbers in the metadata, and that of mobile numbers among them. */
const KINDS = 11;
const MOBILE = 1;

/** Its mobile numbers are not apart from the others. */
export const NORTH_AMERICA = '1';

/** Patterns of the mobile numbers of each country code, without it; none for North America. */
export const mobileRanges: Readonly<Record<string, string>> = listRanges();

function listRanges(): Record<string, string> {
	const ranges = Object.entries(metadata.country_calling_codes).map(([code, countries]) => {
		const patterns = countries.flatMap(
			(country) => metadata.countries[country]?.[KINDS]?.[MOBILE]?.[0] ?? [],
		);
		return [code, [...new Set(patterns)].join('|')] as const;
	});
	return Object.fromEntries(
		ranges.filter(([code, pattern]) => code !== NORTH_AMERICA && pattern !== ''),
	);
}
