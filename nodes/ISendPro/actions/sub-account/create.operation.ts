import { checkLogin, checkPassword, createSubAccount } from '../../api/requests/sub-account';
import { defineOperation } from '../../engine/operation';

export const create = defineOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a sub-account (cannot be undone)',
		description:
			'Create a sub-account with a log-in of its own. It can only be deleted in the customer area.',
	},
	fields: [
		{
			displayName:
				'The output holds the key of the new sub-account. Keep it in a safe place: the other operations on sub-accounts ask for it, and no other operation shows it.',
			name: 'keyNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Login',
			name: 'login',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. agency-lyon',
			description: 'Name to log in with: an e-mail address or any other text',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Password to log in with. It does not come out of the node.',
		},
	],
	idempotent: false,

	prepare(input, { textEncoding }) {
		const login = checkLogin(input.login, textEncoding);
		const password = checkPassword(input.password, textEncoding);
		return [{ identity: { login }, request: { login, password } }];
	},

	async execute(account, [{ login, password }]) {
		const created = await createSubAccount(account, login, password);
		const { subAccountId, subAccountKeyId, code, apiMessage } = created;
		return [{ subAccountId, subAccountKeyId, login, code, apiMessage }];
	},
});
