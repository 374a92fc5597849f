import { readPhoneNumbers } from '../../api/numbers/phone-number';
import type { PhoneNumber } from '../../api/numbers/phone-number';
import { sendMessages } from '../../api/requests/messages';
import { checkTracker } from '../../api/text/tracker';
import { message, messageOptions } from '../fields/message';
import { batchSize, defaultCountry, to } from '../fields/recipient';
import type { Outcome } from '../../engine/operation';
import { defineBatchOperation } from '../../engine/operation';
import type { PreparedMessage } from './message';
import { describeMessage, prepareMessage } from './message';
import { allowDuplicates, batchInterval, onPartialFailure, tracker } from '../fields/send';

/** A message on its way to one recipient. */
interface Unit extends PreparedMessage {
	to: PhoneNumber;
	tracker?: string;
	allowDuplicates: boolean;
	/** What it must have in common with the others of its request. */
	batchKey: string;
}

export const send = defineBatchOperation({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS (paid, cannot be called back)',
		description:
			'Send an SMS to one or several numbers. Each SMS is paid for and cannot be called back.',
	},
	fields: [
		to,
		message,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				allowDuplicates,
				batchInterval,
				batchSize,
				defaultCountry,
				messageOptions.encoding,
				messageOptions.maxParts,
				onPartialFailure,
				messageOptions.quietHours,
				messageOptions.removeStop,
				messageOptions.sendAt,
				messageOptions.sender,
				messageOptions.timezone,
				tracker,
				messageOptions.unsupportedCharacters,
				messageOptions.useAzurNumber,
			],
		},
	],
	repeatable: false,
	maxBatch: 500,
	onDuplicate: 'skip',

	prepare({ to: recipients, message: text, options }, run): Unit[] {
		const numbers = readPhoneNumbers(recipients, options.defaultCountry ?? 'FR');
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const prepared = prepareMessage(text, options, unicodeAllowed, run);
		const trackerOfAll = options.tracker ? checkTracker(options.tracker) : undefined;
		return numbers.map((number) => ({
			...prepared,
			to: number,
			tracker: trackerOfAll,
			allowDuplicates: options.allowDuplicates ?? false,
			batchKey: JSON.stringify([number.country, prepared.settings]),
		}));
	},
	identify: (unit) => ({ to: unit.to.submitted }),
	refer: (unit) => (unit.tracker ? { tracker: unit.tracker } : {}),
	describe: (unit) => describeMessage(unit),
	isTooLate: ({ sendBefore }, now) => now.getTime() >= sendBefore,
	batchKey: (unit) => unit.batchKey,
	senderKey: ({ settings }) => JSON.stringify([settings.sender, settings.removeStop]),
	duplicateKey: (unit) =>
		unit.allowDuplicates ? undefined : JSON.stringify([unit.to.submitted, unit.text.text]),

	async runBatch(gateway, units): Promise<Outcome[]> {
		const [first] = units;
		if (!first) return [];
		const messages = units.map((unit) => ({
			to: unit.to.submitted,
			text: unit.text.submitted,
			tracker: unit.tracker,
		}));
		const acceptances = await sendMessages(gateway, messages, first.settings);
		const status = first.settings.schedule ? 'scheduled' : 'sent';
		return acceptances.map((acceptance) =>
			'failure' in acceptance ? acceptance : { items: [{ json: { status, ...acceptance } }] },
		);
	},
});
