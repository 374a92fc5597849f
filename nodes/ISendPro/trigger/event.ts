import { createHash } from 'crypto';

import type { DeliveryReceipt } from '../api/callbacks/delivery-receipt';
import { readDeliveryReceipt } from '../api/callbacks/delivery-receipt';
import type { IncomingCall } from '../api/callbacks/incoming-call';
import type { Reply } from '../api/callbacks/reply';
import { readReply } from '../api/callbacks/reply';
import type { StopMatch } from './stop';
import { isStop } from './stop';

/** The events, in the order of the trigger's outputs. */
export const EVENT_NAMES = ['deliveryReceipt', 'reply', 'stop'] as const;

export type EventName = (typeof EVENT_NAMES)[number];

/** What decides which event a call is. */
export interface EventSettings {
	/** The selected ones. None: it is not known which. */
	events: readonly EventName[];
	/** Undefined: the default ones. */
	stopKeywords?: string;
	/** Undefined: the default one. */
	stopMatch?: StopMatch;
}

type Common = {
	/** The output that the event leaves by. */
	event: EventName;
	/** The same for a repeated call, different for different events. */
	eventId: string;
	/** All that iSendPro sent, decoded; a parameter that came several times is a list. */
	raw: Record<string, string | string[]>;
};

export type TriggerEvent = Common &
	(DeliveryReceipt | (Reply & { isStop: boolean; receivedAt: string }));

/** Every parameter that the manual has for each kind of call [3.10, 3.11]. */
const RECEIPT_PARAMETERS = [
	...['tel', 'libelle', 'statut', 'code_erreur', 'date', 'heure', 'id', 'operateur', 'tracker'],
];
const REPLY_PARAMETERS = ['tel', 'id_retour', 'msg_sms', 'tracker'];

/**
 * What a call tells: its parameters decide, not the address it came to.
 *
 * A STOP that is not among the selected events is a reply. Where replies are not, nobody would read
 * one, so that a keyword anywhere makes it a STOP.
 *
 * @returns undefined when it tells nothing that the manual knows
 */
export function readEvent(
	call: IncomingCall,
	{ events, stopKeywords, stopMatch }: EventSettings,
	receivedAt: Date,
): TriggerEvent | undefined {
	const raw = Object.fromEntries(
		[...call].map(([name, [value = '', ...more]]) => [
			name,
			more.length ? [value, ...more] : value,
		]),
	);
	const reply = readReply(call);
	const receipt = readDeliveryReceipt(call);
	// Were there ever both, a text must not be lost.
	if (reply && (reply.text.trim() || !receipt)) {
		const takesStop = events.includes('stop');
		const isUnread = takesStop && !events.includes('reply');
		const stop = isStop(reply.text, stopKeywords, isUnread ? 'anywhere' : stopMatch);
		return {
			event: stop && takesStop ? 'stop' : 'reply',
			eventId: hashCall('reply', call, REPLY_PARAMETERS),
			...reply,
			isStop: stop,
			receivedAt: receivedAt.toISOString(),
			raw,
		};
	}
	const eventId = hashCall('deliveryReceipt', call, RECEIPT_PARAMETERS);
	return receipt && { event: 'deliveryReceipt', eventId, ...receipt, raw };
}

/** Parameters may come in another order, in another encoding, or with new ones among them. */
function hashCall(kind: string, call: IncomingCall, parameters: readonly string[]): string {
	const values = parameters.map((name) => call.get(name)?.[0] ?? '');
	return createHash('sha256')
		.update(JSON.stringify([kind, ...values]))
		.digest('hex');
}
