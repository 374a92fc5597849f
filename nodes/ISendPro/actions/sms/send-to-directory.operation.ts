import { checkDirectoryId } from '../../api/requests/directory';
import { sendToContacts } from '../../api/requests/send-to-directory';
import { checkTracker } from '../../api/text/tracker';
import { defineOperation } from '../../engine/operation';
import { directoryIdField } from '../fields/directory';
import { messageField, messageOptions } from '../fields/message';
import { trackerField } from '../fields/send';
import { prepareMessage, resultOf } from './message';

export const sendToDirectory = defineOperation({
	option: {
		name: 'Send to Directory',
		value: 'sendToDirectory',
		action: 'Send an SMS to a directory (paid, cannot be called back)',
		description:
			'Send an SMS to all contacts of a directory. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		directoryIdField,
		messageField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				messageOptions.encoding,
				messageOptions.maxParts,
				messageOptions.quietHours,
				messageOptions.removeStop,
				messageOptions.sendAt,
				messageOptions.sender,
				messageOptions.timezone,
				{
					...trackerField,
					description:
						'Your own reference, one for all SMS to the directory. The manual of iSendPro does not confirm that it comes back with their delivery receipts and replies: try it first. Up to 49 letters, digits, _ and -.',
				},
				messageOptions.unsupportedCharacters,
				messageOptions.useAzurNumber,
			],
		},
	],
	repeatable: false,
	onDuplicate: 'skip',

	prepare({ directoryId: written, message, options }, run) {
		// Nobody knows here who is in the directory: Unicode only if the user asks for it.
		const unicodeAllowed = options.encoding === 'unicode';
		const { text, settings, ...prepared } = prepareMessage(message, options, unicodeAllowed, run);
		const directoryId = checkDirectoryId(written);
		const tracker = options.tracker ? checkTracker(options.tracker) : undefined;
		return [
			{
				...prepared,
				identity: { directoryId },
				reference: tracker === undefined ? {} : { tracker },
				batchKey: directoryId,
				duplicateKey: JSON.stringify([directoryId, text.text]),
				request: { directoryId, text: text.submitted, settings, tracker },
			},
		];
	},

	async run(account, [{ directoryId, text, settings, tracker }]) {
		const acceptance = await sendToContacts(account, directoryId, text, settings, tracker);
		return [resultOf(acceptance, settings)];
	},
});
