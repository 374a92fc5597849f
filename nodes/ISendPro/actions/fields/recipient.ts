import { countries, DEFAULT_COUNTRY, readPhoneNumbers } from '../../api/numbers/phone-number';
import { MAX_NUMBERS } from '../../api/wire/limits';
import type { Task } from '../../engine/task';
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
