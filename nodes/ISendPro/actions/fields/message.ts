import { timeZones } from '../../api/time/time-zones';

/** The text of an SMS. */
export const messageField = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Hello Anna, your order 1234 is ready.',
	hint: '160 characters make one SMS; [ ] € and line breaks count twice. Each further SMS costs as much again.',
	description:
		'The text to send. Accents that SMS does not know are replaced, e.g. ê by e; the output shows what arrives on the phone.',
} as const;

/** The options of a message, in alphabetical order of their labels. */
export const messageOptions = {
	encoding: {
		displayName: 'Encoding',
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
				name: 'Ordinary Text (GSM)',
				value: 'gsm',
				description: '160 characters per SMS, in the alphabet of SMS',
			},
			{
				name: 'Unicode (UCS-2)',
				value: 'unicode',
				description:
					'70 characters per SMS, in any alphabet. Not for numbers in metropolitan France.',
			},
		],
		default: 'auto',
		description: 'How the text is sent: any alphabet costs more than twice as much',
	},
	maxParts: {
		displayName: 'Maximum Parts',
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
			'A text that needs more SMS than this is refused before anything is sent. Six is the most that iSendPro takes.',
	},
	quietHours: {
		displayName: 'Quiet Hours',
		name: 'quietHours',
		type: 'options',
		options: [
			{
				name: 'Ignore',
				value: 'ignore',
				description: 'Send at any time: for messages that are not commercial',
			},
			{
				name: 'Postpone to the Next Allowed 8:00',
				value: 'postpone',
				description: 'Schedule what falls into quiet hours',
			},
			{ name: 'Refuse the Message', value: 'fail', description: 'Do not send in quiet hours' },
		],
		default: 'ignore',
		description:
			'No commercial SMS may go out in France from 20:00 to 8:00, on Sundays and on public holidays (Paris time)',
	},
	removeStop: {
		displayName: 'Remove STOP Mention',
		name: 'removeStop',
		type: 'boolean',
		default: false,
		description:
			'Whether to leave out the STOP mention that iSendPro adds when a sender is set. Only for messages that are not commercial, after iSendPro has agreed.',
	},
	sendAt: {
		displayName: 'Send At',
		name: 'sendAt',
		type: 'dateTime',
		default: '',
		description:
			'When to send. Without an offset, in the time zone of the workflow. Leave empty to send now.',
	},
	sender: {
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. MyCompany',
		description:
			'Name to show instead of a number: 4 to 11 letters, digits or spaces, not digits only. iSendPro then adds STOP and a number to the text (12 characters), unless removed.',
	},
	timezone: {
		displayName: 'Time Zone at iSendPro',
		name: 'timezone',
		type: 'options',
		options: timeZones.map(({ name, label }) => ({ name: `${name} ${label}`, value: name })),
		default: 'Europe/Brussels',
		description:
			'Zone in which the scheduled time is shown in the iSendPro customer area. It does not change the moment at which the message is sent.',
	},
	unsupportedCharacters: {
		displayName: 'Unsupported Characters',
		name: 'unsupportedCharacters',
		type: 'options',
		options: [
			{
				name: 'Replace by Similar Ones',
				value: 'replace',
				description: 'E.g. ê by e, œ by oe. What has no equivalent is refused.',
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
	useAzurNumber: {
		displayName: 'Use SMS Azur Number',
		name: 'useAzurNumber',
		type: 'boolean',
		default: false,
		description: 'Whether to send from the same number as SMS Azur does',
	},
} as const;
