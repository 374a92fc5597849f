import type { Account } from '../wire/account';
import { RequestFailed, failureWithout } from '../wire/failure';

/** The account's credit in euros without tax, and how many SMS it is worth if that was asked. */
export interface Balance {
	credit: number;
	smsQuantity?: number;
}

/**
 * Reads the balance [3.1].
 * @param withQuantity asks for the number of SMS too
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function readBalance(account: Account, withQuantity: boolean): Promise<Balance> {
	const { fields } = await account.ask([['credit', withQuantity ? '2' : '1']]);
	const { credit = '', quantite = '' } = fields;
	if (!/^-?\d+(?:[.,]\d+)?$/.test(credit)) {
		throw new RequestFailed(failureWithout('the balance', fields));
	}
	return {
		credit: Number(credit.replace(',', '.')),
		...(/^-?\d+$/.test(quantite) && { smsQuantity: Number(quantite) }),
	};
}
