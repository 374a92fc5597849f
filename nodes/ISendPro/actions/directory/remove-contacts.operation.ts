import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { checkDirectoryId, removeFromDirectory } from '../../api/requests/directory';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { directoryIdField } from '../fields/directory';
import { phoneNumberField, phoneNumberOptionsField } from '../fields/recipient';

export const removeContacts = defineOperation({
	option: {
		name: 'Remove Contacts',
		value: 'removeContacts',
		action: 'Remove contacts from a directory (cannot be undone)',
		description: 'Remove numbers and all their fields from a directory. This cannot be undone.',
	},
	fields: [directoryIdField, phoneNumberField, phoneNumberOptionsField],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ options }) => options,

	prepare({ directoryId: written, phoneNumber, options }) {
		const numbers = readPhoneNumbers(phoneNumber, options.defaultCountry);
		const directoryId = checkDirectoryId(written);
		return numbers.map(({ submitted }) => ({
			identity: { phoneNumber: submitted, directoryId },
			batchKey: directoryId,
			request: { directoryId, phoneNumber: submitted },
		}));
	},

	async execute(account, contacts) {
		const numbers = contacts.map(({ phoneNumber }) => phoneNumber);
		return await removeFromDirectory(account, contacts[0].directoryId, numbers);
	},
});
