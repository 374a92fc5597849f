import { composeRequest, requestAnything } from '../../api/requests/custom';
import { defineOperation } from '../../engine/operation';

export const request = defineOperation({
	option: {
		name: 'Request',
		value: 'request',
		action: 'Make any request to the API (may be paid)',
		description:
			'Make a request with parameters of your own, for what has no operation here, e.g. keywords and senders. What it costs and whether it can be undone depends on the parameters.',
	},
	fields: [
		{
			displayName:
				'What this request does, and what it costs, depends on its parameters. Execute step makes it for each input item. The node tries it again only where iSendPro cannot have acted: without a connection, or with too many requests (code 29, HTTP 429).',
			name: 'requestNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Parameters',
			name: 'parameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Parameter',
			default: {},
			description:
				'Names and values as in the manual of iSendPro, not encoded. The key of the account is added by the credential.',
			options: [
				{
					displayName: 'Parameter',
					name: 'parameter',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. credit',
							description: 'Name of the parameter, upper and lower case as in the manual',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. 2',
							description: 'Value of the parameter, as plain text',
						},
					],
				},
			],
		},
	],
	idempotent: false,

	prepare: ({ parameters }, { textEncoding }) => [
		{ request: composeRequest(parameters.parameter ?? [], textEncoding) },
	],

	async execute(account, [composed]) {
		const results = await requestAnything(account, composed);
		return [results.map((json) => ({ json }))];
	},
});
