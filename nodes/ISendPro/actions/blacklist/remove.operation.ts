import { removeFromBlacklist } from '../../api/requests/blacklist';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { numberTasks, phoneNumberField, phoneNumberOptionsField } from '../fields/recipient';

export const remove = defineOperation({
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove numbers from the blacklist',
		description:
			'Let SMS reach numbers again. This needs the consent of whoever has asked for no more SMS.',
	},
	fields: [
		{
			displayName:
				'Numbers are on the blacklist because their owner replied STOP, or an operator asked for it. Remove one only if its owner has agreed to get SMS again: the law asks for that consent.',
			name: 'consentNotice',
			type: 'notice',
			default: '',
		},
		phoneNumberField,
		phoneNumberOptionsField,
	],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ options }) => options,

	prepare: numberTasks,

	execute: removeFromBlacklist,
});
