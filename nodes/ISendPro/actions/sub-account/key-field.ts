/** The sub-account that something is done to [3.17]. */
export const subAccountKeyField = {
	displayName: 'Sub-Account Key',
	name: 'subAccountKeyId',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	required: true,
	placeholder: 'e.g. ber296464ce018ab710a',
	hint: 'The value subAccountKeyId that came out when the sub-account was created',
	description:
		'Key of the sub-account: in the output of Sub-Account: Create, and in the customer area of the sub-account under Mon compte',
} as const;
