import { numberedAnswer } from '../helpers/answers';
import { inputFields, numberOptions, phoneNumbers } from './fields';
import { manyNumbers, twoNumbers } from './phone-numbers';
import type { ResourceRows } from './row';

const orange = {
	...{ phoneNumber: '0601020304', valid: true },
	...{ operator: 'Orange', operatorCode: 'ORAN', blacklisted: false },
};
const sfr = {
	...{ phoneNumber: '0601020305', valid: true },
	...{ operator: 'SFR', operatorCode: 'SFR', blacklisted: true },
};

export const phoneNumber: ResourceRows = {
	/** [3.12] */
	verify: {
		fields: {
			phoneNumber: phoneNumbers,
			...numberOptions,
			...inputFields('getHLR=1&num1=0601020304'),
		},
		parameters: { phoneNumber: '={{ $json.phone }}' },
		// A number that comes twice is asked for once.
		items: [...twoNumbers, { phone: '+33601020304' }],
		exchanges: [
			{
				request: 'getHLR=1&num1=0601020304&num2=0601020305',
				answer: numberedAnswer(
					{ tel: '0601020304', operateur: 'ORAN' },
					{ tel: '0601020305', operateur: 'SFR-LISTE NOIRE' },
				),
			},
		],
		output: [orange, sfr, orange],
		...manyNumbers,
	},
};
