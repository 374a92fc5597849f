import { checkBlacklist } from '../../api/requests/blacklist-check';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { includeInputFieldsField } from '../fields/input-fields';
import { optionsCollection } from '../fields/options';
import { defaultCountryField, numberTasks, phoneNumberField } from '../fields/recipient';

export const check = defineOperation({
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check whether numbers are on the blacklist',
		description:
			'Tell which numbers are on the blacklist. The list is downloaded once, however many they are. Nothing is paid.',
	},
	fields: [
		phoneNumberField,
		{ ...optionsCollection, options: [defaultCountryField, includeInputFieldsField] },
	],
	idempotent: true,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ options }) => options,

	prepare: numberTasks,

	execute: checkBlacklist,
});
