import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { addToDirectory, checkDirectoryId } from '../../api/requests/directory';
import { MAX_FORM_FIELDS, MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { directoryIdField } from '../fields/directory';
import { phoneNumberField, phoneNumberOptionsField } from '../fields/recipient';
import { contactFieldsField, readContactFields } from './contact-fields';

/** The fields of a form besides the contacts': `keyid`, `repertoireEdit` and `repertoireId` [3.7.2]. */
const SETTING_COUNT = 3;

export const addContacts = defineOperation({
	option: {
		name: 'Add Contacts',
		value: 'addContacts',
		action: 'Add contacts to a directory',
		description: 'Add numbers with their names and other fields to a directory',
	},
	fields: [directoryIdField, phoneNumberField, contactFieldsField, phoneNumberOptionsField],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	maxBatchWeight: MAX_FORM_FIELDS - SETTING_COUNT,
	runOptions: ({ options }) => options,

	prepare({ directoryId: written, phoneNumber, contactFields, options }, { textEncoding }) {
		const fields = readContactFields(contactFields.fields ?? [], textEncoding);
		const numbers = readPhoneNumbers(phoneNumber, options.defaultCountry);
		const directoryId = checkDirectoryId(written);
		return numbers.map(({ submitted }) => ({
			identity: { phoneNumber: submitted, directoryId },
			batchKey: directoryId,
			weight: 1 + fields.length,
			request: { directoryId, phoneNumber: submitted, fields },
		}));
	},

	execute: async (account, contacts) =>
		await addToDirectory(account, contacts[0].directoryId, contacts),
});
