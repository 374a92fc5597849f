import type { Contact } from '../../api/requests/directory';
import { addContacts as addToDirectory, checkDirectoryId } from '../../api/requests/directory';
import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { directoryId } from '../fields/directory';
import { phoneNumber, phoneNumberOptions } from '../fields/recipient';
import type { Outcome } from '../../engine/operation';
import { defineBatchOperation, outcomeOf } from '../../engine/operation';
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
