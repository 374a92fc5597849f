import { removeFromBlacklist } from '../../api/requests/blacklist';
import { phoneNumber, phoneNumberOptions } from '../fields/recipient';
import { defineBatchOperation } from '../../engine/operation';
import { onPhoneNumbers } from '../../engine/phone-numbers';

export const remove = defineBatchOperation({
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove numbers from the blacklist',
		description:
			'Let SMS reach numbers again. Only with the consent of whoever has asked for no more SMS.',
	},
	fields: [
		{
			displayName:
				'Numbers are in the blacklist because their owner replied STOP, or an operator asked for it. Remove one only if its owner has agreed to get SMS again: the law asks for that consent.',
			name: 'consentNotice',
			type: 'notice',
			default: '',
		},
		phoneNumber,
		phoneNumberOptions,
	],
	repeatable: false,
	...onPhoneNumbers(removeFromBlacklist),
});
