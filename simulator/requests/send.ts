import { addEuros, priceOf } from '../account';
import { Refusal, writeCode } from '../codes';
import { type ShownText, showText, stopMention } from '../message-text';
import { type ParsedNumber, parseNumber } from '../numbers';
import type { Phone, ReceivedMessage } from '../types';
import { answerRecords, type Call, type Handler, readRecipients, recordOf } from './call';
import { type MessageOptions, readMessageOptions, readTracker } from './message-options';

/** A message that may be sent, but is not yet paid. */
export interface Submission {
	phone: Phone;
	to: ParsedNumber;
	shown: ShownText;
	tracker: string;
	options: MessageOptions;
}

/** One message [3.2] or up to 500 [3.3]. */
export const send: Handler = (call) => {
	const { args, world } = call;
	const recipients = readRecipients(call, { bareNumber: true });
	const options = readMessageOptions(call);
	const numbers = new Map(recipients.map(({ written }) => [written, parseNumber(written)]));
	refuseMixedCountries([...numbers.values()], options.rules.ucs2);
	const shared = args.get('sms');
	const sharedText = shared === undefined ? undefined : showText(shared, options.rules);
	const records = recipients.map((recipient) =>
		recordOf(call, recipient, () => {
			const { number, written } = recipient;
			const own = args.get(`sms${number}`);
			const shown = own === undefined ? sharedText : showText(own, options.rules);
			if (shown === undefined) throw new Refusal(4);
			const tracker = readTracker(args.get(number === 0 ? 'tracker' : `tracker${number}`));
			const to = numbers.get(written);
			const phone = admit(call, written, to);
			if (to === undefined) throw new Refusal(7);
			deliver(call, { phone, to, shown, tracker, options });
			const { code, message } = writeCode(0, world.service.wording);
			return [
				['code', code],
				['tel', written],
				['message', message],
			];
		}),
	);
	if (records.every(({ elements }) => elements[0]?.[1] === '12')) throw new Refusal(12);
	return answerRecords(call, records);
};

/** Throws 37 for numbers of several countries [3.3], 40 for UCS-2 to metropolitan France [3.16]. */
export function refuseMixedCountries(
	numbers: ReadonlyArray<ParsedNumber | undefined>,
	ucs2: boolean,
): void {
	const territories = new Set(numbers.flatMap((number) => number?.territory ?? []));
	if (territories.size > 1) throw new Refusal(37);
	if (ucs2 && territories.has('33')) throw new Refusal(40);
}

/** The phone of a number that may be sent to. Throws 6, 7, 11, 21, 22 or 27. */
function admit({ account, world }: Call, written: string, to: ParsedNumber | undefined): Phone {
	if (written === '') throw new Refusal(6);
	if (to === undefined) throw new Refusal(7);
	const { callingCode } = to;
	const allowed = account.allowedCallingCodes;
	if (callingCode === '' || (allowed !== 'any' && !allowed.includes(callingCode))) {
		throw new Refusal(27);
	}
	if (account.blacklist.has(to.international)) throw new Refusal(11);
	const phone = world.phones.get(to.international);
	if (!to.mobile || !phone.attributed) throw new Refusal(21);
	if (phone.fullMvno) throw new Refusal(22);
	return phone;
}

/** Takes the money and gives the message to its phone, now or at its time. Throws 12 when the credit is too low. */
export function deliver({ account, world, record }: Call, submission: Submission): void {
	const { phone, to, shown, tracker, options } = submission;
	const partPrice = priceOf(account, to.callingCode, world.mainAccount);
	const price = addEuros(0, shown.parts * partPrice);
	if (account.credit < price) throw new Refusal(12);
	account.credit = addEuros(account.credit, -price);
	const now = world.clock.now();
	const message: ReceivedMessage = {
		id: world.nextId(),
		to: to.written,
		...shown,
		...(options.rules.stop ? { stopMention } : {}),
		sender: options.sender,
		tracker,
		price,
		acceptedAt: now,
		...(options.scheduledFor ? { scheduledFor: options.scheduledFor } : {}),
		request: record.number,
		keyId: account.keyId,
	};
	world.phones.accept(phone, message);
	const arrive = () => {
		message.receivedAt = world.clock.now();
		world.callbacks.planReceipt(phone, message);
	};
	if (message.scheduledFor === undefined || message.scheduledFor <= now) arrive();
	else world.clock.schedule(message.scheduledFor, async () => arrive());
}
