import type { IDataObject } from 'n8n-workflow';
import type { Acceptance, MessageSettings } from '../../api/requests/message';
import type { MessageText, TextRules } from '../../api/text/message-text';
import { composeText, STOP_MENTION_CHARACTERS } from '../../api/text/message-text';
import { checkSender } from '../../api/text/sender';
import { nextClosing } from '../../api/time/quiet-hours';
import type { Schedule, ScheduleRequest } from '../../api/time/schedule';
import { planSchedule } from '../../api/time/schedule';
import type { Hint, Result, Run } from '../../engine/operation';
import { quietHoursHint, scheduleHint } from './hints';
import { shortenLinks } from './short-links';

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
	shortenLinks?: boolean;
}

/** A message, ready to be sent, and what its unit says of it. */
export interface PreparedMessage {
	/** As the phone shows it and as it is submitted, counted. */
	text: MessageText;
	settings: MessageSettings;
	/** What an output says of it. */
	shown: IDataObject;
	hints: Hint[];
	/** Equal for messages that say the same and lead to the same pages. */
	textKey: string;
	parts: number;
	/** The pages whose short links are not made yet. */
	needs: string[];
	senderKey: string;
	/** Milliseconds since 1970 at which it is too late to submit it: its time, or the quiet hours. */
	sendBefore: number;
}

/** How the text of a message is written. */
export function textRules(
	{ encoding, unsupportedCharacters, maxParts, sender, removeStop }: MessageOptions,
	unicodeAllowed: boolean,
): TextRules {
	return {
		encoding: encoding ?? 'auto',
		unsupportedCharacters: unsupportedCharacters ?? 'replace',
		maxParts: maxParts ?? 'automatic',
		stopMention: sender !== undefined && !removeStop,
		unicodeAllowed,
	};
}

/**
 * Checks a message and everything about it but its recipients.
 * @param unicodeAllowed no recipient is in metropolitan France [3.16]
 * @throws InvalidInputError
 */
export function prepareMessage(
	written: string,
	options: MessageOptions,
	unicodeAllowed: boolean,
	run: Run,
): PreparedMessage {
	const { removeStop = false, quietHours = 'ignore' } = options;
	const sender = options.sender === undefined ? undefined : checkSender(options.sender);
	const { message, targets, needs, shown } = options.shortenLinks
		? shortenLinks(written, run)
		: { message: written, targets: [], needs: [], shown: {} };
	const rules = textRules(options, unicodeAllowed);
	const { maxParts, stopMention } = rules;
	const text = composeText(message, rules);
	const schedule = planSchedule({
		sendAt: options.sendAt,
		timezone: options.timezone,
		workflowTimezone: run.timezone,
		quietHours,
		now: run.now,
	});
	const quiet =
		stopMention && options.quietHours === undefined && quietHoursHint(schedule, run.now);
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
		shown: {
			text: text.text,
			characters: text.characters,
			...(stopMention ? { stopMentionCharacters: STOP_MENTION_CHARACTERS } : {}),
			parts: text.parts,
			encoding: text.encoding,
			...(schedule ? { scheduledFor: schedule.scheduledFor } : {}),
			...shown,
		},
		hints: [...(schedule ? [scheduleHint(options, run)] : []), ...(quiet ? [quiet] : [])],
		textKey: JSON.stringify([text.text, targets]),
		parts: text.parts,
		needs,
		senderKey: JSON.stringify([sender, removeStop]),
		sendBefore: sendBefore(schedule, quietHours, run.now),
	};
}

function sendBefore(
	schedule: Schedule | undefined,
	quietHours: ScheduleRequest['quietHours'],
	now: Date,
): number {
	if (schedule) return Date.parse(schedule.scheduledFor);
	return quietHours === 'ignore' ? Infinity : nextClosing(now.getTime());
}

/** iSendPro's word on a message, as a result: what was accepted is sent, or waits for its time. */
export function resultOf(acceptance: Acceptance, { schedule }: MessageSettings): Result {
	if ('failure' in acceptance) return acceptance;
	return { status: schedule ? 'scheduled' : 'sent', ...acceptance };
}
