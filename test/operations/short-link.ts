import { manualAnswer } from '../helpers/answers';
import { hostile, long, text } from './fields';
import type { ResourceRows } from './row';

export const shortLink: ResourceRows = {
	/** [3.18] */
	create: {
		fields: {
			url: text({
				'too long': `${long(100)} is not a URL`,
				hostile: `The URL ${hostile} has a line break or another character that no URL can have`,
			}),
		},
		parameters: { url: '={{ $json.url }}' },
		items: [{ url: 'https://été.fr/?a=1&b=2#c' }],
		exchanges: [
			{
				request: 'shortlink=https%3A%2F%2Fxn--t-9fab.fr%2F%3Fa%3D1%26b%3D2%23c',
				answer: manualAnswer('short-link'),
			},
		],
		output: [
			{
				shortLink: 'www.sms.ht/aOHi',
				url: 'https://www.sms.ht/aOHi',
				target: 'https://xn--t-9fab.fr/?a=1&b=2#c',
				expiresAt: /^\d{4}-\d\d-\d\dT/,
			},
		],
		manyItems: {
			count: 200,
			item: (index) => ({ url: `https://example.com/${index}` }),
			requestCount: 200,
		},
		invalidItem: { url: 'example.com' },
	},
};
