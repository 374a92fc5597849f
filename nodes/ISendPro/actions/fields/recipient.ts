import type { PhoneNumber } from '../../api/numbers/phone-number';
import {
	countries,
	DEFAULT_COUNTRY,
	isLandline,
	readPhoneNumbers,
} from '../../api/numbers/phone-number';
import type { Failure } from '../../api/wire/failure';
import { MAX_NUMBERS } from '../../api/wire/limits';
import type { Hint, Task } from '../../engine/task';
import { includeInputFieldsField } from './input-fields';
import { optionsCollection } from './options';

/** The country that a number without country code belongs to. */
export const defaultCountryField = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: countries,
	default: DEFAULT_COUNTRY,
	description: 'Country of numbers that are written without a country code',
} as const;

/** How many recipients travel in one request. */
export const batchSizeField = {
	displayName: 'Technical: Batch Size',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_NUMBERS, numberPrecision: 0 },
	default: MAX_NUMBERS,
	description: 'Rarely needed: how many numbers to put into one request, 500 at most',
} as const;

/** Who gets the SMS. */
export const toField = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	raw: true,
	names: true,
	default: '',
	required: true,
	placeholder: 'e.g. 06 12 34 56 78',
	hint: 'Several numbers: put a comma, a semicolon or a line break between them',
	description:
		'Mobile number of the recipient, written as you like: 06 12 34 56 78, +33 6 12 34 56 78, 0032470123456. An expression may also give a list of numbers.',
} as const;

/** The numbers that something is done with. */
export const phoneNumberField = {
	...toField,
	displayName: 'Phone Number',
	name: 'phoneNumber',
	description:
		'Mobile number, written as you like: 06 12 34 56 78, +33 6 12 34 56 78, 0032470123456. An expression may also give a list of numbers.',
} as const;

/** The options of all operations on numbers. */
export const phoneNumberOptionsField = {
	...optionsCollection,
	options: [defaultCountryField, includeInputFieldsField, batchSizeField],
} as const;

interface NumberInput {
	phoneNumber: unknown;
	options: { defaultCountry?: string };
}

/**
 * The tasks of an operation on numbers, one for each.
 * @throws InvalidInputError for what cannot be read as a phone number
 */
export function numberTasks({ phoneNumber, options }: NumberInput): Array<Task<string>> {
	return readPhoneNumbers(phoneNumber, options.defaultCountry).map(({ submitted }) => ({
		identity: { phoneNumber: submitted },
		request: submitted,
	}));
}

const LANDLINE_HINT: Hint = {
	type: 'warning',
	message:
		'At least one recipient is a French landline: its number begins with 01 to 05 or 09. SMS reach mobile numbers, so it may be paid for and not arrive.',
};

function readAtHomeHint(country: string): Hint {
	return {
		type: 'warning',
		message: `At least one number without + or 0 was taken for one that lost its zero, although with + it would be a mobile number of ${country}. If that is meant, write it with + or 00.`,
	};
}

/**
 * The hints for an SMS to a number: those of the message, and what its sender may not know of the number.
 * @param hints those of the message, given back as they are where there is nothing to add
 */
export function hintsFor(
	{ submitted, alsoAbroad }: Pick<PhoneNumber, 'submitted' | 'alsoAbroad'>,
	hints: readonly Hint[] | undefined,
): readonly Hint[] | undefined {
	if (alsoAbroad !== undefined) return [...(hints ?? []), readAtHomeHint(alsoAbroad)];
	return isLandline(submitted) ? [...(hints ?? []), LANDLINE_HINT] : hints;
}

/**
 * The result for a number; a refusal names a landline, which iSendPro only calls a number that is not in use.
 * @param phoneNumber as it is submitted
 */
export function explainLandline<Result extends object>(
	result: Result | { failure: Failure },
	phoneNumber: string,
): Result | { failure: Failure } {
	if (!('failure' in result) || result.failure.status !== 'rejected' || !isLandline(phoneNumber)) {
		return result;
	}
	const { failure } = result;
	return { failure: { ...failure, message: `${failure.message}. It is a French landline` } };
}
