import type { Contact } from '../../api/directories';
import { addContacts as addToDirectory, checkDirectoryId } from '../../api/directories';
import { readPhoneNumbers } from '../../api/phone-number';
import { directoryId } from '../../shared/directory.fields';
import { phoneNumber, phoneNumberOptions } from '../../shared/recipient.fields';
import type { Outcome } from '../operation';
import { defineBatchOperation, outcomeOf } from '../operation';
import { contactFields, readContactFields } from './contact-fields';

interface Unit extends Contact {
	directoryId: string;
}

export const addContacts = defineBatchOperation({
	option: {
		name: 'Add Contacts',
		value: 'addContacts',
		action: 'Add contacts to a directory',
		description: 'Add numbers with their names and other fields to a directory',
	},
	fields: [directoryId, phoneNumber, contactFields, phoneNumberOptions],
	repeatable: false,
	maxBatch: 500,

	prepare({ directoryId: directory, phoneNumber: numbers, contactFields: rows, options }, run) {
		const fields = readContactFields(rows.fields ?? [], run.textEncoding);
		return readPhoneNumbers(numbers, options.defaultCountry ?? 'FR').map(({ submitted }): Unit => ({
			directoryId: checkDirectoryId(directory),
			phoneNumber: submitted,
			fields,
		}));
	},
	identify: (unit) => ({ phoneNumber: unit.phoneNumber, directoryId: unit.directoryId }),
	batchKey: (unit) => unit.directoryId,

	async runBatch(gateway, units): Promise<Outcome[]> {
		const results = await addToDirectory(gateway, units[0]?.directoryId ?? '', units);
		return results.map(outcomeOf);
	},
});
