import { verifyNumbers } from '../../api/requests/verify';
import { phoneNumber, phoneNumberOptions } from '../fields/recipient';
import { defineBatchOperation } from '../../engine/operation';
import { onPhoneNumbers } from '../../engine/phone-numbers';

export const verify = defineBatchOperation({
	option: {
		name: 'Verify',
		value: 'verify',
		action: 'Verify phone numbers (paid)',
		description:
			'Ask the operators whether numbers are valid, and whose they are. Each number is paid for.',
	},
	fields: [
		{
			displayName:
				'This is a paid service: iSendPro charges for each number. Ask your iSendPro sales contact for the price. A number that comes twice in a run is asked for, and paid for, once.',
			name: 'paidNotice',
			type: 'notice',
			default: '',
		},
		phoneNumber,
		phoneNumberOptions,
	],
	repeatable: false,
	onDuplicate: 'share',
	duplicateKey: ({ submitted }) => submitted,
	...onPhoneNumbers(verifyNumbers),
});
