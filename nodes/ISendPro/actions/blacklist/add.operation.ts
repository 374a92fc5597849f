import { addToBlacklist } from '../../api/blacklist';
import { phoneNumber, phoneNumberOptions } from '../../shared/recipient.fields';
import { defineBatchOperation } from '../operation';
import { onPhoneNumbers } from '../phone-numbers';

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
