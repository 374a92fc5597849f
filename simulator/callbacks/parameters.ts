import { FRENCH_ZONE, wallClock } from '../manual/calendar';
import { nationalForm } from '../manual/numbers';
import { usualErrorCode } from '../manual/receipt-codes';
import type { Phone, ReceiptBehaviour, ReceivedMessage } from '../types';

export type Parameters = ReadonlyArray<readonly [name: string, value: string]>;

/** The parameters of a receipt, in the order of [3.10]. */
export function receiptParameters(
	message: ReceivedMessage,
	phone: Phone,
	reportedAt: Date,
	receipt: ReceiptBehaviour = phone.receipt,
): Parameters {
	const shown = wallClock(reportedAt, FRENCH_ZONE).toISOString();
	const date = shown.slice(0, shown.indexOf('T'));
	const time = shown.slice(date.length + 1, shown.indexOf('.'));
	const delivered = receipt.outcome === 'delivered';
	const tel = nationalForm(phone.number);
	const end = delivered ? `a ete recu le ${date} a ${time}` : 'non remis';
	const label = `Message a destination de ${tel} portant le numero ${message.id} ${end}`;
	return [
		['tel', tel],
		['libelle', receipt.label ?? label],
		['statut', delivered ? '0' : '2'],
		['code_erreur', receipt.errorCode ?? usualErrorCode(phone.operator, delivered)],
		['date', date],
		['heure', time],
		['id', message.id],
		['operateur', phone.operator],
		['tracker', message.tracker],
	];
}

/** The parameters of a reply, in the order of [3.11]. */
export function replyParameters(phone: Phone, text: string): Parameters {
	const last = phone.messages.at(-1);
	return [
		['tel', nationalForm(phone.number)],
		['id_retour', last?.id ?? '0'],
		['msg_sms', text],
		['tracker', last?.tracker ?? ''],
	];
}
