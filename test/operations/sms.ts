import { flatAnswer, numberedAnswer } from '../helpers/answers';
import { count, directoryId, flag, numberOptions, oneOf, phoneNumbers, unsendable } from './fields';
import type { MessageForm } from './message-fields';
import { messageField, sendOptions, textOptions } from './message-fields';
import { manyNumbers } from './phone-numbers';
import type { ResourceRows } from './row';
import { sendAndWait } from './send-and-wait';

const oneForm: MessageForm = (message, setting = '') =>
	`${setting}smslong=999&sms=${message}&num=0601020304`;
const countForm: MessageForm = (message, setting) => `comptage=1&${oneForm(message, setting)}`;
const directoryForm: MessageForm = (message, setting = '') =>
	`${setting}smslong=999&repertoireId=39565&sms=${message}`;

const apiMessage = 'Votre message a bien été envoyé';
const hello = { text: 'Hello', characters: 5, parts: 1, encoding: 'gsm' };
const ete = { text: 'Ete', characters: 3, parts: 1, encoding: 'gsm' };
const tracker = 'order_1234';
const later = '2126-11-25T16:30:00+01:00';

/** All fields that the output of a message may have. */
const fullOutput = (recipient: Record<string, string>) => ({
	...recipient,
	...{ status: 'scheduled', code: 0, apiMessage, text: 'Hello', characters: 5 },
	...{ parts: 1, encoding: 'gsm', scheduledFor: later, stopMentionCharacters: 12, tracker },
	links: [{ target: 'https://www.example.com/offer?id=1', shortLink: 'www.sms.ht/aOHi' }],
	reason: 'Repeats item 0: the same message is sent once in a run',
});

export const sms: ResourceRows = {
	/** [3.4] */
	count: {
		fields: {
			to: phoneNumbers,
			// nothing is sent, so words that nobody meant to send are counted
			message: messageField(unsendable('The message')),
			...textOptions(countForm),
		},
		parameters: { to: '={{ $json.phone }}', message: '={{ $json.message }}' },
		items: [
			{ phone: '0601020304', message: 'Hello' },
			{ phone: '+33 6 01 02 03 05', message: 'Été' },
		],
		exchanges: [
			{
				request: 'comptage=1&smslong=999&sms1=Hello&num1=0601020304&sms2=%C9t%E9&num2=0601020305',
				answer: numberedAnswer(
					{ tel: '0601020304', nb_sms: 2, nb_caractere: 234 },
					{ tel: '0601020305', nb_sms: 1, nb_caractere: 3 },
				),
			},
		],
		output: [
			{
				...{ to: '0601020304', text: 'Hello', characters: 234, parts: 2 },
				...{ localCharacters: 5, localParts: 1 },
			},
			{
				...{ to: '0601020305', text: 'Eté', characters: 3, parts: 1 },
				...{ localCharacters: 3, localParts: 1 },
			},
		],
		...manyNumbers,
	},
	/** [3.2, 3.3, 3.5, 3.6] */
	send: {
		fields: {
			to: phoneNumbers,
			message: messageField(),
			...sendOptions(oneForm),
			...numberOptions,
			'options.allowDuplicates': flag(oneForm('Hello')),
			'options.batchInterval': count({ max: 3_600_000 }),
			'options.onPartialFailure': oneOf('continue', 'stop'),
		},
		parameters: {
			to: '={{ $json.phone }}',
			message: '={{ $json.message }}',
			options: { useAzurNumber: '={{ $json.azur }}', tracker: '={{ $json.tracker }}' },
		},
		items: [
			{ phone: '0601020304', message: 'Hello', azur: false, tracker: 'order_1233' },
			{ phone: '+33 6 01 02 03 05', message: 'Êtê', azur: true, tracker },
			{ phone: '0601020306', message: 'Hello', azur: false, tracker: 'order_1235' },
		],
		exchanges: [
			{
				request:
					'smslong=999&sms=Hello&num1=0601020304&tracker1=order_1233&num2=0601020306&tracker2=order_1235',
				answer: numberedAnswer(
					{ code: 0, tel: '0601020304', message: apiMessage },
					{ code: 11, tel: '0601020306', message: 'Refuse' },
				),
			},
			{
				request: 'numAzur=1&smslong=999&sms=Et%EA&num=0601020305&tracker=order_1234',
				answer: flatAnswer({ code: 0, tel: '0601020305', message: apiMessage, smslong: '1' }),
			},
		],
		output: [
			{
				...{ to: '0601020304', status: 'sent', code: 0, reason: '', apiMessage, ...hello },
				tracker: 'order_1233',
			},
			{
				...{ to: '0601020305', status: 'sent', code: 0, reason: '', apiMessage, ...ete },
				...{ tracker, billedParts: 1 },
			},
			{
				...{ to: '0601020306', status: 'rejected', code: 11 },
				...{ reason: 'The recipient is on the blacklist', apiMessage: 'Refuse', ...hello },
				tracker: 'order_1235',
			},
		],
		fullOutput: { ...fullOutput({ to: '0601020305' }), billedParts: 1 },
		...manyNumbers,
	},
	sendAndWait,
	/** [3.3.4] */
	sendToDirectory: {
		fields: { directoryId, message: messageField(), ...sendOptions(directoryForm) },
		parameters: {
			directoryId: '39565',
			message: '={{ $json.message }}',
			options: { useAzurNumber: '={{ $json.azur }}', tracker: '={{ $json.tracker }}' },
		},
		items: [
			{ message: 'Hello', azur: false, tracker: 'order_1233' },
			{ message: 'Êtê', azur: true, tracker },
		],
		exchanges: [
			{
				request: 'smslong=999&tracker=order_1233&repertoireId=39565&sms=Hello',
				answer: flatAnswer({ code: 0, message: apiMessage }),
			},
			{
				request: 'numAzur=1&smslong=999&tracker=order_1234&repertoireId=39565&sms=Et%EA',
				answer: flatAnswer({ code: 0, message: apiMessage }),
			},
		],
		output: [
			{
				directoryId: '39565',
				status: 'sent',
				code: 0,
				apiMessage,
				...hello,
				tracker: 'order_1233',
			},
			{ directoryId: '39565', status: 'sent', code: 0, apiMessage, ...ete, tracker },
		],
		fullOutput: fullOutput({ directoryId: '39565' }),
		manyItems: { count: 200, item: (index) => ({ message: `Hello ${index}` }), requestCount: 200 },
		invalidItem: { message: 'Привет'.repeat(100) },
	},
};
