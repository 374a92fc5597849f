import type { IDataObject } from 'n8n-workflow';
import type { Acceptance, MessageSettings } from '../../api/requests/message';
import type { MessageText, TextRules } from '../../api/text/message-text';
import { composeText, STOP_MENTION_CHARACTERS } from '../../api/text/message-text';
import { checkSender } from '../../api/text/sender';
import { checkTracker } from '../../api/text/tracker';
import { nextClosing } from '../../api/time/quiet-hours';
import type { Schedule, ScheduleRequest } from '../../api/time/schedule';
import { planSchedule } from '../../api/time/schedule';
import type { Values } from '../../engine/field';
import type { RunContext } from '../../engine/operation';
import type { Hint, Result, Task } from '../../engine/task';
import { quietHoursHint, scheduleHint, sendAtHints } from './hints';
import type { messageOptions } from './message-fields';
import type { shortenLinksField, trackerField } from './send-fields';
import { shortenLinks } from './short-links';
import type { WrittenMessage } from './written-message';

/** `smslong` for "as many parts as it takes" [3.2.4]. */
const PARTS_AS_NEEDED = 999;

type MessageOption = (typeof messageOptions)[keyof typeof messageOptions];

/** The options of all operations on a message, as the user set them. */
export type MessageOptions = Partial<
	Values<Array<MessageOption | typeof shortenLinksField | typeof trackerField>>
>;

/** A text as it was written, from which it is composed anew once its short links are there. */
export interface Draft {
	readonly message: string;
	readonly rules: TextRules;
}

/** A message, ready to be sent, and what its task says of it. */
export interface PreparedMessage {
	/** As the phone shows it and as it is submitted, counted. */
	text: MessageText;
	settings: MessageSettings;
	draft: Draft;
	/** Equal for messages with the same text and link targets. */
	textKey: string;
	/** What every task of the message says. */
	task: Pick<
		Task,
		'outputDetails' | 'hints' | 'parts' | 'requires' | 'failureGroup' | 'submitBefore'
	>;
}

/** How the text of a message is written. */
export function textRules(
	{ encoding, unsupportedCharacters, maxParts, sender, removeStop }: MessageOptions,
	unicodeAllowed: boolean,
	toDirectory = false,
): TextRules {
	return {
		encoding: encoding ?? 'auto',
		unsupportedCharacters: unsupportedCharacters ?? 'replace',
		maxParts: maxParts ?? 'automatic',
		stopMention: sender !== undefined && !removeStop,
		unicodeAllowed,
		toDirectory,
	};
}

/**
 * Checks a message and everything about it but its recipients.
 * @param written as of {@link readMessage}
 * @param unicodeAllowed no recipient is in metropolitan France [3.16]
 * @param toDirectory it goes to a directory
 * @throws InvalidInputError
 */
export function prepareMessage(
	written: WrittenMessage,
	options: MessageOptions,
	unicodeAllowed: boolean,
	run: RunContext,
	toDirectory = false,
): PreparedMessage {
	const { removeStop = false, quietHours = 'ignore' } = options;
	const sender = options.sender === undefined ? undefined : checkSender(options.sender);
	const { message, targets, links } = options.shortenLinks
		? shortenLinks(written.message)
		: { message: written.message, targets: [], links: {} };
	const rules = textRules(options, unicodeAllowed, toDirectory);
	const { maxParts, stopMention } = rules;
	const text = composeText(message, rules);
	const schedule = planSchedule({
		sendAt: options.sendAt,
		timezone: options.timezone,
		workflowTimezone: run.timezone,
		quietHours,
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
		// The settings of the request say the encoding, so a link does not change it.
		draft: { message: written.message, rules: { ...rules, encoding: text.encoding } },
		textKey: JSON.stringify([text.text, targets]),
		task: {
			outputDetails: {
				...textDetails(text, stopMention),
				...(schedule ? { scheduledFor: schedule.scheduledFor } : {}),
				...links,
			},
			hints: [...written.hints, ...hintsFor(options, schedule, stopMention, run)],
			parts: text.parts,
			requires: targets,
			failureGroup: JSON.stringify([sender, removeStop]),
			submitBefore: submitBefore(schedule, quietHours, run.now),
		},
	};
}

/**
 * Composes the text of a task anew, with its short links.
 * @throws InvalidInputError if it no longer fits: a short link may be longer than its stand-in
 */
export function finalizeMessage<Request extends { draft: Draft; text: string }>(
	task: Task<Request>,
	resolved: ReadonlyMap<string, string>,
): Task<Request> {
	const { message, rules } = task.request.draft;
	const shortened = shortenLinks(message, resolved);
	const text = composeText(shortened.message, rules);
	const details = { ...textDetails(text, rules.stopMention), ...shortened.links };
	return {
		...task,
		outputDetails: { ...task.outputDetails, ...details },
		parts: text.parts,
		request: { ...task.request, text: text.submitted },
	};
}

/** What an output says of a text. */
function textDetails(text: MessageText, stopMention: boolean): IDataObject {
	return {
		text: text.text,
		characters: text.characters,
		...(stopMention ? { stopMentionCharacters: STOP_MENTION_CHARACTERS } : {}),
		parts: text.parts,
		encoding: text.encoding,
	};
}

function hintsFor(
	options: MessageOptions,
	schedule: Schedule | undefined,
	stopMention: boolean,
	run: RunContext,
): Hint[] {
	const quiet =
		stopMention && options.quietHours === undefined ? quietHoursHint(schedule, run.now) : undefined;
	const scheduled = schedule ? [scheduleHint(options, run), ...sendAtHints(options, run)] : [];
	return [...scheduled, ...(quiet ? [quiet] : [])];
}

/** Milliseconds since 1970 from which on it is too late to submit it: its time, or the quiet hours. */
function submitBefore(
	schedule: Schedule | undefined,
	quietHours: ScheduleRequest['quietHours'],
	now: Date,
): number {
	if (schedule) return Date.parse(schedule.scheduledFor);
	return quietHours === 'ignore' ? Infinity : nextClosing(now.getTime());
}

/** The tracker of a message, checked, as a request and an output have it. */
export function trackerOf({ tracker }: MessageOptions): { tracker?: string } {
	return tracker ? { tracker: checkTracker(tracker) } : {};
}

/** Turns iSendPro's answer about a message into a result: `sent` or `scheduled` if it was accepted. */
export function sendResult(acceptance: Acceptance, { schedule }: MessageSettings): Result {
	if ('failure' in acceptance) return acceptance;
	return { status: schedule ? 'scheduled' : 'sent', ...acceptance };
}
