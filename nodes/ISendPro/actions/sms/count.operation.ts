import { countMessages } from '../../api/requests/messages';
import { readPhoneNumbers } from '../../api/numbers/phone-number';
import { message, messageOptions } from '../fields/message';
import { to } from '../fields/recipient';
import type { Outcome } from '../../engine/operation';
import { defineBatchOperation } from '../../engine/operation';
import type { PreparedMessage } from './message';
import { prepareMessage } from './message';

interface Unit extends PreparedMessage {
	to: string;
	batchKey: string;
}

export const count = defineBatchOperation({
	option: {
		name: 'Count',
		value: 'count',
		action: 'Count characters and parts of an SMS',
		description: 'Have iSendPro count how many SMS a text makes. Nothing is sent or paid.',
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
				messageOptions.encoding,
				messageOptions.maxParts,
				messageOptions.removeStop,
				messageOptions.sender,
				messageOptions.unsupportedCharacters,
			],
		},
	],
	repeatable: true,
	maxBatch: 500,

	prepare({ to: recipients, message: text, options }, run): Unit[] {
		const numbers = readPhoneNumbers(recipients, 'FR');
		const unicodeAllowed = numbers.every(({ metropolitanFrance }) => !metropolitanFrance);
		const prepared = prepareMessage(text, options, unicodeAllowed, run);
		return numbers.map(({ submitted, country }) => ({
			...prepared,
			to: submitted,
			batchKey: JSON.stringify([country, prepared.settings]),
		}));
	},
	identify: (unit) => ({ to: unit.to }),
	describe: ({ text }) => ({ text: text.text }),
	batchKey: (unit) => unit.batchKey,

	async runBatch(gateway, units): Promise<Outcome[]> {
		const [first] = units;
		if (!first) return [];
		const messages = units.map((unit) => ({ to: unit.to, text: unit.text.submitted }));
		const counts = await countMessages(gateway, messages, first.settings);
		return counts.map((counted, index) => {
			if ('failure' in counted) return counted;
			const { characters, parts } = units[index]?.text ?? {};
			return {
				items: [{ json: { ...counted, localCharacters: characters, localParts: parts } }],
			};
		});
	},
});
