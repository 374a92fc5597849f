import type { IDataObject } from 'n8n-workflow';
import type { MessageText, TextRules } from '../../api/message-text';
import { composeText } from '../../api/message-text';
import type { MessageSettings } from '../../api/messages';
import type { ScheduleRequest } from '../../api/schedule';
import { planSchedule } from '../../api/schedule';
import { checkSender } from '../../api/sender';
import type { Run } from '../operation';

/** `smslong` for "as many parts as it takes" [3.2.4]. */
const PARTS_AS_NEEDED = 999;

/** The options of all operations on a message, as the user set them. */
export interface MessageOptions {
	sender?: string;
	removeStop?: boolean;
	useAzurNumber?: boolean;
	maxParts?: TextRules['maxParts'];
	encoding?: TextRules['encoding'];
	unsupportedCharacters?: TextRules['unsupportedCharacters'];
	sendAt?: unknown;
	timezone?: string;
	quietHours?: ScheduleRequest['quietHours'];
}

/** A message, ready to be sent. */
export interface PreparedMessage {
	text: MessageText;
	settings: MessageSettings;
}

/**
 * Checks a message and everything about it but its recipients.
 * @param unicodeAllowed no recipient is in metropolitan France [3.16]
 * @throws InvalidInputError
 */
export function prepareMessage(
	message: string,
	options: MessageOptions,
	unicodeAllowed: boolean,
	run: Run,
): PreparedMessage {
	const sender = options.sender === undefined ? undefined : checkSender(options.sender);
	const removeStop = options.removeStop ?? false;
	const maxParts = options.maxParts ?? 'automatic';
	const text = composeText(message, {
		encoding: options.encoding ?? 'auto',
		unsupportedCharacters: options.unsupportedCharacters ?? 'replace',
		maxParts,
		stopMention: sender !== undefined && !removeStop,
		unicodeAllowed,
	});
	const schedule = planSchedule({
		sendAt: options.sendAt,
		timezone: options.timezone,
		workflowTimezone: run.timezone,
		quietHours: options.quietHours ?? 'ignore',
		now: run.now,
	});
	return {
		text,
		settings: {
			sender,
			removeStop,
			useAzurNumber: options.useAzurNumber ?? false,
			parts: maxParts === 'automatic' ? PARTS_AS_NEEDED : maxParts,
			unicode: text.encoding === 'unicode',
			schedule,
		},
	};
}

/** What an output says of a message. */
export function describeMessage({ text, settings }: PreparedMessage): IDataObject {
	return {
		text: text.text,
		characters: text.characters,
		parts: text.parts,
		encoding: text.encoding,
		...(settings.schedule ? { scheduledFor: settings.schedule.scheduledFor } : {}),
	};
}
