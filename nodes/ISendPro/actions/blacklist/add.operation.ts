import { addToBlacklist } from '../../api/requests/blacklist';
import { phoneNumber, phoneNumberOptions } from '../fields/recipient';
import { defineBatchOperation } from '../../engine/operation';
import { onPhoneNumbers } from '../../engine/phone-numbers';

export const add = defineBatchOperation({
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add numbers to the blacklist',
		description: 'Block numbers: no SMS of the account reaches them any more',
	},
	fields: [phoneNumber, phoneNumberOptions],
	repeatable: true,
	...onPhoneNumbers(addToBlacklist),
});
