import type { CountryCode } from 'libphonenumber-js/min';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { countries } from './countries';
import { InvalidInputError } from '../errors';
import type { TerritoryNumber } from './french-numbers';
import { readFrenchNumber } from './french-numbers';
import type { Reading } from './reading';
import { readDialled } from './readings';
import { ambiguousError, countryName, unreadError } from './refusals';
import { listEntries, readDialledDigits } from './written-number';

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
	/** The country whose mobile number the same digits are with a + before them: a zero was added instead. */
	alsoAbroad?: string;
}

/**
 * Reads one number or several, as people write them: `06 01 02 03 04`, `+33 (0)6.01.02.03.04`, `0033…`,
 * `33…`, `601020304` (a spreadsheet dropped the zero), with no-break spaces and invisible characters, and
 * with what exports and chats put around one: `="0601020304"`, `tel:`, `whatsapp:`, `…@c.us`.
 * Several are text with commas, semicolons or line breaks between them, a number, or an array of those.
 *
 * Only what cannot be a number, or could be two, is refused. A number that is merely unknown is sent to
 * iSendPro, whose answer about that recipient is better than a guess here.
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
 * The submitted form of a number as iSendPro writes it in its files and calls, where it may have lost its
 * zeros or its +, or have a country code instead [3.8, 3.10]. Any other text stays as it is.
 */
export function restoreNumber(written: string): string {
	const digits = written.replace(/[\s().\-/='"\p{Format}]/gu, '').replace(/^00/, '+');
	const french = readFrenchNumber(digits, true);
	if (french) return submittedFrench(french);
	// What is too long for France is a number abroad that lost the zeros of its 00
	const [international] = /^\+[1-9]\d+$|^[1-9]\d{9,}$/.exec(digits) ?? [];
	const abroad = international && parsePhoneNumberFromString(international.replace(/^\+?/, '+'));
	return abroad && abroad.isPossible() ? `00${abroad.number.slice(1)}` : written;
}

/**
 * Whether a number of France's plan is one of a landline, from 01 to 05 and 09, or of its territories.
 * @param submitted as iSendPro takes it
 */
export function isLandline(submitted: string): boolean {
	return LANDLINE.test(submitted);
}

const LANDLINE = /^(?:0|0596|00262|00590|00594)[1-59]\d{8}$/;

function readEntry(entry: string, defaultCountry: CountryCode): PhoneNumber {
	const dialled = readDialledDigits(entry);
	const readings = readDialled(dialled, defaultCountry);
	if ('ambiguous' in readings) throw ambiguousError(entry, readings.ambiguous, defaultCountry);
	if (!('reading' in readings)) {
		throw unreadError(entry, dialled, readings.suggestion, defaultCountry);
	}
	const { reading, alsoAbroad } = readings;
	const number = toPhoneNumber(reading);
	return alsoAbroad ? { ...number, alsoAbroad: countryName(alsoAbroad.country) } : number;
}

function toPhoneNumber({ international, country, french }: Reading): PhoneNumber {
	return {
		submitted: french ? submittedFrench(french) : `00${international.slice(1)}`,
		country,
		metropolitanFrance: country === 'FR',
	};
}

function submittedFrench({ country, callingCode, subscriber }: TerritoryNumber): string {
	if (country === 'FR') return `0${subscriber}`;
	// [3.16] writes Martinique with 0596 where every other country has 00 and its code.
	return (country === 'MQ' ? '0596' : `00${callingCode}`) + subscriber;
}

function knownCountry(country: string): CountryCode {
	if (isSupportedCountry(country)) return country;
	throw new InvalidInputError(
		`"${country}" is not a country code`,
		'Choose the default country from the list, or give its two-letter code, for example FR for France.',
	);
}
