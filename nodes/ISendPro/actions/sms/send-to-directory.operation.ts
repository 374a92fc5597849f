import { checkDirectoryId } from '../../api/requests/directory';
import { sendToDirectory as sendToContacts } from '../../api/requests/messages';
import { directoryId } from '../fields/directory';
import { message, messageOptions } from '../fields/message';
import type { Outcome } from '../../engine/operation';
import { defineBatchOperation } from '../../engine/operation';
import type { PreparedMessage } from './message';
import { describeMessage, prepareMessage } from './message';

interface Unit extends PreparedMessage {
	directoryId: string;
}

export const sendToDirectory = defineBatchOperation({
	option: {
		name: 'Send to Directory',
		value: 'sendToDirectory',
		action: 'Send an SMS to a directory (paid, cannot be called back)',
		description:
			'Send an SMS to all contacts of a directory. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		directoryId,
		message,
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
				messageOptions.unsupportedCharacters,
				messageOptions.useAzurNumber,
			],
		},
	],
	repeatable: false,
	maxBatch: 1,
	onDuplicate: 'skip',

	prepare({ directoryId: directory, message: text, options }, run): Unit[] {
		// Nobody knows here who is in the directory: Unicode only if the user asks for it.
		const unicodeAllowed = options.encoding === 'unicode';
		const prepared = prepareMessage(text, options, unicodeAllowed, run);
		return [{ ...prepared, directoryId: checkDirectoryId(directory) }];
	},
	identify: (unit) => ({ directoryId: unit.directoryId }),
	describe: (unit) => describeMessage(unit),
	isTooLate: ({ sendBefore }, now) => now.getTime() >= sendBefore,
	batchKey: (unit) => unit.directoryId,
	senderKey: ({ settings }) => JSON.stringify([settings.sender, settings.removeStop]),
	duplicateKey: (unit) => JSON.stringify([unit.directoryId, unit.text.text]),

	async runBatch(gateway, units): Promise<Outcome[]> {
		return await Promise.all(
			units.map(async ({ directoryId: directory, text, settings }) => {
				const acceptance = await sendToContacts(gateway, directory, text.submitted, settings);
				if ('failure' in acceptance) return acceptance;
				const status = settings.schedule ? 'scheduled' : 'sent';
				return { items: [{ json: { status, ...acceptance } }] };
			}),
		);
	},
});
