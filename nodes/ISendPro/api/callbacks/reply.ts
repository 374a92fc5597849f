import { restoreNumber } from '../numbers/phone-number';
import type { IncomingCall } from './incoming-call';
import { valueIn } from './incoming-call';

/** An answer to a message [3.11]. A parameter that the call lacks is ''. */
export type Reply = {
	/** The number as it is submitted, in whichever form iSendPro gives it; as it came where it is none. */
	from: string;
	/** Unchanged, white space included. */
	text: string;
	/** Of the last message sent to that number, so several replies can share it. */
	messageId: string;
	tracker: string;
};

/**
 * Reads a reply. An empty one is a reply too.
 * @returns undefined when the call is not one: without a number in `tel`, or without `msg_sms`
 */
export function readReply(call: IncomingCall): Reply | undefined {
	const from = restoreNumber(valueIn(call, 'tel'));
	const text = call.get('msg_sms')?.[0];
	if (!/\d/.test(from) || text === undefined) return undefined;
	return { from, text, messageId: valueIn(call, 'id_retour'), tracker: valueIn(call, 'tracker') };
}
