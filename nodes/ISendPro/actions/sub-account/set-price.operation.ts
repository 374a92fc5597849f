import { checkSubAccountKey, readCallingCode, setSmsPrice } from '../../api/requests/sub-account';
import { readAmount } from '../../api/text/amount';
import { defineOperation } from '../../engine/operation';
import { subAccountKeyField } from './key-field';

export const setPrice = defineOperation({
	option: {
		name: 'Set Price',
		value: 'setPrice',
		action: 'Set the price of an SMS for a sub-account',
		description: 'Set what a sub-account pays for an SMS to a country',
	},
	fields: [
		subAccountKeyField,
		{
			displayName: 'Price',
			name: 'price',
			type: 'number',
			raw: true,
			typeOptions: { minValue: 0, numberPrecision: 4 },
			default: 0,
			required: true,
			placeholder: 'e.g. 0.049',
			hint: 'In euros. It holds for all SMS that the sub-account sends to this country from now on',
			description: 'Euros for one SMS, e.g. 0.049',
		},
		{
			displayName: 'Country Code',
			name: 'countryCode',
			type: 'string',
			default: '33',
			required: true,
			placeholder: 'e.g. 33',
			description:
				'Calling code of the country that the price is for: 33 for France, 44 for the United Kingdom, 34 for Spain',
		},
	],
	idempotent: true,

	prepare(input) {
		const subAccountKeyId = checkSubAccountKey(input.subAccountKeyId);
		const price = readAmount(input.price, { name: '"Price"', decimals: 4, example: '0.049' });
		const countryCode = readCallingCode(input.countryCode);
		return [
			{
				outputDetails: { price: Number(price), countryCode },
				request: { subAccountKeyId, price, countryCode },
			},
		];
	},

	execute: async (account, [{ subAccountKeyId, price, countryCode }]) => [
		{ ...(await setSmsPrice(account, subAccountKeyId, price, countryCode)) },
	],
});
