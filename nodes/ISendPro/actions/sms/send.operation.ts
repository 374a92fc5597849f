import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { sendMessages } from '../../api/requests/send';
import { checkTracker } from '../../api/text/tracker';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { messageField, messageOptions } from './message-fields';
import { batchSizeField, defaultCountryField, toField } from '../fields/recipient';
import {
	allowDuplicatesField,
	batchIntervalField,
	dryRunField,
	dryRunNotice,
	maxSmsField,
	onPartialFailureField,
	shortenLinksField,
	trackerField,
} from './send-fields';
import { prepareMessage, resultOf } from './message';
import { shortLinks } from './short-links';

export const send = defineOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS (paid, cannot be called back)',
		description:
			'Send an SMS to one or several numbers. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		dryRunNotice,
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
				defaultCountryField,
				dryRunField,
				maxSmsField,
				messageOptions.encoding,
				messageOptions.maxParts,
				messageOptions.unsupportedCharacters,
				onPartialFailureField,
				messageOptions.sendAt,
				messageOptions.timezone,
				messageOptions.quietHours,
				messageOptions.sender,
				messageOptions.useAzurNumber,
				messageOptions.removeStop,
				shortenLinksField,
				batchIntervalField,
				batchSizeField,
				trackerField,
			],
		},
	],
	idempotent: false,
	maxBatch: MAX_NUMBERS,
	onDuplicate: 'skip',
	steering: ({ options }) => options,
	preliminary: shortLinks,

	prepare({ to: recipients, message, options }, run) {
		const numbers = readPhoneNumbers(recipients, options.defaultCountry);
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const prepared = prepareMessage(message, options, unicodeAllowed, run);
		const { text, textKey, parts, needs, settings, shown, senderKey, sendBefore, hints } = prepared;
		const settingsKey = JSON.stringify(settings);
		const tracker = options.tracker ? checkTracker(options.tracker) : undefined;
		return numbers.map(({ submitted: to, country }) => ({
			identity: { to },
			always: { status: '', code: '', reason: '' },
			shown,
			reference: tracker === undefined ? undefined : { tracker },
			parts,
			needs,
			senderKey,
			sendBefore,
			hints,
			// All the numbers of one request must be of one country [3.3].
			batchKey: `${country} ${settingsKey}`,
			duplicateKey: JSON.stringify([to, textKey, settingsKey]),
			mayRepeat: options.allowDuplicates,
			request: { to, text: text.submitted, tracker, settings },
		}));
	},

	async run(account, messages) {
		const [{ settings }] = messages;
		const acceptances = await sendMessages(account, messages, settings);
		return acceptances.map((acceptance) => resultOf(acceptance, settings));
	},
});
