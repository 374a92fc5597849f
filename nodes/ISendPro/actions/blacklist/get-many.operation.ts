import { readBlacklist } from '../../api/files/blacklist-file';
import { downloadBlacklist } from '../../api/requests/blacklist';
import { defineOperation } from '../../engine/operation';
import {
	binaryPropertyNameField,
	csvItem,
	limitField,
	outputField,
	returnAllField,
} from '../fields/download';

export const getMany = defineOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many numbers from the blacklist',
		description: 'Get the numbers that no SMS of the account reaches, as items or as a file',
	},
	fields: [outputField, returnAllField, limitField, binaryPropertyNameField],
	idempotent: true,

	prepare: (input) => [{ duplicateKey: JSON.stringify(input), request: input }],

	async execute(account, [{ output, returnAll, limit, binaryPropertyName }]) {
		const csv = await downloadBlacklist(account);
		if (!csv) return [[]];
		if (output === 'file') return [[csvItem(csv, binaryPropertyName, 'blacklist.csv')]];
		const numbers = readBlacklist(csv, returnAll ? undefined : limit);
		return [numbers.map((phoneNumber) => ({ json: { phoneNumber } }))];
	},
});
