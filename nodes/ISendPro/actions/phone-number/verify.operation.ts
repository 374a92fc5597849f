import { verifyNumbers } from '../../api/number-verification';
import { readPhoneNumbers } from '../../api/phone-number';
import { phoneNumber, phoneNumberOptions } from '../../shared/recipient.fields';
import type { Outcome } from '../operation';
import { defineBatchOperation } from '../operation';

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
	maxBatch: 500,
	onDuplicate: 'share',

	prepare: ({ phoneNumber: numbers, options }) =>
		readPhoneNumbers(numbers, options.defaultCountry ?? 'FR'),
	identify: ({ submitted }) => ({ phoneNumber: submitted }),
	duplicateKey: ({ submitted }) => submitted,

	async runBatch(gateway, numbers): Promise<Outcome[]> {
		const results = await verifyNumbers(
			gateway,
			numbers.map(({ submitted }) => submitted),
		);
		return results.map((result) =>
			'failure' in result ? result : { items: [{ json: { ...result } }] },
		);
	},
});
