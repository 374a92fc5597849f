import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { sendMessages } from '../../api/requests/send';
import { checkTracker } from '../../api/text/tracker';
import { MOST_NUMBERS } from '../../api/wire/results';
import { defineOperation } from '../../engine/operation';
import { messageField, messageOptions } from '../fields/message';
import { batchSizeField, defaultCountryField, toField } from '../fields/recipient';
import {
	allowDuplicatesField,
	batchIntervalField,
	onPartialFailureField,
	trackerField,
} from '../fields/send';
import { prepareMessage, resultOf } from './message';

export const send = defineOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS (paid, cannot be called back)',
		description:
			'Send an SMS to one or several numbers. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		toField,
		messageField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				allowDuplicatesField,
				batchIntervalField,
				batchSizeField,
				defaultCountryField,
				messageOptions.encoding,
				messageOptions.maxParts,
				onPartialFailureField,
				messageOptions.quietHours,
				messageOptions.removeStop,
				messageOptions.sendAt,
				messageOptions.sender,
				messageOptions.timezone,
				trackerField,
				messageOptions.unsupportedCharacters,
				messageOptions.useAzurNumber,
			],
		},
	],
	repeatable: false,
	maxBatch: MOST_NUMBERS,
	onDuplicate: 'skip',
	steering: ({ options }) => options,

	prepare({ to: recipients, message, options }, run) {
		const numbers = readPhoneNumbers(recipients, options.defaultCountry);
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const prepared = prepareMessage(message, options, unicodeAllowed, run);
		const { text, settings, shown, senderKey, sendBefore } = prepared;
		const settingsKey = JSON.stringify(settings);
		const tracker = options.tracker ? checkTracker(options.tracker) : undefined;
		return numbers.map(({ submitted: to, country }) => ({
			identity: { to },
			shown,
			reference: tracker === undefined ? undefined : { tracker },
			senderKey,
			sendBefore,
			// All the numbers of one request must be of one country [3.3].
			batchKey: `${country} ${settingsKey}`,
			duplicateKey: options.allowDuplicates
				? undefined
				: JSON.stringify([to, text.text, settingsKey]),
			request: { to, text: text.submitted, tracker, settings },
		}));
	},

	async run(account, messages) {
		const [{ settings }] = messages;
		const acceptances = await sendMessages(account, messages, settings);
		return acceptances.map((acceptance) => resultOf(acceptance, settings));
	},
});
