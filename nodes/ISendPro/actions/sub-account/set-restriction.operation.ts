import { checkSubAccountKey, restrictSubAccount } from '../../api/requests/sub-account';
import { defineOperation } from '../../engine/operation';
import { subAccountKeyField } from './key-field';

export const setRestriction = defineOperation({
	option: {
		name: 'Set Restriction',
		value: 'setRestriction',
		action: 'Set a restriction of a sub-account',
		description: 'Switch a rule for commercial SMS on or off for a sub-account',
	},
	fields: [
		{
			displayName:
				'In France, commercial SMS have to carry a STOP mention by law and, by the rule of the operators, to stay out of the night, Sundays and public holidays. Switch a restriction off only for a sub-account that sends no commercial SMS.',
			name: 'lawNotice',
			type: 'notice',
			default: '',
		},
		subAccountKeyField,
		{
			displayName: 'Restriction',
			name: 'restriction',
			type: 'options',
			options: [
				{
					name: 'STOP Mention',
					value: 'stop',
					description: 'SMS with a sender carry STOP and a number to reply to',
				},
				{
					name: 'Quiet Hours',
					value: 'time',
					description: 'No SMS from 20:00 to 8:00, on Sundays and on public holidays',
				},
			],
			default: 'stop',
			description: 'The rule to switch on or off',
		},
		{
			displayName: 'Enabled',
			name: 'enabled',
			type: 'boolean',
			default: true,
			description: 'Whether the sub-account has to keep the rule',
		},
	],
	idempotent: true,

	prepare({ restriction, enabled, ...input }) {
		const subAccountKeyId = checkSubAccountKey(input.subAccountKeyId);
		const outputDetails = { restriction, enabled };
		return [{ outputDetails, request: { subAccountKeyId, ...outputDetails } }];
	},

	execute: async (account, [{ subAccountKeyId, restriction, enabled }]) => [
		{ ...(await restrictSubAccount(account, subAccountKeyId, restriction, enabled)) },
	],
});
