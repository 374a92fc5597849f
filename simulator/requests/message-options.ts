import { isQuiet, readSendDate } from '../manual/calendar';
import { Refusal } from '../manual/codes';
import type { LengthRules } from '../manual/message-text';
import { readRecipients } from './call';
import type { Call, Recipient } from './call';

/** Shown as the sender when none is given, and with `numAzur=1`. */
const SHORT_NUMBER = '36180';
const AZUR_NUMBER = '36034';

/** What the arguments of a request say about all of its messages. */
export interface MessageOptions {
	sender: string;
	rules: LengthRules;
	scheduledFor?: Date;
}

/**
 * Reads the recipients and what is said of all their messages. Throws 6 and 23 for the recipients,
 * 37 for several countries [3.3], 40 for UCS-2 to metropolitan France [3.16], and as
 * `readMessageOptions`.
 */
export function readMessages(
	call: Call,
	settings?: Parameters<typeof readMessageOptions>[1],
): { recipients: Recipient[]; options: MessageOptions } {
	const recipients = readRecipients(call, { bareNumber: true });
	const options = readMessageOptions(call, settings);
	const territories = new Set(recipients.flatMap(({ to }) => to?.territory ?? []));
	if (territories.size > 1) throw new Refusal(37);
	if (options.rules.ucs2 && territories.has('33')) throw new Refusal(40);
	return { recipients, options };
}

/**
 * Reads sender, STOP, long SMS, UCS-2 and date. Throws 16-18, 33 and 42 for the sender, 36 for the
 * STOP, 34 for `smslong`, 43 and 999 for the date and its zone, 24 for a time at which nothing may
 * be sent.
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
	if (sender.length < 4 || sender.length > 11) throw new Refusal(17);
	if (/^\d+$/.test(sender)) throw new Refusal(18);
	if (allowed !== 'any' && !allowed.includes(sender)) throw new Refusal(33);
}

function readMaxParts(value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (!/^[1-9]\d*$/.test(value)) throw new Refusal(34);
	return Number(value);
}

/**
 * A tracker, empty when there is none. Throws 999 for what no tracker may be [3.2.3]: the manual
 * gives no code.
 */
export function readTracker(value: string | undefined): string {
	if (value !== undefined && !/^[0-9A-Za-z_-]{0,49}$/.test(value)) throw new Refusal(999);
	return value ?? '';
}
