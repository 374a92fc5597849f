import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { countMessages } from '../../api/requests/count';
import { MAX_NUMBERS } from '../../api/wire/limits';
import { defineOperation } from '../../engine/operation';
import { messageField, messageOptions, senderField } from './message-fields';
import { includeInputFieldsField } from '../fields/input-fields';
import { optionsCollection } from '../fields/options';
import { toField } from '../fields/recipient';
import { prepareMessage } from './message';
import { readMessage } from './written-message';

export const count = defineOperation({
	option: {
		name: 'Count',
		value: 'count',
		action: 'Count characters and parts of an SMS',
		description: 'Have iSendPro count how many SMS a text makes. Nothing is sent or paid.',
	},
	fields: [
		toField,
		messageField,
		{
			...optionsCollection,
			options: [
				includeInputFieldsField,
				messageOptions.encoding,
				messageOptions.maxParts,
				messageOptions.unsupportedCharacters,
				senderField,
				messageOptions.removeStop,
			],
		},
	],
	idempotent: true,
	maxBatch: MAX_NUMBERS,
	runOptions: ({ options }) => options,

	prepare({ to: recipients, message, options }, run) {
		const numbers = readPhoneNumbers(recipients);
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const written = readMessage(message, { textChecks: 'count' });
		const { text, settings } = prepareMessage(written, options, unicodeAllowed, run);
		const { submitted, characters, parts } = text;
		return numbers.map(({ submitted: to, country }) => ({
			identity: { to },
			outputDetails: { localCharacters: characters, localParts: parts, text: text.text },
			hints: written.hints,
			// All the numbers of one request must be of one country [3.3].
			batchKey: JSON.stringify([country, settings]),
			request: { to, text: submitted, settings },
		}));
	},

	execute: async (account, messages) =>
		await countMessages(account, messages, messages[0].settings),
});
