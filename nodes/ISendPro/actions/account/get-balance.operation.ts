import { readBalance } from '../../api/requests/balance';
import { defineOperation } from '../../engine/operation';

export const getBalance = defineOperation({
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get the balance of the account',
		description: 'Get the credit that is left, in euros and as a number of SMS',
	},
	fields: [
		{
			displayName: 'Balance',
			name: 'balance',
			type: 'options',
			options: [
				{ name: 'Credit', value: 'credit', description: 'In euros, without tax' },
				{
					name: 'Credit and Number of SMS',
					value: 'creditAndQuantity',
					description: 'In euros, and how many SMS it is worth',
				},
			],
			default: 'creditAndQuantity',
			description: 'What to get',
		},
	],
	idempotent: true,

	prepare: ({ balance }) => [{ duplicateKey: balance, request: balance === 'creditAndQuantity' }],

	async execute(account, [withQuantity]) {
		const { credit, smsQuantity } = await readBalance(account, withQuantity);
		const quantity = smsQuantity === undefined ? {} : { smsQuantity };
		return [{ credit, currency: 'EUR', ...quantity }];
	},
});
