import { STOP_MENTION_CHARACTERS } from '../../api/text/message-text';
import { timeZones } from '../../api/time/time-zones';
import { WORKFLOW_TIME_ZONE } from '../fields/time-zone';

/** The text of an SMS. */
export const messageField = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	reportsMissing: true,
	placeholder: 'e.g. Hello Anna, your order 1234 is ready.',
	hint: '160 characters make one SMS; [ ] € and line breaks count twice. Each further SMS costs as much again.',
	description:
		'The text of the SMS. Accents that SMS does not know are replaced, e.g. ê by e; the output shows what arrives on the phone.',
} as const;

/** The name that the phone shows [3.2]. */
export const senderField = {
	displayName: 'Sender',
	name: 'sender',
	type: 'string',
	default: '',
	placeholder: 'e.g. MyCompany',
	hint: `iSendPro adds "STOP" and a number to the text, ${STOP_MENTION_CHARACTERS} characters more, unless Sender Without STOP Mention is on.`,
	description: `Name to show instead of a number: 4 to 11 letters without accents, digits or spaces, not digits only. iSendPro then adds the STOP mention to the text: "STOP" and a number to send it to (${STOP_MENTION_CHARACTERS} characters).`,
} as const;

/** The options of a message, in alphabetical order of their labels. */
export const messageOptions = {
	encoding: {
		displayName: 'Message Encoding',
		name: 'encoding',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description:
					'Ordinary text, or Unicode where the text needs it and no recipient is in metropolitan France',
			},
			{
				name: 'Ordinary Text',
				value: 'gsm',
				description:
					'160 characters per SMS: Latin letters, digits and usual signs. "gsm" in the output.',
			},
			{
				name: 'Unicode',
				value: 'unicode',
				description:
					'70 characters per SMS, in any alphabet. Not for numbers in metropolitan France. "unicode" in the output.',
			},
		],
		default: 'auto',
		description:
			'Rarely needed: the alphabet in which the text is sent. Unicode costs more than twice as much.',
	},
	maxParts: {
		displayName: 'Message Maximum Parts',
		name: 'maxParts',
		type: 'options',
		options: [
			{ name: '1 SMS', value: 1 },
			{ name: '2 SMS', value: 2 },
			{ name: '3 SMS', value: 3 },
			{ name: '4 SMS', value: 4 },
			{ name: '5 SMS', value: 5 },
			{ name: '6 SMS', value: 6 },
			{ name: 'As Many as Needed', value: 'automatic' },
		],
		default: 'automatic',
		description:
			'How many SMS (parts) one text may take, 6 at most. A longer text is refused before anything is sent.',
	},
	textChecks: {
		displayName: 'Message Text Checks',
		name: 'textChecks',
		type: 'options',
		options: [
			{
				name: 'Refuse the Message',
				value: 'refuse',
				description: 'Send nothing, and say which words they are and what was probably meant',
			},
			{
				name: 'Send and Warn',
				value: 'warn',
				description: 'Send it, and say in a hint how many texts have such words',
			},
		],
		default: 'refuse',
		description:
			'What to do with a message that has words that nobody meant to send: letters from a wrong decoding (NoÃ«l), what JavaScript writes for no value ("undefined", "[object Object]"), HTML and unfilled placeholders',
	},
	unsupportedCharacters: {
		displayName: 'Message Unsupported Characters',
		name: 'unsupportedCharacters',
		type: 'options',
		options: [
			{
				name: 'Replace by Similar Ones',
				value: 'replace',
				description:
					'E.g. ê by e, œ by oe. What has no usual replacement, e.g. an emoji, is refused.',
			},
			{
				name: 'Replace or Leave Out',
				value: 'remove',
				description:
					'E.g. ê by e, œ by oe. What has no usual replacement, e.g. an emoji, is left out.',
			},
			{
				name: 'Refuse the Message',
				value: 'fail',
				description: 'Send only what the phone will show exactly as written',
			},
		],
		default: 'replace',
		description: 'What to do with characters that an ordinary SMS cannot show',
	},
	sendAt: {
		displayName: 'Send At',
		name: 'sendAt',
		type: 'dateTime',
		default: '',
		hint: `In Send At Time Zone or, without that option, in ${WORKFLOW_TIME_ZONE}`,
		description:
			'When to send, in Send At Time Zone or, without that option, in the time zone of the workflow. A time that ends with an offset, such as +01:00, keeps it. As a text also 25/12/2026 09:00, day first; a date needs a time of day. Leave empty to send now.',
	},
	timezone: {
		displayName: 'Send At Time Zone',
		name: 'timezone',
		type: 'options',
		options: timeZones.map(({ name, label }) => ({
			// Places first: the field cuts what is long.
			name: `${label.replace(/^(\(.*?\)) *(.*)$/, '$2 $1')} ${name}`,
			value: name,
		})),
		default: 'Europe/Brussels',
		description:
			'Time zone in which Send At is read, and in which the output and iSendPro show the time. For France, choose Europe/Brussels, which includes Paris. Without this option, the time zone of the workflow applies.',
	},
	quietHours: {
		displayName: 'Send in Quiet Hours',
		name: 'quietHours',
		type: 'options',
		options: [
			{
				name: 'Postpone to the Next Allowed 8:00',
				value: 'postpone',
				description: 'Schedule the message for then',
			},
			{ name: 'Refuse the Message', value: 'fail', description: 'Fail before anything is sent' },
			{
				name: 'Send Anyway',
				value: 'ignore',
				description:
					'Submit at any time: for messages that are not commercial. iSendPro may still refuse them (code 24).',
			},
		],
		default: 'postpone',
		description:
			'What to do with a message that would go out when iSendPro allows no commercial SMS: from 20:00 to 8:00, on Sundays and on French public holidays (Paris time). Without this option it is submitted at once, and iSendPro may refuse it (code 24).',
	},
	sender: {
		...senderField,
		hint: `${senderField.hint} If the message is commercial, add Send in Quiet Hours too.`,
	},
	useAzurNumber: {
		displayName: 'Sender Number of SMS Azur',
		name: 'useAzurNumber',
		type: 'boolean',
		default: false,
		description:
			'Whether to send from the same number as SMS Azur does. Rarely needed: for customers of that service.',
	},
	removeStop: {
		displayName: 'Sender Without STOP Mention',
		name: 'removeStop',
		type: 'boolean',
		default: false,
		description:
			'Whether to leave out the STOP mention that iSendPro adds when a sender is set. Only for messages that are not commercial, after iSendPro has agreed.',
	},
} as const;
