import { checkDirectoryId } from '../../api/requests/directory';
import { sendToContacts } from '../../api/requests/send-to-directory';
import { defineOperation } from '../../engine/operation';
import { includeInputFieldsField } from '../fields/input-fields';
import { optionsCollection } from '../fields/options';
import { directoryIdField } from '../fields/directory';
import { billing } from './billing';
import { messageField, messageOptions } from './message-fields';
import {
	dryRunField,
	dryRunNotice,
	maxCostField,
	maxSmsField,
	minimumCreditField,
	missingValuesField,
	onceKeyField,
	paidNotice,
	shortenLinksField,
	trackerField,
} from './send-fields';
import { onceKeyFor } from './once-key';
import { finalizeMessage, prepareMessage, sendResult, trackerOf } from './message';
import { shortLinks } from './short-links';
import { readMessage } from './written-message';

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
		{
			...paidNotice,
			displayName:
				'Execute step sends to all contacts of the directory, and each SMS is paid. The option Dry Run only checks and counts.',
		},
		dryRunNotice,
		directoryIdField,
		messageField,
		{
			...optionsCollection,
			options: [
				dryRunField,
				includeInputFieldsField,
				{
					...maxCostField,
					description:
						'How many euros one run of this node may cost. The balance is asked for first; a run that would cost more at its price per SMS sends nothing. Each directory counts as one contact, since iSendPro does not tell how many it has: this stops too many items, but not a large directory.',
				},
				{
					...maxSmsField,
					description:
						'How many SMS one run of this node may take. A run that would take more sends nothing. Each directory counts as one contact, since iSendPro does not tell how many it has: this stops too many items, but not a large directory. Each round of a loop is a run of its own.',
				},
				messageOptions.encoding,
				messageOptions.maxParts,
				missingValuesField,
				messageOptions.textChecks,
				messageOptions.unsupportedCharacters,
				{
					...minimumCreditField,
					description:
						'How many euros of credit one run of this node must leave. The balance is asked for first; a run that would leave less at its price per SMS sends nothing. Each directory counts as one contact, since iSendPro does not tell how many it has: a large one may leave less.',
				},
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

	prepare({ directoryId: writtenId, message, options }, run) {
		// Nobody knows here who is in the directory: Unicode only if the user asks for it.
		const unicodeAllowed = options.encoding === 'unicode';
		const written = readMessage(message, options);
		const prepared = prepareMessage(written, options, unicodeAllowed, run, true);
		const { text, textKey, settings, draft, task } = prepared;
		const directoryId = checkDirectoryId(writtenId);
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
