import { isQuiet, readSendDate } from '../manual/calendar';
import { Refusal } from '../manual/codes';
import {
	MAX_SENDER_LENGTH,
	MAX_TRACKER_LENGTH,
	MIN_SENDER_LENGTH,
	SHORT_NUMBER,
} from '../manual/limits';
import type { LengthRules } from '../manual/message-text';
import { METROPOLITAN_FRANCE } from '../manual/numbers';
import { readRecipients } from './call';
import type { Call, Recipient } from './call';

/** The sender with `numAzur=1`; the manual does not give the number. */
const AZUR_NUMBER = '36034';

/** The arguments that apply to all messages of a request. */
export interface MessageOptions {
	sender: string;
	rules: LengthRules;
	scheduledFor?: Date;
}

/**
 * Reads the recipients and the options of their messages. Throws 6 and 23 for the recipients, 37 for
 * several countries [3.3], 40 for UCS-2 to metropolitan France [3.16], and what
 * `readMessageOptions` throws.
 */
export function readMessages(
	call: Call,
	settings?: Parameters<typeof readMessageOptions>[1],
): { recipients: Recipient[]; options: MessageOptions } {
	const recipients = readRecipients(call, { bareNumber: true });
	const options = readMessageOptions(call, settings);
	const territories = new Set(recipients.flatMap(({ to }) => to?.territory ?? []));
	if (territories.size > 1) throw new Refusal(37);
	if (options.rules.ucs2 && territories.has(METROPOLITAN_FRANCE)) throw new Refusal(40);
	return { recipients, options };
}

/**
 * Reads sender, STOP, long SMS, UCS-2 and date. Throws 16-18, 33 and 42 for the sender, 36 for the
 * STOP, 34 for `smslong`, 43 and 999 for the date and its zone, 24 in quiet hours.
 */
export function readMessageOptions(call: Call, { checkTime = true } = {}): MessageOptions {
	const { args, account, world } = call;
	const sender = args.get('emetteur');
	if (sender !== undefined) refuseSender(sender, account.senders);
	const withoutStop = args.get('nostop') === '1';
	if (withoutStop && !account.noStopAllowed) throw new Refusal(36);
	const maxParts = readMaxParts(args.get('smslong'));
	const date = args.get('date_envoi');
	const scheduledFor = date === undefined ? undefined : readSendDate(date, args.get('gmt_zone'));
	if (checkTime && account.quietHours && isQuiet(scheduledFor ?? world.clock.now())) {
		throw new Refusal(24);
	}
	return {
		sender: args.get('numAzur') === '1' ? AZUR_NUMBER : (sender ?? SHORT_NUMBER),
		rules: {
			sender: sender !== undefined,
			stop: sender !== undefined && !withoutStop,
			ucs2: args.get('ucs2') === '1',
			maxParts,
		},
		scheduledFor,
	};
}

function refuseSender(sender: string, allowed: string[] | 'any'): void {
	if (sender === '') throw new Refusal(16);
	if (/[^0-9A-Za-z ]/.test(sender)) throw new Refusal(42);
	if (sender.length < MIN_SENDER_LENGTH || sender.length > MAX_SENDER_LENGTH) throw new Refusal(17);
	if (/^\d+$/.test(sender)) throw new Refusal(18);
	if (allowed !== 'any' && !allowed.includes(sender)) throw new Refusal(33);
}

function readMaxParts(value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (!/^[1-9]\d*$/.test(value)) throw new Refusal(34);
	return Number(value);
}

/**
 * A tracker, empty when there is none. Throws 999 for one that is not allowed [3.2.3]: the manual
 * gives no code.
 */
export function readTracker(value: string | undefined): string {
	const tracker = value ?? '';
	if (tracker.length > MAX_TRACKER_LENGTH || /[^0-9A-Za-z_-]/.test(tracker)) throw new Refusal(999);
	return tracker;
}
