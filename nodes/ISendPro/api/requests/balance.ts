import type { Account } from '../wire/account';
import { RequestFailed, failureWithout } from '../wire/failure';

/** The account's credit in euros without tax, and how many SMS it is worth if that was asked. */
export interface Balance {
	credit: number;
	smsQuantity?: number;
}

/** A number with the same space or mark between all its thousands. */
const GROUPED = /^(-?\d{1,3}(?:([\s'’.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/;

/**
 * Reads an amount as people and programs write it: with a point or a comma before the decimals, maybe
 * without digits before it, with spaces or marks between thousands. A single mark is the decimal mark,
 * as in the manual's `108.16` [3.1].
 * @returns undefined for a text that is no amount, or could be read in two ways
 */
function parseCredit(written: string): number | undefined {
	const text = unadorned(written).replace(/\s*(?:€|EUR)$/i, '');
	if (/^-?(?:\d+[.,]?\d*|[.,]\d+)$/.test(text)) return Number(text.replace(',', '.'));
	const [, whole = '', separator, mark, decimals = ''] = GROUPED.exec(text) ?? [];
	if (separator === undefined || separator === mark) return undefined;
	return Number(`${withoutMarks(whole)}.${decimals}`);
}

/** Reads a number of SMS, where every mark stands between thousands. */
function parseQuantity(written: string): number | undefined {
	const text = unadorned(written);
	const [grouped, , , mark] = GROUPED.exec(text) ?? [];
	const isWhole = /^-?\d+$/.test(text) || (grouped !== undefined && mark === undefined);
	return isWhole ? Number(withoutMarks(text)) : undefined;
}

function unadorned(written: string): string {
	return written.trim().replace(/^[-−]\s*/, '-');
}

function withoutMarks(grouped: string): string {
	return grouped.replace(/[^\d-]/g, '');
}

/**
 * Reads the balance [3.1].
 * @param withQuantity asks for the number of SMS too
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function readBalance(account: Account, withQuantity: boolean): Promise<Balance> {
	const { fields } = await account.ask([['credit', withQuantity ? '2' : '1']]);
	const credit = parseCredit(fields.credit ?? '');
	if (credit === undefined) throw new RequestFailed(failureWithout('the balance', fields));
	const smsQuantity = parseQuantity(fields.quantite ?? '');
	return { credit, ...(smsQuantity !== undefined && { smsQuantity }) };
}
