// The smallest metadata is enough to read a number: its country, and the length of that country's numbers.
// The ranges of mobile numbers go out of date, so no number is refused because it is in none. They only
// decide between two readings of the same digits.
import type { CountryCode, PhoneNumber as ParsedNumber } from 'libphonenumber-js/min';
import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { TerritoryNumber } from './french-numbers';
import { franceAndTerritories, lacksDigit, readFrenchNumber } from './french-numbers';
import { mobileRanges, NORTH_AMERICA } from './mobile-ranges';
import type { DialledDigits } from './written-number';

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

/** What digits can be read as. */
export type Readings =
	| { reading: Reading; alsoAbroad?: Reading }
	/** Each may be meant. */
	| { ambiguous: readonly [Reading, Reading] }
	/** None is certain: how it could be meant. */
	| { suggestion?: Reading };

/**
 * Reads digits as the number that they are. Where they are one number as they stand and another one with
 * the zero or the country code that they lack, or without a zero too many, the one that is a mobile number
 * is meant; where that does not decide, nothing does.
 * @param defaultCountry the country that a number without country code is of
 */
export function readDialled(
	{ digits, form }: DialledDigits,
	defaultCountry: CountryCode,
): Readings {
	switch (form) {
		case 'plus':
			return certain(readInternational(digits));
		case 'prefix':
			return readPrefixed(digits, defaultCountry);
		case 'zero':
			return readWithZero(digits, defaultCountry);
		case 'bare':
			return readBare(digits, defaultCountry);
	}
}

function certain(reading: Reading | undefined): Readings {
	return reading ? { reading } : {};
}

/** A national number; or one of France, which iSendPro and its callbacks write without country code. */
function readWithZero(digits: string, defaultCountry: CountryCode): Readings {
	const national = readNational(digits, defaultCountry);
	if (national?.french || national?.isValid()) return { reading: national };
	const submitted = readFrenchNumber(digits, true);
	if (!submitted) return certain(national);
	const french = fromFrench(submitted);
	if (!national) return { suggestion: french };
	return french.isMobile() ? { ambiguous: [national, french] } : { reading: national };
}

/** Digits that begin with 00: mostly a number abroad, and now and then a national one with a zero too many. */
function readPrefixed(digits: string, defaultCountry: CountryCode): Readings {
	const abroad = readInternational(digits.slice(2));
	if (abroad && beginsWithCodeOf(defaultCountry, digits.slice(2))) return { reading: abroad };
	const dialled = dialsLongerPrefix(defaultCountry) && readNational(digits, defaultCountry);
	if (dialled && dialled.international !== abroad?.international && dialled.isValid()) {
		return abroad ? { ambiguous: [abroad, dialled] } : { suggestion: dialled };
	}
	const national = readNational(digits.slice(1), defaultCountry);
	if (!abroad) return { suggestion: national };
	if (!national || abroad.isMobile()) return { reading: abroad };
	return national.isMobile() || (national.isValid() && !abroad.isValid())
		? { ambiguous: [abroad, national] }
		: { reading: abroad };
}

const longerPrefixes = new Map<CountryCode, boolean>();

/** Whether a country dials more digits than 00 before a country code, e.g. Hong Kong 001. */
function dialsLongerPrefix(country: CountryCode): boolean {
	if (franceAndTerritories.has(country)) return false;
	const known = longerPrefixes.get(country);
	if (known !== undefined) return known;
	const endings = Array.from({ length: 99 }, (_, index) => index + 1);
	const found = endings.some(
		(ending) => readNational(`00${ending}33601020304`, country)?.international === '+33601020304',
	);
	longerPrefixes.set(country, found);
	return found;
}

/** France's numbers that have lost their zero and may be mobile numbers of the Pacific with a + before them. */
const FRENCH_OR_PACIFIC = /^6(?:72|81|87|88|90)\d{6}$/;

/**
 * Digits without + or 0: a national number, whose zero a spreadsheet may have dropped, or a number with its
 * country code, as chats and callbacks have it.
 */
function readBare(digits: string, defaultCountry: CountryCode): Readings {
	const national = readNational(digits, defaultCountry);
	const isOwn = beginsWithCodeOf(defaultCountry, digits);
	// Another country's where they begin with what is dialled before a country code, e.g. 99 in North Korea
	const isHome = national && beginsWithCodeOf(defaultCountry, national.international.slice(1));
	const isSurelyHome = national?.french ? !FRENCH_OR_PACIFIC.test(digits) : isHome && !isOwn;
	if (isSurelyHome && national?.isMobile()) return { reading: national };
	const abroad = readInternational(digits);
	if (!abroad || abroad.international === national?.international) return certain(national);
	if (national === undefined) {
		const isClear = isOwn
			? abroad.isValid()
			: abroad.isMobile() && !isOneDigitOff(digits, defaultCountry);
		return isClear ? { reading: abroad } : { suggestion: abroad };
	}
	if (national.isMobile()) {
		if (!abroad.isMobile()) return { reading: national };
		return isOwn || !isHome
			? { ambiguous: [abroad, national] }
			: { reading: national, alsoAbroad: abroad };
	}
	if (isOwn && (abroad.isMobile() || !national.isValid())) return { reading: abroad };
	const isDoubtful = abroad.isMobile() || (isOwn && abroad.isValid());
	return isDoubtful ? { ambiguous: [abroad, national] } : { reading: national };
}

/** Whether digits are a mobile number of the default country with a digit too few or too many. */
function isOneDigitOff(digits: string, defaultCountry: CountryCode): boolean {
	return [`${digits}0`, digits.slice(0, -1)].some(
		(other) => readNational(other, defaultCountry)?.isMobile() === true,
	);
}

function readInternational(digits: string): Reading | undefined {
	const french = readFrenchNumber(`+${digits}`, false);
	return french ? fromFrench(french) : fromParsed(parsePhoneNumberFromString(`+${digits}`));
}

function readNational(digits: string, defaultCountry: CountryCode): Reading | undefined {
	const french = franceAndTerritories.has(defaultCountry) && readFrenchNumber(digits, true);
	if (french) return fromFrench(french);
	return fromParsed(parsePhoneNumberFromString(digits, { defaultCountry, extract: false }));
}

function fromFrench(french: TerritoryNumber): Reading {
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

/** Whether digits begin with the country code of a country. */
function beginsWithCodeOf(country: CountryCode, digits: string): boolean {
	const code = callingCodes.get(country) ?? getCountryCallingCode(country);
	callingCodes.set(country, code);
	return digits.startsWith(code);
}

const callingCodes = new Map<CountryCode, string>();

const mobilePatterns = new Map<string, RegExp>();

function isInMobileRange({ countryCallingCode: code, nationalNumber }: ParsedNumber): boolean {
	if (code === NORTH_AMERICA) return true;
	const range = mobileRanges[code];
	if (range === undefined) return false;
	const pattern = mobilePatterns.get(code) ?? new RegExp(`^(?:${range})$`);
	mobilePatterns.set(code, pattern);
	return pattern.test(nationalNumber);
}
