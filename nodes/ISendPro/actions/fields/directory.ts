/** A directory of the account [3.3.4, 3.7]. */
export const directoryIdField = {
	displayName: 'Directory ID',
	name: 'directoryId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 39565',
	description:
		'Number of the directory: in the output of Directory: Create, and in the iSendPro customer area',
} as const;
