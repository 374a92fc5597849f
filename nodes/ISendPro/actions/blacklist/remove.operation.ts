import { removeFromBlacklist } from '../../api/blacklist';
import { readPhoneNumbers } from '../../api/phone-number';
import { phoneNumber, phoneNumberOptions } from '../../shared/recipient.fields';
import type { Outcome } from '../operation';
import { defineBatchOperation } from '../operation';

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
	maxBatch: 500,

	prepare: ({ phoneNumber: numbers, options }) =>
		readPhoneNumbers(numbers, options.defaultCountry ?? 'FR'),
	identify: ({ submitted }) => ({ phoneNumber: submitted }),

	async runBatch(gateway, numbers): Promise<Outcome[]> {
		const results = await removeFromBlacklist(
			gateway,
			numbers.map(({ submitted }) => submitted),
		);
		return results.map((result) =>
			'failure' in result ? result : { items: [{ json: { ...result } }] },
		);
	},
});
