import { restoreNumber } from '../numbers/phone-number';
import type { Account } from '../wire/account';
import { TOO_MANY_ROWS } from '../wire/codes';
import { RequestFailed } from '../wire/failure';
import { loadListedNumbers } from './blacklist';

/** The error of a list that is too long to be downloaded also names the request that works all the same. */
function withOtherWay(error: unknown): unknown {
	if (!(error instanceof RequestFailed) || error.failure.code !== TOO_MANY_ROWS) return error;
	const { description } = error.failure;
	return new RequestFailed({
		...error.failure,
		description: `${description} Phone Number: Verify, which is paid, also tells whether a number is on the blacklist.`,
	});
}

/**
 * The spellings under which the list may have a number: as it is submitted, and without the 00 of one abroad,
 * which looks like a French number that lost its zero where it has nine digits. Better one number too many
 * than a STOP that is not seen.
 */
function listedForms(phoneNumber: string): string[] {
	return [phoneNumber, phoneNumber.replace(/^00/, '')].map(restoreNumber);
}

/**
 * Looks numbers up in the blacklist, which is downloaded once a run [3.15].
 * @param phoneNumbers as they are submitted
 * @returns for each, in order, whether the list has it
 * @throws RequestFailed if iSendPro refused, or no answer came; UnreadableAnswerError
 */
export async function checkBlacklist(
	account: Account,
	phoneNumbers: readonly string[],
): Promise<Array<{ blacklisted: boolean }>> {
	const list = await account.once(loadListedNumbers).catch((error: unknown) => {
		throw withOtherWay(error);
	});
	return phoneNumbers.map((phoneNumber) => ({
		blacklisted: listedForms(phoneNumber).some((form) => list.has(form)),
	}));
}
