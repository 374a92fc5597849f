import { aMonthAfter, checkTarget, createShortLink } from '../../api/requests/short-link';
import { defineOperation } from '../../engine/operation';

export const create = defineOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a short link',
		description: 'Make a short link to a web page, which works for one month',
	},
	fields: [
		{
			displayName:
				'A short link works for one month only. Each run of this node makes a new one, even for the same URL.',
			name: 'expiryNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://www.example.com/offer?from=sms',
			hint: 'With https:// or http:// in front',
			description: 'The web page that the short link leads to',
		},
	],
	idempotent: false,

	prepare({ url }, { now }) {
		const target = checkTarget(url);
		const expiresAt = aMonthAfter(now).toISOString();
		return [{ identity: { target }, request: { target, expiresAt } }];
	},

	async execute(account, [{ target, expiresAt }]) {
		const shortLink = await createShortLink(account, target);
		return [{ shortLink, url: `https://${shortLink}`, target, expiresAt }];
	},
});
