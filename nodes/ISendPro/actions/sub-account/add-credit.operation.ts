import { addSubAccountCredit, checkSubAccountKey } from '../../api/requests/sub-account';
import { readAmount } from '../../api/text/amount';
import { defineOperation } from '../../engine/operation';
import { subAccountKeyField } from './key-field';

export const addCredit = defineOperation({
	option: {
		name: 'Add Credit',
		value: 'addCredit',
		action: 'Add credit to a sub-account (moves money, cannot be undone)',
		description: 'Give a sub-account credit in euros. This moves money, and cannot be undone here.',
	},
	fields: [
		{
			displayName:
				'This moves money: Execute step adds the amount once for each input item. There is no operation that takes it back.',
			name: 'moneyNotice',
			type: 'notice',
			default: '',
		},
		subAccountKeyField,
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			raw: true,
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			required: true,
			placeholder: 'e.g. 150',
			hint: 'In euros',
			description: 'Euros to add to the credit of the sub-account, e.g. 150 or 12.50',
		},
	],
	idempotent: false,

	prepare(input) {
		const subAccountKeyId = checkSubAccountKey(input.subAccountKeyId);
		const amount = readAmount(input.amount, { name: '"Amount"', decimals: 2, example: '150' });
		return [{ outputDetails: { amount: Number(amount) }, request: { subAccountKeyId, amount } }];
	},

	execute: async (account, [{ subAccountKeyId, amount }]) => [
		{ ...(await addSubAccountCredit(account, subAccountKeyId, amount)) },
	],
});
