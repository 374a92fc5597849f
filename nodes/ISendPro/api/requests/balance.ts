import { GatewayError, failureWithout } from '../wire/failure';
import type { Gateway } from '../wire/account';

/** The account's credit in euros without tax, and how many SMS it is worth if that was asked. */
export interface Balance {
	credit: number;
	smsQuantity?: number;
}

/**
 * Reads the balance [3.1].
 * @param withQuantity asks for the number of SMS too
 * @throws GatewayError if iSendPro refused, or no readable answer came
 */
export async function readBalance(gateway: Gateway, withQuantity: boolean): Promise<Balance> {
	const { fields } = await gateway.request([['credit', withQuantity ? '2' : '1']], {
		repeatable: true,
	});
	const { credit = '', quantite = '' } = fields;
	if (!/^-?\d+(?:[.,]\d+)?$/.test(credit)) {
		throw new GatewayError(failureWithout('the balance', fields));
	}
	return {
		credit: Number(credit.replace(',', '.')),
		...(/^-?\d+$/.test(quantite) && { smsQuantity: Number(quantite) }),
	};
}
