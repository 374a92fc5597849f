import { readAmount } from '../../api/text/amount';
import { addCredit as addToCredit, checkSubAccountKey } from '../../api/requests/sub-account';
import { subAccountKeyId } from '../fields/sub-account';
import { defineOperation } from '../../engine/operation';

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
				'This moves money: each input item adds the amount once more. There is no operation that takes it back.',
			name: 'moneyNotice',
			type: 'notice',
			default: '',
		},
		subAccountKeyId,
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			required: true,
			placeholder: 'e.g. 150',
			description: 'Euros to add to the credit of the sub-account, e.g. 150 or 12.50',
		},
	],
	repeatable: false,
	prepare: (input) => ({
		subAccountKeyId: checkSubAccountKey(input.subAccountKeyId),
		amount: readAmount(input.amount, { name: 'The amount', decimals: 2, example: '150' }),
	}),
	describe: ({ amount }) => ({ amount: Number(amount) }),
	async run(gateway, request) {
		return [{ json: { ...(await addToCredit(gateway, request.subAccountKeyId, request.amount)) } }];
	},
});
