import { addToBlacklist } from '../../api/blacklist';
import { readPhoneNumbers } from '../../api/phone-number';
import { phoneNumber, phoneNumberOptions } from '../../shared/recipient.fields';
import type { Outcome } from '../operation';
import { defineBatchOperation } from '../operation';

export const add = defineBatchOperation({
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add numbers to the blacklist',
		description: 'Block numbers: no SMS of the account reaches them any more',
	},
	fields: [phoneNumber, phoneNumberOptions],
	repeatable: true,
	maxBatch: 500,

	prepare: ({ phoneNumber: numbers, options }) =>
		readPhoneNumbers(numbers, options.defaultCountry ?? 'FR'),
	identify: ({ submitted }) => ({ phoneNumber: submitted }),

	async runBatch(gateway, numbers): Promise<Outcome[]> {
		const results = await addToBlacklist(
			gateway,
			numbers.map(({ submitted }) => submitted),
		);
		return results.map((result) =>
			'failure' in result ? result : { items: [{ json: { ...result } }] },
		);
	},
});
