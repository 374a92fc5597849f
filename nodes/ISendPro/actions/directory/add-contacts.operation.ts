import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { addToDirectory, checkDirectoryId, maxContacts } from '../../api/requests/directory';
import { MAX_FORM_FIELDS, MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { directoryIdField } from '../fields/directory';
import { optionsCollection } from '../fields/options';
import { batchSizeField, defaultCountryField, phoneNumberField } from '../fields/recipient';
import { contactFieldsField, readContactFields } from './contact-fields';

const contactBatchSizeField = {
	...batchSizeField,
	description: `Rarely needed: how many numbers to put into one request, ${MAX_NUMBERS} at most. With contact fields a request takes fewer by itself, so that it has no more than ${MAX_FORM_FIELDS} form fields, which is all that some servers read.`,
} as const;

export const addContacts = defineOperation({
	option: {
		name: 'Add Contacts',
		value: 'addContacts',
		action: 'Add contacts to a directory',
		description: 'Add numbers with their names and other fields to a directory',
	},
	fields: [
		directoryIdField,
		phoneNumberField,
		contactFieldsField,
		{ ...optionsCollection, options: [defaultCountryField, contactBatchSizeField] },
	],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ contactFields: { fields = [] }, options }) => ({
		...options,
		batchSize: Math.min(options.batchSize ?? MAX_NUMBERS, maxContacts(fields.length)),
	}),

	prepare({ directoryId: written, phoneNumber, contactFields, options }, { textEncoding }) {
		const fields = readContactFields(contactFields.fields ?? [], textEncoding);
		const numbers = readPhoneNumbers(phoneNumber, options.defaultCountry);
		const directoryId = checkDirectoryId(written);
		return numbers.map(({ submitted }) => ({
			identity: { phoneNumber: submitted, directoryId },
			batchKey: directoryId,
			request: { directoryId, phoneNumber: submitted, fields },
		}));
	},

	execute: async (account, contacts) =>
		await addToDirectory(account, contacts[0].directoryId, contacts),
});
