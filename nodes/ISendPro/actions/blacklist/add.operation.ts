import { addToBlacklist } from '../../api/requests/blacklist';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { numberTasks, phoneNumberField, phoneNumberOptionsField } from '../fields/recipient';

export const add = defineOperation({
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add numbers to the blacklist',
		description: 'Block numbers: no SMS of the account reaches them any more',
	},
	fields: [phoneNumberField, phoneNumberOptionsField],
	idempotent: true,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ options }) => options,

	prepare: numberTasks,

	execute: addToBlacklist,
});
