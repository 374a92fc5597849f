import type { CountryCode } from 'libphonenumber-js/min';
import { validatePhoneNumberLength } from 'libphonenumber-js/min';
import { countries } from './countries';
import { InvalidInputError } from '../errors';
import { startOf } from '../text/character';
import { franceAndTerritories } from './french-numbers';
import type { Reading } from './reading';
import type { DialledDigits } from './written-number';
import { notANumberError } from './written-number';

/** The English name of a country; its code where it has none. */
export function countryName(code: string): string {
	return countries.find(({ value }) => value === code)?.name ?? code;
}

/** The error for an entry that can be read as two numbers: shows both, as each can be written. */
export function ambiguousError(
	entry: string,
	readings: readonly [Reading, Reading],
	defaultCountry: CountryCode,
): InvalidInputError {
	const [first, second] = readings.map((reading) => describe(reading, defaultCountry));
	return new InvalidInputError(
		`"${startOf(entry, 60)}" can be read as two phone numbers`,
		`It is ${first}, or it is ${second}. Write the number that you mean in one of these ways.`,
	);
}

/**
 * The error for an entry that is no number.
 * @param suggestion the number that it may be
 */
export function unreadError(
	entry: string,
	dialled: DialledDigits,
	suggestion: Reading | undefined,
	defaultCountry: CountryCode,
): InvalidInputError {
	const advice = [
		explainLength(dialled, defaultCountry),
		suggestion && `If you mean ${describe(suggestion, defaultCountry)}, write it like that.`,
		`Write numbers abroad with + or 00 and the country code; others are taken as numbers of ${countryName(defaultCountry)}.`,
		'Put a comma, a semicolon or a line break between two numbers.',
	];
	return notANumberError(entry, advice.filter(Boolean).join(' '));
}

/** `+61412345678 (Australia)`, or `0612345678 (France)` where that form is one of the default country. */
function describe(
	{ international, country, french }: Reading,
	defaultCountry: CountryCode,
): string {
	const isHome = french?.country === 'FR' && franceAndTerritories.has(defaultCountry);
	return `${isHome ? `0${french.subscriber}` : international} (${countryName(country)})`;
}

const DIGITS_OF_FRANCE = 10;

/** Says what is wrong with the digits of a number, as far as that can be told from how many they are. */
function explainLength({ digits, form }: DialledDigits, defaultCountry: CountryCode): string {
	const isNational = form === 'zero' || form === 'bare';
	if (isNational && franceAndTerritories.has(defaultCountry)) {
		const [landline] = /^0[1-59]/.exec(digits) ?? [];
		return [
			`It has ${count(digits)}, a French number has ${DIGITS_OF_FRANCE}.`,
			...(landline === undefined
				? []
				: [`It begins with ${landline} like a landline: SMS reach mobile numbers, 06 or 07.`]),
		].join(' ');
	}
	const international = digits.replace(/^00/, '');
	const [, subscriber] = /^33(\d*)$/.exec(isNational ? '' : international) ?? [];
	if (subscriber !== undefined) {
		return `It has ${count(subscriber.replace(/^0/, ''))} after the country code 33, a French number has ${DIGITS_OF_FRANCE - 1} there.`;
	}
	const problem = isNational
		? validatePhoneNumberLength(digits, defaultCountry)
		: validatePhoneNumberLength(`+${international}`);
	const numbers = isNational
		? `a number of ${countryName(defaultCountry)}`
		: 'a number of its country';
	switch (problem) {
		case 'INVALID_COUNTRY':
			return 'No country has its country code.';
		case 'TOO_SHORT':
			return `It has ${count(digits)}, which is too short for ${numbers}.`;
		case 'TOO_LONG':
			return `It has ${count(digits)}, which is too long for ${numbers}.`;
		default:
			return `It has ${count(digits)}, which is no length of ${numbers}.`;
	}
}

function count(digits: string): string {
	return digits.length === 1 ? '1 digit' : `${digits.length} digits`;
}
