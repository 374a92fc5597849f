import { checkDirectoryId } from '../../api/requests/directory';
import { sendToContacts } from '../../api/requests/send-to-directory';
import { defineOperation } from '../../engine/operation';
import { optionsCollection } from '../fields/options';
import { directoryIdField } from '../fields/directory';
import { billing } from './billing';
import { messageField, messageOptions } from './message-fields';
import {
	dryRunField,
	dryRunNotice,
	maxSmsField,
	onceKeyField,
	shortenLinksField,
	trackerField,
} from './send-fields';
import { onceKeyFor } from './once-key';
import { finalizeMessage, prepareMessage, sendResult, trackerOf } from './message';
import { shortLinks } from './short-links';

/** iSendPro tells nobody how many contacts a directory has. */
const ONE_CONTACT = 'if each directory had one contact (iSendPro does not tell how many it has)';

export const sendToDirectory = defineOperation({
	option: {
		name: 'Send to Directory',
		value: 'sendToDirectory',
		action: 'Send an SMS to a directory (paid, cannot be called back)',
		description:
			'Send an SMS to all contacts of a directory. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		dryRunNotice,
		directoryIdField,
		messageField,
		{
			...optionsCollection,
			options: [
				dryRunField,
				{
					...maxSmsField,
					description:
						'How many SMS one run of this node may take. A run that would take more sends nothing. Each directory counts as one contact, since iSendPro does not tell how many it has: this stops too many items, but not a large directory. Each round of a loop is a run of its own.',
				},
				messageOptions.encoding,
				messageOptions.maxParts,
				messageOptions.unsupportedCharacters,
				{
					...onceKeyField,
					description:
						'What the message is about, so that it is sent once: a later execution of this node with the same key and directory sends nothing (status "skipped"), tests in the editor included. Upper and lower case count. The node remembers its last 10,000. With several workers (queue mode), two executions in the same instant may both send.',
				},
				messageOptions.sendAt,
				messageOptions.timezone,
				messageOptions.quietHours,
				messageOptions.sender,
				messageOptions.useAzurNumber,
				messageOptions.removeStop,
				shortenLinksField,
				{
					...trackerField,
					description:
						'Your own reference, one for all SMS to the directory. The manual of iSendPro does not confirm that it comes back with their delivery receipts and replies: try it first. Up to 49 letters without accents, digits, _ and -.',
				},
			],
		},
	],
	idempotent: false,
	onDuplicate: 'skip',
	billing,
	prerequisite: shortLinks,
	runOptions: ({ options }) => options,

	prepare({ directoryId: written, message, options }, run) {
		// Nobody knows here who is in the directory: Unicode only if the user asks for it.
		const unicodeAllowed = options.encoding === 'unicode';
		const prepared = prepareMessage(message, options, unicodeAllowed, run);
		const { text, textKey, settings, draft, task } = prepared;
		const directoryId = checkDirectoryId(written);
		const tracker = trackerOf(options);
		return [
			{
				...task,
				identity: { directoryId },
				userReference: tracker,
				partsCondition: ONE_CONTACT,
				batchKey: directoryId,
				duplicateKey: JSON.stringify([directoryId, textKey]),
				onceKey: onceKeyFor(options.onceKey, directoryId),
				request: { directoryId, text: text.submitted, ...tracker, settings, draft },
			},
		];
	},

	finalize: finalizeMessage,

	async execute(account, [{ directoryId, text, settings, tracker }]) {
		const acceptance = await sendToContacts(account, directoryId, text, settings, tracker);
		return [sendResult(acceptance, settings)];
	},
});
