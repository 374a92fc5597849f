import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { addToBlacklist } from '../../api/requests/blacklist';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { phoneNumberField, phoneNumberOptionsField } from '../fields/recipient';

export const add = defineOperation({
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add numbers to the blacklist',
		description: 'Block numbers: no SMS of the account reaches them any more',
	},
	fields: [phoneNumberField, phoneNumberOptionsField],
	idempotent: true,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ options }) => options,

	prepare: ({ phoneNumber, options }) =>
		readPhoneNumbers(phoneNumber, options.defaultCountry).map(({ submitted }) => ({
			identity: { phoneNumber: submitted },
			request: submitted,
		})),

	execute: async (account, phoneNumbers) => await addToBlacklist(account, phoneNumbers),
});
