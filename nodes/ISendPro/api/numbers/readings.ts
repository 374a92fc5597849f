import type { CountryCode } from 'libphonenumber-js/min';
import { getCountryCallingCode } from 'libphonenumber-js/min';
import { franceAndTerritories, readFrenchNumber } from './french-numbers';
import type { Reading } from './reading';
import { fromFrench, readInternational, readNational, readWithoutZero } from './reading';
import type { DialledDigits } from './written-number';

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
			return certain(readWithoutZero(digits) ?? readInternational(digits));
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
	if (national?.french) return { reading: national };
	const withCode = readBehindZero(digits, defaultCountry);
	if (withCode && !national?.isMobile()) {
		return national?.isValid() ? { ambiguous: [withCode, national] } : { suggestion: withCode };
	}
	if (national?.isValid()) return { reading: national };
	const submitted = readFrenchNumber(digits, true);
	if (!submitted) return certain(national);
	const french = fromFrench(submitted);
	if (!national) return { suggestion: french };
	return french.isMobile() ? { ambiguous: [national, french] } : { reading: national };
}

/** The mobile number behind a zero and the country code of the default country, as in `0 90 532 123 45 67`. */
function readBehindZero(digits: string, defaultCountry: CountryCode): Reading | undefined {
	const withCode = digits.slice(1);
	if (!beginsWithCodeOf(defaultCountry, withCode)) return undefined;
	const reading = readInternational(withCode);
	return reading?.isMobile() ? reading : undefined;
}

/** Digits that begin with 00: mostly a number abroad, and now and then a national one with a zero too many. */
function readPrefixed(digits: string, defaultCountry: CountryCode): Readings {
	const abroad = readInternational(digits.slice(2));
	if (abroad && beginsWithCodeOf(defaultCountry, digits.slice(2))) return { reading: abroad };
	const dialled = dialsLongerPrefix(defaultCountry) && readNational(digits, defaultCountry);
	if (dialled && dialled.international !== abroad?.international && dialled.isValid()) {
		return abroad ? { ambiguous: [abroad, dialled] } : { suggestion: dialled };
	}
	const national = readZeroLess(digits, defaultCountry);
	if (!abroad) return { suggestion: national };
	if (!national || abroad.isMobile()) return { reading: abroad };
	return national.isMobile() || (national.isValid() && !abroad.isValid())
		? { ambiguous: [abroad, national] }
		: { reading: abroad };
}

/** What digits are with one zero less. Those of France are told by their number, which is quicker. */
function readZeroLess(digits: string, defaultCountry: CountryCode): Reading | undefined {
	if (!franceAndTerritories.has(defaultCountry)) {
		return readNational(digits.slice(1), defaultCountry);
	}
	const french = readFrenchNumber(digits.slice(1), true);
	return french && fromFrench(french);
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

/** Whether digits begin with the country code of a country. */
function beginsWithCodeOf(country: CountryCode, digits: string): boolean {
	const code = callingCodes.get(country) ?? getCountryCallingCode(country);
	callingCodes.set(country, code);
	return digits.startsWith(code);
}

const callingCodes = new Map<CountryCode, string>();
