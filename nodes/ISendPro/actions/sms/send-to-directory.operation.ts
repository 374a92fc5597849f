import { checkDirectoryId } from '../../api/requests/directory';
import { sendToContacts } from '../../api/requests/send-to-directory';
import { defineOperation } from '../../engine/operation';
import { directoryIdField } from '../fields/directory';
import { messageField, messageOptions } from '../fields/message';
import { dryRunField, dryRunNotice, maxSmsField, shortenLinksField } from '../fields/send';
import { prepareMessage, resultOf } from './message';
import { shortLinks } from './short-links';

/** iSendPro tells nobody how many contacts a directory has. */
const ONE_CONTACT =
	'if each directory had one contact: how many contacts it has, iSendPro does not tell';

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
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				dryRunField,
				messageOptions.encoding,
				messageOptions.maxParts,
				maxSmsField,
				messageOptions.quietHours,
				messageOptions.removeStop,
				messageOptions.sendAt,
				messageOptions.sender,
				shortenLinksField,
				messageOptions.timezone,
				messageOptions.unsupportedCharacters,
				messageOptions.useAzurNumber,
			],
		},
	],
	repeatable: false,
	onDuplicate: 'skip',
	steering: ({ options }) => options,
	preliminary: shortLinks,

	prepare({ directoryId: written, message, options }, run) {
		// Nobody knows here who is in the directory: Unicode only if the user asks for it.
		const unicodeAllowed = options.encoding === 'unicode';
		const { text, textKey, settings, ...prepared } = prepareMessage(
			message,
			options,
			unicodeAllowed,
			run,
		);
		const directoryId = checkDirectoryId(written);
		return [
			{
				...prepared,
				identity: { directoryId },
				partsIf: ONE_CONTACT,
				batchKey: directoryId,
				duplicateKey: JSON.stringify([directoryId, textKey]),
				request: { directoryId, text: text.submitted, settings },
			},
		];
	},

	async run(account, [{ directoryId, text, settings }]) {
		return [resultOf(await sendToContacts(account, directoryId, text, settings), settings)];
	},
});
