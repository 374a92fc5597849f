import { verifyNumbers } from '../../api/requests/verify';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { numberTasks, phoneNumberField, phoneNumberOptionsField } from '../fields/recipient';

export const verify = defineOperation({
	option: {
		name: 'Verify',
		value: 'verify',
		action: 'Verify phone numbers (paid)',
		description:
			'Ask the operators whether numbers are valid and which operator each belongs to. Each number is paid for.',
	},
	fields: [
		{
			displayName:
				'Execute step verifies the numbers of all input items, and iSendPro charges for each number. Ask your iSendPro sales contact for the price. A number that comes twice in a run is asked for, and paid for, once.',
			name: 'paidNotice',
			type: 'notice',
			default: '',
		},
		phoneNumberField,
		phoneNumberOptionsField,
	],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ options }) => options,

	prepare: (input) => numberTasks(input).map((task) => ({ ...task, duplicateKey: task.request })),

	execute: verifyNumbers,
});
