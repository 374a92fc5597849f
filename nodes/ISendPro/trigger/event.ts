import { createHash } from 'crypto';
import type { DeliveryReceipt } from '../api/callbacks/delivery-receipt';
import { readDeliveryReceipt } from '../api/callbacks/delivery-receipt';
import type { IncomingCall } from '../api/callbacks/incoming-call';
import type { Reply } from '../api/callbacks/reply';
import { readReply } from '../api/callbacks/reply';
import { isStart } from './start';
import type { StopMatch } from './stop';
import { isStop } from './stop';

/** The events, in the order of the trigger's outputs. */
export const EVENT_NAMES = ['deliveryReceipt', 'reply', 'stop'] as const;

export type EventName = (typeof EVENT_NAMES)[number];

/** The settings that decide which event a call is. */
export interface EventSettings {
	/** The selected events; empty when they could not be read. */
	events: readonly EventName[];
	/** Undefined: the default ones. */
	stopKeywords?: string;
	/** Undefined: the default one. */
	stopMatch?: StopMatch;
}

type Common = {
	/** The event, which decides the output. */
	event: EventName;
	/** The same for a repeated call, different for different events. */
	eventId: string;
	/** Everything that iSendPro sent, decoded; a repeated parameter is a list. */
	raw: Record<string, string | string[]>;
};

export type TriggerEvent = Common &
	(DeliveryReceipt | (Reply & ReplyWish & { receivedAt: string }));

/** What a reply asks for: no more messages, or messages again. */
export type ReplyWish = {
	readonly isStop: boolean;
	/** Only where it does. */
	readonly isStart?: true;
};

/** Every parameter that the manual has for each kind of call [3.10, 3.11]. */
const RECEIPT_PARAMETERS = [
	...['tel', 'libelle', 'statut', 'code_erreur', 'date', 'heure', 'id', 'operateur', 'tracker'],
];
const REPLY_PARAMETERS = ['tel', 'id_retour', 'msg_sms', 'tracker'];

/**
 * Reads the event of a call from its parameters, whichever address was called.
 * @returns undefined when the call is neither a receipt nor a reply
 */
export function readEvent(
	call: IncomingCall,
	settings: EventSettings,
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
	// A call could be both; the text of a reply must not be lost.
	if (reply && (reply.text.trim() || !receipt)) {
		const { event, ...wish } = classifyReply(reply.text, settings);
		return {
			event,
			eventId: hashCall('reply', call, REPLY_PARAMETERS),
			...reply,
			...wish,
			receivedAt: receivedAt.toISOString(),
			raw,
		};
	}
	const eventId = hashCall('deliveryReceipt', call, RECEIPT_PARAMETERS);
	return receipt && { event: 'deliveryReceipt', eventId, ...receipt, raw };
}

/**
 * Decides what a reply asks for, and which event it is. Where STOP is not selected, a STOP is a reply. Where
 * replies are not selected, nobody would read them, so a keyword anywhere makes one a STOP.
 * @param isKnownStop iSendPro itself says that it is one
 */
export function classifyReply(
	text: string,
	{ events, stopKeywords, stopMatch }: EventSettings,
	isKnownStop = false,
): ReplyWish & { event: 'reply' | 'stop' } {
	const takesStop = events.includes('stop');
	const isUnread = takesStop && !events.includes('reply');
	const stop = isKnownStop || isStop(text, stopKeywords, isUnread ? 'anywhere' : stopMatch);
	return {
		event: stop && takesStop ? 'stop' : 'reply',
		isStop: stop,
		...(!stop && isStart(text) ? { isStart: true } : {}),
	};
}

/** Hashes the known parameters in a fixed order: a repeated call may order or encode them differently, or have new ones. */
function hashCall(kind: string, call: IncomingCall, parameters: readonly string[]): string {
	const values = parameters.map((name) => call.get(name)?.[0] ?? '');
	return createHash('sha256')
		.update(JSON.stringify([kind, ...values]))
		.digest('hex');
}
