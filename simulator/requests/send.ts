import { addEuros, partPriceOf } from '../world/account';
import { Refusal } from '../manual/codes';
import { showText, STOP_MENTION } from '../manual/message-text';
import type { ShownText } from '../manual/message-text';
import type { ParsedNumber } from '../manual/numbers';
import type { ReceivedMessage } from '../types';
import { answerRecords, codeElements, recordsOf } from './answers';
import { numberOf } from './call';
import type { Call, Handler } from './call';
import { readMessages, readTracker } from './message-options';
import type { MessageOptions } from './message-options';

/** A message that is allowed but not yet paid. */
export interface Submission {
	to: ParsedNumber;
	shown: ShownText;
	tracker: string;
	options: MessageOptions;
}

/** One message [3.2] or up to 500 [3.3]. */
export const send: Handler = (call) => {
	const { args, world } = call;
	const { recipients, options } = readMessages(call);
	const shared = args.get('sms');
	const sharedText = shared === undefined ? undefined : showText(shared, options.rules);
	const records = recordsOf(call, recipients, (recipient) => {
		const { number, written } = recipient;
		const own = args.get(`sms${number}`);
		const shown = own === undefined ? sharedText : showText(own, options.rules);
		if (shown === undefined) throw new Refusal(4);
		const tracker = readTracker(args.get(number === 0 ? 'tracker' : `tracker${number}`));
		const to = numberOf(recipient);
		const code = refusalOf(call, to);
		if (code !== undefined) throw new Refusal(code);
		deliver(call, { to, shown, tracker, options });
		return codeElements(world.service, { code: 0 }, [['tel', written]]);
	});
	if (records.every(({ elements }) => elements[0]?.[1] === '12')) throw new Refusal(12);
	return answerRecords(call, records);
};

/** The code that refuses a message to a number: 27, 11, 21 or 22. */
export function refusalOf({ account, world }: Call, to: ParsedNumber): number | undefined {
	const { callingCode, international } = to;
	const allowed = account.allowedCallingCodes;
	if (callingCode === '' || (allowed !== 'any' && !allowed.includes(callingCode))) return 27;
	if (account.blacklist.has(international)) return 11;
	const phone = world.phones.get(international);
	if (!to.mobile || !phone.attributed) return 21;
	return phone.fullMvno ? 22 : undefined;
}

/** Euros for all parts of a message. */
export function priceOf({ account, world }: Call, { to, shown }: Submission): number {
	return addEuros(0, shown.parts * partPriceOf(account, to.callingCode, world.mainAccount));
}

/**
 * Charges a message and delivers it to its phone, now or at its time. Throws 12 when the credit is
 * too low.
 */
export function deliver(call: Call, submission: Submission): void {
	const { account, world, record } = call;
	const { to, shown, tracker, options } = submission;
	const price = priceOf(call, submission);
	if (account.credit < price) throw new Refusal(12);
	account.credit = addEuros(account.credit, -price);
	const now = world.clock.now();
	const message: ReceivedMessage = {
		id: world.nextId(),
		to: to.written,
		...shown,
		...(options.rules.stop ? { stopMention: STOP_MENTION } : {}),
		sender: options.sender,
		tracker,
		price,
		acceptedAt: now,
		...(options.scheduledFor ? { scheduledFor: options.scheduledFor } : {}),
		request: record.number,
		keyId: account.keyId,
	};
	const phone = world.phones.get(to.international);
	world.phones.accept(phone, message);
	const arrive = () => {
		message.receivedAt = world.clock.now();
		if (phone.receipt.outcome !== 'none') {
			const at = new Date(message.receivedAt.getTime() + world.service.statusDelay);
			message.reported = { ...phone.receipt, at };
		}
		world.callbacks.scheduleReceipt(phone, message);
	};
	if (message.scheduledFor === undefined || message.scheduledFor <= now) arrive();
	else world.clock.schedule(message.scheduledFor, async () => arrive());
}
