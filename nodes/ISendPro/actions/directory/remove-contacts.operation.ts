import {
	checkDirectoryId,
	removeContacts as removeFromDirectory,
} from '../../api/requests/directory';
import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { directoryId } from '../fields/directory';
import { phoneNumber, phoneNumberOptions } from '../fields/recipient';
import type { Outcome } from '../../engine/operation';
import { defineBatchOperation, outcomeOf } from '../../engine/operation';

interface Unit {
	directoryId: string;
	phoneNumber: string;
}

export const removeContacts = defineBatchOperation({
	option: {
		name: 'Remove Contacts',
		value: 'removeContacts',
		action: 'Remove contacts from a directory (cannot be undone)',
		description: 'Remove numbers and all their fields from a directory. This cannot be undone.',
	},
	fields: [directoryId, phoneNumber, phoneNumberOptions],
	repeatable: false,
	maxBatch: 500,

	prepare({ directoryId: directory, phoneNumber: numbers, options }) {
		return readPhoneNumbers(numbers, options.defaultCountry ?? 'FR').map(({ submitted }): Unit => ({
			directoryId: checkDirectoryId(directory),
			phoneNumber: submitted,
		}));
	},
	identify: (unit) => ({ phoneNumber: unit.phoneNumber, directoryId: unit.directoryId }),
	batchKey: (unit) => unit.directoryId,

	async runBatch(gateway, units): Promise<Outcome[]> {
		const numbers = units.map((unit) => unit.phoneNumber);
		const results = await removeFromDirectory(gateway, units[0]?.directoryId ?? '', numbers);
		return results.map(outcomeOf);
	},
});
