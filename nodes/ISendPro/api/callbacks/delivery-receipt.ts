import { writeFrenchTime } from '../time/french-time';
import type { IncomingCall } from './incoming-call';
import { valueIn } from './incoming-call';
import { operatorCodeOf, operatorName } from '../numbers/operators';
import { restoreNumber } from '../numbers/phone-number';
import { explainReceiptError } from './receipt-errors';

/** The delivery of one message [3.10]. A parameter that the call lacks is ''. */
export type DeliveryReceipt = {
	/** The number as it is submitted, in whichever form iSendPro gives it; as it came where it is none. */
	to: string;
	/** null where `status` is `unknown`. */
	delivered: boolean | null;
	/** `unknown` for a `statut` that is not in the manual. */
	status: 'delivered' | 'failed' | 'unknown';
	/** Absent on a delivered message, where the manual's own example has a failure's code. */
	errorCode?: string;
	/** Of a failure only: what a code means beside an unknown `statut` would be a guess. */
	errorReason?: string;
	operator: string;
	operatorCode: string;
	label: string;
	messageId: string;
	tracker: string;
	/** ISO 8601 with the offset of Paris; absent when iSendPro gave no such time. */
	reportedAt?: string;
};

/** A number or a word; not the placeholder of an address that was registered as it is, `[STATUT]`. */
function isStatut(text: string): boolean {
	return /[\p{Letter}\d]/u.test(text) && !/[^\p{Letter}\d .-]/u.test(text);
}

/**
 * Reads a delivery receipt.
 * @returns undefined when the call is not one: without a number in `tel`, or without a `statut`
 */
export function readDeliveryReceipt(call: IncomingCall): DeliveryReceipt | undefined {
	const to = restoreNumber(valueIn(call, 'tel'));
	const statut = valueIn(call, 'statut');
	if (!/\d/.test(to) || !isStatut(statut)) return undefined;

	const number = /^\d+$/.test(statut) ? Number(statut) : undefined;
	const status = (number !== undefined && STATUSES.get(number)) || 'unknown';
	const operatorCode = operatorCodeOf(valueIn(call, 'operateur'));
	const errorCode = status === 'delivered' ? '' : valueIn(call, 'code_erreur');
	const errorReason =
		status === 'failed' ? explainReceiptError(errorCode, operatorCode) : undefined;
	const reportedAt = writeFrenchTime(valueIn(call, 'date'), valueIn(call, 'heure'));
	return {
		to,
		delivered: status === 'unknown' ? null : status === 'delivered',
		status,
		...(errorCode && { errorCode }),
		...(errorReason && { errorReason }),
		operator: operatorName(operatorCode),
		operatorCode,
		label: valueIn(call, 'libelle'),
		messageId: valueIn(call, 'id'),
		tracker: valueIn(call, 'tracker'),
		...(reportedAt && { reportedAt }),
	};
}

const STATUSES: ReadonlyMap<number, 'delivered' | 'failed'> = new Map([
	[0, 'delivered'],
	[2, 'failed'],
]);
