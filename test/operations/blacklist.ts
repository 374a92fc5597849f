import { csvFile, numberedAnswer } from '../helpers/answers';
import { downloadFields, inputFields, numberOptions, phoneNumbers } from './fields';
import { manyNumbers, twoNumbers } from './phone-numbers';
import type { ResourceRows } from './row';

export const blacklist: ResourceRows = {
	/** [3.13] */
	add: {
		fields: {
			phoneNumber: phoneNumbers,
			...numberOptions,
			...inputFields('setlisteNoire=1&num1=0601020304'),
		},
		parameters: { phoneNumber: '={{ $json.phone }}' },
		items: twoNumbers,
		exchanges: [
			{
				request: 'setlisteNoire=1&num1=0601020304&num2=0601020305',
				answer: numberedAnswer(
					{ tel: '0601020304', listeNoire: 'OK' },
					{ tel: '0601020305', listeNoire: 'OK' },
				),
			},
		],
		output: [
			{ phoneNumber: '0601020304', blacklisted: true, succeeded: true, apiResult: 'OK' },
			{ phoneNumber: '0601020305', blacklisted: true, succeeded: true, apiResult: 'OK' },
		],
		...manyNumbers,
	},
	/** [3.15] */
	check: {
		fields: {
			phoneNumber: phoneNumbers,
			'options.defaultCountry': numberOptions['options.defaultCountry'],
			...inputFields('getListeNoire=1'),
		},
		parameters: { phoneNumber: '={{ $json.phone }}' },
		items: twoNumbers,
		exchanges: [{ request: 'getListeNoire=1', answer: csvFile('MSISDN', '33601020305') }],
		output: [
			{ phoneNumber: '0601020304', blacklisted: false },
			{ phoneNumber: '0601020305', blacklisted: true },
		],
		...manyNumbers,
		manyItems: { ...manyNumbers.manyItems, requestCount: 1 },
	},
	/** [3.15] */
	getMany: {
		fields: downloadFields('getListeNoire=1'),
		parameters: { limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }],
		exchanges: [
			{ request: 'getListeNoire=1', answer: csvFile('MSISDN ', '0601020306;', '0601020307;') },
		],
		output: [{ phoneNumber: '0601020306' }],
		manyItems: { count: 600, item: () => ({ limit: 1 }), requestCount: 1 },
		invalidItem: { limit: 0 },
	},
	/** [3.14] */
	remove: {
		fields: {
			phoneNumber: phoneNumbers,
			...numberOptions,
			...inputFields('delListeNoire=1&num1=0601020304'),
		},
		parameters: { phoneNumber: '={{ $json.phone }}' },
		items: twoNumbers,
		exchanges: [
			{
				request: 'delListeNoire=1&num1=0601020304&num2=0601020305',
				answer: numberedAnswer(
					{ tel: '0601020304', listeNoire: 'SUPPRESSION OK' },
					{ tel: '0601020305', listeNoire: 'SUPPRESSION NOK' },
				),
			},
			{ request: 'getListeNoire=1', answer: csvFile('MSISDN', '0601020399') },
		],
		output: [
			{
				phoneNumber: '0601020304',
				blacklisted: false,
				succeeded: true,
				apiResult: 'SUPPRESSION OK',
			},
			{
				phoneNumber: '0601020305',
				blacklisted: false,
				succeeded: true,
				apiResult: 'SUPPRESSION NOK',
			},
		],
		...manyNumbers,
		// None of the numbers is on the list, which is downloaded once to see that.
		manyItems: { ...manyNumbers.manyItems, requestCount: 3 },
	},
};
