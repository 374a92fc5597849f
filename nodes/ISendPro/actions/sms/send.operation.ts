import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { sendMessages } from '../../api/requests/send';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { messageField, messageOptions } from './message-fields';
import { includeInputFieldsField } from '../fields/input-fields';
import { optionsCollection } from '../fields/options';
import {
	batchSizeField,
	defaultCountryField,
	explainLandline,
	hintsFor,
	toField,
} from '../fields/recipient';
import { billing } from './billing';
import { onceKeyFor } from './once-key';
import { finalizeMessage, prepareMessage, sendResult, trackerOf } from './message';
import {
	allowDuplicatesField,
	batchIntervalField,
	dryRunField,
	dryRunNotice,
	maxCostField,
	maxSmsField,
	minimumCreditField,
	missingValuesField,
	onceKeyField,
	onPartialFailureField,
	paidNotice,
	shortenLinksField,
	trackerField,
} from './send-fields';
import { shortLinks } from './short-links';
import { readMessage } from './written-message';

/** Empty where there is nothing to say, so that every recipient has them. */
const OUTPUT_DEFAULTS = { status: '', code: '', reason: '' };

export const send = defineOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS (paid, cannot be called back)',
		description:
			'Send an SMS to one or several numbers. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		paidNotice,
		dryRunNotice,
		toField,
		messageField,
		{
			...optionsCollection,
			options: [
				allowDuplicatesField,
				defaultCountryField,
				dryRunField,
				includeInputFieldsField,
				maxCostField,
				maxSmsField,
				messageOptions.encoding,
				messageOptions.maxParts,
				missingValuesField,
				messageOptions.textChecks,
				messageOptions.unsupportedCharacters,
				minimumCreditField,
				onPartialFailureField,
				onceKeyField,
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
	billing,
	prerequisite: shortLinks,
	runOptions: ({ options }) => options,

	prepare({ to: recipients, message, options }, run) {
		const numbers = readPhoneNumbers(recipients, options.defaultCountry);
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const written = readMessage(message, options);
		const prepared = prepareMessage(written, options, unicodeAllowed, run);
		const { text, textKey, settings, draft, task } = prepared;
		const { outputDetails, hints, parts, requires, failureGroup, submitBefore } = task;
		const settingsKey = JSON.stringify(settings);
		const tracker = trackerOf(options);
		// Named one by one: spread, 10,000 of them take ten times as long.
		return numbers.map(({ submitted: to, country, metropolitanFrance, alsoAbroad }) => ({
			identity: { to },
			outputDefaults: OUTPUT_DEFAULTS,
			outputDetails,
			userReference: tracker,
			hints: hintsFor({ submitted: to, alsoAbroad }, hints),
			parts,
			mayCostMore: !metropolitanFrance,
			requires,
			failureGroup,
			submitBefore,
			// All the numbers of one request must be of one country [3.3].
			batchKey: `${country} ${settingsKey}`,
			duplicateKey: JSON.stringify([to, textKey, settingsKey]),
			onceKey: onceKeyFor(options.onceKey, to),
			mayRepeat: options.allowDuplicates,
			request: { to, text: text.submitted, tracker: tracker.tracker, settings, draft },
		}));
	},

	finalize: finalizeMessage,

	async execute(account, messages) {
		const [{ settings }] = messages;
		const acceptances = await sendMessages(account, messages, settings);
		return acceptances.map((acceptance, index) =>
			explainLandline(sendResult(acceptance, settings), messages[index]?.to ?? ''),
		);
	},
});
