import { readAmount } from '../../api/text/amount';
import {
	checkSubAccountKey,
	readCallingCode,
	setPrice as setPriceOf,
} from '../../api/requests/sub-account';
import { subAccountKeyId } from '../fields/sub-account';
import { defineOperation } from '../../engine/operation';

export const setPrice = defineOperation({
	option: {
		name: 'Set Price',
		value: 'setPrice',
		action: 'Set the price of an SMS for a sub-account',
		description: 'Set what a sub-account pays for an SMS to a country',
	},
	fields: [
		subAccountKeyId,
		{
			displayName: 'Price',
			name: 'price',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 4 },
			default: 0,
			required: true,
			placeholder: 'e.g. 0.049',
			hint: 'It holds for all SMS that the sub-account sends from now on',
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
	repeatable: true,
	prepare: (input) => ({
		subAccountKeyId: checkSubAccountKey(input.subAccountKeyId),
		price: readAmount(input.price, { name: 'The price', decimals: 4, example: '0.049' }),
		countryCode: readCallingCode(input.countryCode),
	}),
	describe: ({ price, countryCode }) => ({ price: Number(price), countryCode }),
	async run(gateway, { subAccountKeyId: key, price, countryCode }) {
		return [{ json: { ...(await setPriceOf(gateway, key, price, countryCode)) } }];
	},
});
