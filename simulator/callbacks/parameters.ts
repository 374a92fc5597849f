import { FRENCH_ZONE, wallClock } from '../manual/calendar';
import { nationalForm } from '../manual/numbers';
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

/**
 * SFR and Orange report 000 for a message that arrived, as the manual's example does, and 108 (échec
 * de remise) for one that did not [5.1]. The others report a message state: 2 delivered,
 * 5 undeliverable [5.2-5.4].
 */
function usualErrorCode(operator: string, delivered: boolean): string {
	if (operator === 'SFR' || operator === 'ORAN') return delivered ? '000' : '108';
	return delivered ? '002' : '005';
}

/** Why a message was not delivered, as SFR and Orange report it [5.1]. */
const SFR_AND_ORANGE_REASONS = [
	['101', 'nobody has this number'],
	['107', 'the phone is off or out of reach'],
	['108', 'the delivery failed'],
	['103', 'the subscription bars it'],
] as const;

/** As Free reports it [5.3]. */
const FREE_REASONS = [
	['003', 'it was not delivered in time'],
	['005', 'it cannot be delivered'],
	['008', 'it was rejected'],
] as const;

/** As Bouygues Telecom and those abroad report it [5.2, 5.4]. */
const OTHER_REASONS = [['005', 'it cannot be delivered']] as const;

/** Some of the reasons that an operator has for not delivering: `code_erreur` and its meaning. */
export function receiptReasons({ operator }: Phone) {
	if (operator === 'SFR' || operator === 'ORAN') return SFR_AND_ORANGE_REASONS;
	return operator === 'FREE' ? FREE_REASONS : OTHER_REASONS;
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
