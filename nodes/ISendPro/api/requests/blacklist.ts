import { readDownload } from '../files/download';
import { startOf } from '../text/character';
import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import { describeCode } from '../wire/codes';
import type { Failure } from '../wire/failure';
import { failureOfCode, failureWithout, RequestFailed, lostAnswer } from '../wire/failure';
import { numberedFields, resultsInOrder } from '../wire/results';

/** iSendPro's word on one number. */
export type BlacklistResult =
	| {
			/** Whether the number is in the blacklist now, as far as iSendPro's word goes. */
			blacklisted: boolean;
			succeeded: boolean;
			/** `OK`, `NOK`, `SUPPRESSION OK` or `SUPPRESSION NOK` [3.13, 3.14]. */
			apiResult: string;
	  }
	| { failure: Failure };

/** A blacklist of more than 200,000 numbers cannot be downloaded [3.15]. */
const TOO_MANY_ROWS = 205;

function resultOf(record: AnswerRecord, adding: boolean): BlacklistResult {
	const apiResult = record.listeNoire;
	if (!apiResult) return { failure: failureWithout('the result for the number', record) };
	const [, result] = /^(?:SUPPRESSION\s+)?(N?OK)$/i.exec(apiResult.trim()) ?? [];
	switch (result?.toUpperCase()) {
		case 'OK':
			return { blacklisted: adding, succeeded: true, apiResult };
		case 'NOK':
			return { blacklisted: !adding, succeeded: false, apiResult };
		default:
			return {
				failure: lostAnswer(`iSendPro answered "${startOf(apiResult, 40)}" for the number`),
			};
	}
}

async function change(
	account: Account,
	argument: string,
	phoneNumbers: readonly string[],
	adding: boolean,
): Promise<BlacklistResult[]> {
	const answer = await account.ask([[argument, '1'], ...numberedFields(phoneNumbers)]);
	return resultsInOrder(answer, phoneNumbers).map((record) => resultOf(record, adding));
}

/**
 * Puts numbers into the blacklist [3.13].
 * @param phoneNumbers 1 to 500
 * @returns iSendPro's word on each, in order; another number where the answer does not match
 * @throws RequestFailed if no readable answer came
 */
export async function addToBlacklist(
	account: Account,
	phoneNumbers: readonly string[],
): Promise<BlacklistResult[]> {
	return await change(account, 'setlisteNoire', phoneNumbers, true);
}

/**
 * Takes numbers out of the blacklist [3.14].
 * @param phoneNumbers 1 to 500
 * @returns iSendPro's word on each, in order; another number where the answer does not match
 * @throws RequestFailed if no readable answer came
 */
export async function removeFromBlacklist(
	account: Account,
	phoneNumbers: readonly string[],
): Promise<BlacklistResult[]> {
	return await change(account, 'delListeNoire', phoneNumbers, false);
}

/**
 * Downloads the blacklist as a CSV file [3.15].
 * @returns undefined if iSendPro says that there is nothing in it
 * @throws RequestFailed if iSendPro refused, or no answer came; UnreadableAnswerError
 */
export async function downloadBlacklist(account: Account): Promise<Uint8Array | undefined> {
	const { csv, answer } = readDownload(await account.download([['getListeNoire', '1']]));
	if (csv) return csv;
	const { code, kind } = describeCode(answer.fields.code);
	if (kind === 'empty') return undefined;
	const failure = failureOfCode(answer.fields);
	throw new RequestFailed(
		code === TOO_MANY_ROWS
			? { ...failure, description: 'Ask support@isendpro.com for the list.' }
			: failure,
	);
}
