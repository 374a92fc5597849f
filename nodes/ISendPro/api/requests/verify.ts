import { isOperator, operatorName } from '../numbers/operators';
import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import type { Failure } from '../wire/failure';
import { failureWithout } from '../wire/failure';
import { numberedFields, matchResults } from '../wire/results';

/** What the operators say about a number. */
export type Verification = {
	/** null where the manual does not list iSendPro's answer. */
	valid: boolean | null;
	/** Name and code of the operator; null for a number that is not valid. */
	operator: string | null;
	operatorCode: string | null;
	blacklisted: boolean;
};

/**
 * Reads a value of `operateur` [3.12]: `INVALIDE` or an operator's code, and `-LISTE NOIRE` behind it
 * for a number in the blacklist.
 * @returns an operator that the manual does not list unchanged, with `valid` null
 */
export function readOperator(value: string): Verification {
	const whole = value.trim();
	const code = whole.replace(/-\s*LISTE\s+NOIRE$/i, '').trim();
	const blacklisted = code !== whole;
	if (code.toUpperCase() === 'INVALIDE') {
		return { valid: false, operator: null, operatorCode: null, blacklisted };
	}
	const valid = isOperator(code) ? true : null;
	return { valid, operator: operatorName(code), operatorCode: code, blacklisted };
}

function readVerification(record: AnswerRecord): Verification | { failure: Failure } {
	if (record.operateur) return readOperator(record.operateur);
	return { failure: failureWithout('the operator of the number', record) };
}

/**
 * Asks the operators about numbers [3.12]. Each one is charged for.
 * @param phoneNumbers 1 to 500
 * @returns the result of each, in order
 * @throws RequestFailed if no readable answer came
 */
export async function verifyNumbers(
	account: Account,
	phoneNumbers: readonly string[],
): Promise<Array<Verification | { failure: Failure }>> {
	const answer = await account.ask([['getHLR', '1'], ...numberedFields(phoneNumbers)]);
	return matchResults(answer, phoneNumbers, readVerification);
}
