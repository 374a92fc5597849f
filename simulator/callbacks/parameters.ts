import { FRENCH_ZONE, wallClock } from '../calendar';
import { nationalForm } from '../numbers';
import type { Phone, ReceivedMessage } from '../types';

export type Parameters = ReadonlyArray<readonly [name: string, value: string]>;

/** The parameters of a receipt, in the order of [3.10]. */
export function receiptParameters(
	message: ReceivedMessage,
	phone: Phone,
	reportedAt: Date,
): Parameters {
	const shown = wallClock(reportedAt, FRENCH_ZONE).toISOString();
	const date = shown.slice(0, shown.indexOf('T'));
	const time = shown.slice(date.length + 1, shown.indexOf('.'));
	const delivered = phone.receipt.outcome === 'delivered';
	const tel = nationalForm(phone.number);
	const end = delivered ? `a ete recu le ${date} a ${time}` : 'non remis';
	const label = `Message a destination de ${tel} portant le numero ${message.id} ${end}`;
	return [
		['tel', tel],
		['libelle', phone.receipt.label ?? label],
		['statut', delivered ? '0' : '2'],
		['code_erreur', phone.receipt.errorCode ?? usualErrorCode(phone.operator, delivered)],
		['date', date],
		['heure', time],
		['id', message.id],
		['operateur', phone.operator],
		['tracker', message.tracker],
	];
}

/**
 * SFR and Orange report 000 for a message that arrived, as the manual's example does, and 108 (échec
 * de remise) for one that did not [5.1]. The others report a message state: 2 delivered,
 * 5 undeliverable [5.2-5.4].
 */
function usualErrorCode(operator: string, delivered: boolean): string {
	if (operator === 'SFR' || operator === 'ORAN') return delivered ? '000' : '108';
	return delivered ? '002' : '005';
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
