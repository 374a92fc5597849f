// The smallest metadata is enough to read a number: its country, and the length of that country's numbers.
// The ranges of mobile numbers go out of date, so no number is refused because it is in none. They only
// decide between two readings of the same digits.
import type { CountryCode, PhoneNumber as ParsedNumber } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { TerritoryNumber } from './french-numbers';
import { franceAndTerritories, lacksDigit, readFrenchNumber } from './french-numbers';
import { mobileRanges, NORTH_AMERICA } from './mobile-ranges';

/** One number that digits can be read as. */
export interface Reading {
	/** In E.164, e.g. `+33601020304`. */
	international: string;
	/** ISO 3166-1 alpha-2; the calling code (`+881`) where a number is of no country. */
	country: string;
	/** Where it is of France's plan. */
	french?: TerritoryNumber;
	/** Whether its digits are of a range that is in use. */
	isValid(): boolean;
	/** Whether they are of a range of mobile numbers. */
	isMobile(): boolean;
}

/** @param digits after the + @returns undefined where they are no number */
export function readInternational(digits: string): Reading | undefined {
	const french = readFrenchNumber(`+${digits}`, false);
	return french ? fromFrench(french) : fromParsed(parsePhoneNumberFromString(`+${digits}`));
}

/**
 * A mobile number behind a zero that its country does not dial, as in `+48 (0) 512 345 678`.
 * @param digits after the +
 * @returns undefined for any other number, and for one that may be right with its zero, as in Italy
 */
export function readWithoutZero(digits: string): Reading | undefined {
	const number = parsePhoneNumberFromString(`+${digits}`);
	if (!number?.nationalNumber.startsWith('0') || number.isValid()) return undefined;
	const international = `+${number.countryCallingCode}${number.nationalNumber.slice(1)}`;
	const reading = fromParsed(parsePhoneNumberFromString(international));
	// Norfolk Island's numbers get another digit in its place
	return reading?.international === international && reading.isMobile() ? reading : undefined;
}

/**
 * @param digits as they are dialled in a country, or with the prefix that is dialled there for abroad
 * @returns undefined where they are no number
 */
export function readNational(digits: string, defaultCountry: CountryCode): Reading | undefined {
	const french = franceAndTerritories.has(defaultCountry) && readFrenchNumber(digits, true);
	if (french) return fromFrench(french);
	return fromParsed(parsePhoneNumberFromString(digits, { defaultCountry, extract: false }));
}

/** A number of France's plan, of which all ranges are taken for in use. */
export function fromFrench(french: TerritoryNumber): Reading {
	const { country, callingCode, subscriber } = french;
	return {
		international: `+${callingCode}${subscriber}`,
		country,
		french,
		isValid: () => true,
		isMobile: () => /^[67]/.test(subscriber),
	};
}

function fromParsed(number: ParsedNumber | undefined): Reading | undefined {
	if (!number?.isPossible() || lacksDigit(number.number)) return undefined;
	// Written with the prefix that the default country dials before +33
	const french = readFrenchNumber(number.number, false);
	if (french) return fromFrench(french);
	return {
		international: number.number,
		country: number.country ?? number.getPossibleCountries()[0] ?? `+${number.countryCallingCode}`,
		isValid: () => number.isValid(),
		isMobile: () => number.isValid() && isInMobileRange(number),
	};
}

const mobilePatterns = new Map<string, RegExp>();

function isInMobileRange({ countryCallingCode: code, nationalNumber }: ParsedNumber): boolean {
	if (code === NORTH_AMERICA) return true;
	const range = mobileRanges[code];
	if (range === undefined) return false;
	const pattern = mobilePatterns.get(code) ?? new RegExp(`^(?:${range})$`);
	mobilePatterns.set(code, pattern);
	return pattern.test(nationalNumber);
}
