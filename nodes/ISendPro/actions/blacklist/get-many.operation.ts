import { downloadBlacklist } from '../../api/requests/blacklist';
import { readBlacklist } from '../../api/files/blacklist-file';
import { binaryPropertyName, limit, output, returnAll } from '../fields/download';
import { defineOperation } from '../../engine/operation';
import { csvItem } from '../../engine/csv-item';

export const getMany = defineOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many numbers of the blacklist',
		description: 'Get the numbers that no SMS of the account reaches, as items or as a file',
	},
	fields: [output, returnAll, limit, binaryPropertyName],
	repeatable: true,
	prepare: (input) => input,
	duplicateKey: (input) => JSON.stringify(input),
	async run(
		gateway,
		{ output: wanted, returnAll: all, limit: most, binaryPropertyName: property },
	) {
		const csv = await downloadBlacklist(gateway);
		if (!csv) return [];
		if (wanted === 'file') return [csvItem(csv, property, 'blacklist.csv')];
		return readBlacklist(csv, all ? undefined : most).map((number) => ({
			json: { phoneNumber: number },
		}));
	},
});
