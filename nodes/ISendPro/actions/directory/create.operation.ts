import { createDirectory } from '../../api/requests/directory';
import { writePlainText } from '../../api/wire/plain-text';
import { defineOperation } from '../../engine/operation';

const SHARED = {
	type: 'info',
	message:
		'Several items ask for a directory of the same name: it was created once, and they share its ID.',
} as const;

export const create = defineOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a directory',
		description: 'Create an empty directory. It can only be deleted in the customer area.',
	},
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Customers 2026',
			hint: 'Each run makes a new directory, even if there is one of that name. Within a run, input items with the same name share one.',
			description: 'Name of the new directory',
		},
	],
	idempotent: false,

	prepare({ name: written }, { textEncoding }) {
		const name = writePlainText(written.trim(), textEncoding, 'The name of the directory');
		return [{ identity: { name }, duplicateKey: name, repeatHint: SHARED, request: name }];
	},

	async execute(account, [name]) {
		const { directoryId, code, apiMessage } = await createDirectory(account, name);
		return [{ directoryId, name, code, apiMessage }];
	},
});
