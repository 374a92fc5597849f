/**
 * SFR and Orange report 000 for a message that arrived, as the manual's example does, and 108 (échec
 * de remise) for one that did not [5.1]. The others report a message state: 2 delivered,
 * 5 undeliverable [5.2-5.4].
 */
export function usualErrorCode(operator: string, isDelivered: boolean): string {
	if (operator === 'SFR' || operator === 'ORAN') return isDelivered ? '000' : '108';
	return isDelivered ? '002' : '005';
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

/** As Bouygues Telecom and operators abroad report it [5.2, 5.4]. */
const OTHER_REASONS = [['005', 'it cannot be delivered']] as const;

/** Some of the reasons that an operator gives for not delivering: `code_erreur` and its meaning. */
export function receiptReasons(operator: string) {
	if (operator === 'SFR' || operator === 'ORAN') return SFR_AND_ORANGE_REASONS;
	return operator === 'FREE' ? FREE_REASONS : OTHER_REASONS;
}
