// The smallest metadata is enough: the country of a number, and the length of that country's numbers.
// The larger ones also have the kind of line, but go out of date: a mobile range opened since would be
// refused.
import type { CountryCode } from 'libphonenumber-js/min';
import { isSupportedCountry, parseDigits, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { countries } from './countries';
import { startOf } from '../text/character';
import { InvalidInputError } from '../errors';
import type { TerritoryNumber } from './french-numbers';
import { franceAndTerritories, lacksDigit, readFrenchNumber } from './french-numbers';

export { countries };

/** The country of a number without a country code, unless the user names another. */
export const DEFAULT_COUNTRY = 'FR';

/** A recipient's number, as iSendPro takes it. */
export interface PhoneNumber {
	/** `0601020304`, `0032475123456`, or for Martinique `0596696123456` [3.2, 3.16]. */
	submitted: string;
	/** ISO 3166-1 alpha-2; the calling code (`+881`) where a number is of no country. */
	country: string;
	metropolitanFrance: boolean;
}

/**
 * Reads one number or several, as people write them: `06 01 02 03 04`, `+33 (0)6.01.02.03.04`, `0033…`,
 * `33…`, `601020304` (a spreadsheet dropped the zero), with no-break spaces and invisible characters.
 * Several are text with commas, semicolons or line breaks between them, a number, or an array of those.
 *
 * Only what cannot be a number is refused. A number that is merely unknown is sent to iSendPro, whose
 * answer about that recipient is better than a guess here.
 * @param defaultCountry ISO code of the country that a number without a country code is of
 * @throws InvalidInputError naming the entry that is no number, or when there is none at all
 */
export function readPhoneNumbers(
	value: unknown,
	defaultCountry: string = DEFAULT_COUNTRY,
): PhoneNumber[] {
	const country = knownCountry(defaultCountry);
	const entries = listEntries(value);
	if (entries.length === 0) {
		throw new InvalidInputError(
			'There is no phone number',
			'Enter at least one number, for example 0601020304. If it comes from an expression, check that the expression has a value.',
		);
	}
	return entries.map((entry) => readEntry(entry, country));
}

/**
 * The submitted form of a number in a file of iSendPro, whose numbers may have lost their zeros or
 * have a country code instead [3.8]. Any other text stays as it is.
 */
export function restoreNumber(written: string): string {
	const digits = written.trim().replace(/^00/, '+');
	const french = readFrenchNumber(digits, true);
	if (french) return fromFrench(french).submitted;
	// What is too long for France is a number abroad that lost the zeros of its 00
	const [international] = /^\+[1-9]\d+$|^[1-9]\d{9,}$/.exec(digits) ?? [];
	const abroad = international && parsePhoneNumberFromString(international.replace(/^\+?/, '+'));
	return abroad && abroad.isPossible() ? `00${abroad.number.slice(1)}` : written;
}

// Not the comma of 6,01E+08, so that the error shows all of it.
const ENTRY_SEPARATOR = /,(?!\d+e\+?\d)|[;\n\v\f\r\u0085\u2028\u2029]/i;

function listEntries(value: unknown): string[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(listArrayEntry);
	if (typeof value === 'string') {
		return clean(value)
			.split(ENTRY_SEPARATOR)
			.map((entry) => entry.trim())
			.filter((entry) => entry !== '');
	}
	if (typeof value === 'number' || typeof value === 'bigint') {
		if (/^\d+$/.test(String(value))) return [String(value)];
		throw lostDigitsError(String(value));
	}
	throw new InvalidInputError(
		`A phone number cannot be read from ${describeType(value)}`,
		'Give text such as 0601020304, or a list of such texts.',
	);
}

/** Unlike the gap after a last comma, an empty place in a list is a contact without a number. */
function listArrayEntry(value: unknown, index: number): string[] {
	const entries = listEntries(value);
	if (entries.length > 0) return entries;
	throw new InvalidInputError(
		`Phone number ${index + 1} of the list is empty`,
		'Fill it in, or leave it out of the list.',
	);
}

/** Full-width digits and no-break spaces become plain; direction marks of pasted contacts go. */
function clean(written: string): string {
	return written.normalize('NFKC').replace(/\p{Cf}/gu, '');
}

function readEntry(entry: string, defaultCountry: CountryCode): PhoneNumber {
	const digits = dialledDigits(entry);
	const french = readFrenchNumber(digits, franceAndTerritories.has(defaultCountry));
	if (french) return fromFrench(french);

	const number = parsePhoneNumberFromString(digits, { defaultCountry, extract: false });
	if (!number?.isPossible() || lacksDigit(number.number)) {
		throw notANumberError(
			entry,
			`It is too short or too long, or its country code does not exist. Write numbers abroad with + or 00 and the country code; others are taken as numbers of ${countryName(defaultCountry)}. Put a comma, a semicolon or a line break between two numbers.`,
		);
	}
	// Written with the prefix that the default country dials before +33
	const dialledFrench = readFrenchNumber(number.number, false);
	if (dialledFrench) return fromFrench(dialledFrench);
	return {
		submitted: `00${number.number.slice(1)}`,
		country: number.country ?? number.getPossibleCountries()[0] ?? `+${number.countryCallingCode}`,
		metropolitanFrance: false,
	};
}

/** The digits to dial, after a `+` when they begin with a country code. */
function dialledDigits(entry: string): string {
	// Spreadsheets write ' before a number kept as text, .0 after one kept as a number; links tel:
	const number = entry
		.trim()
		.replace(/^(?:'|tel:)/i, '')
		.replace(/^(\d+)\.0$/, '$1');
	if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(number)) throw lostDigitsError(entry);
	if (!/^\(?\+?[\p{Nd}\s().\p{Pd}\u2212/]+$/u.test(number)) {
		throw notANumberError(
			entry,
			'A phone number has digits, spaces, dots, dashes, brackets and a leading +.',
		);
	}
	const plus = number.includes('+') ? '+' : '';
	return `${plus}${parseDigits(number)}`.replace(/^00/, '+');
}

function fromFrench({ country, callingCode, subscriber }: TerritoryNumber): PhoneNumber {
	const metropolitanFrance = country === 'FR';
	if (metropolitanFrance) return { submitted: `0${subscriber}`, country, metropolitanFrance };
	// [3.16] writes Martinique with 0596 where every other country has 00 and its code.
	const prefix = country === 'MQ' ? '0596' : `00${callingCode}`;
	return { submitted: prefix + subscriber, country, metropolitanFrance };
}

/** The English name of a country. */
function countryName(code: CountryCode): string {
	return countries.find(({ value }) => value === code)?.name ?? code;
}

function knownCountry(country: string): CountryCode {
	if (isSupportedCountry(country)) return country;
	throw new InvalidInputError(
		`"${country}" is not a country code`,
		'Choose the default country from the list, or give its two-letter code, for example FR for France.',
	);
}

function notANumberError(entry: string, description: string): InvalidInputError {
	return new InvalidInputError(`"${startOf(entry, 60)}" is not a phone number`, description);
}

function lostDigitsError(entry: string): InvalidInputError {
	return notANumberError(
		entry,
		'It is a rounded or decimal number, as spreadsheets make of long numbers. Keep the column as text.',
	);
}

function describeType(value: unknown): string {
	return typeof value === 'object' ? 'an object' : `a ${typeof value} value`;
}
