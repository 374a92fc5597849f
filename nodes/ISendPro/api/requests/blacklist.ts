import { readBlacklist } from '../files/blacklist-file';
import { restoreNumber } from '../numbers/phone-number';
import { startOf } from '../text/character';
import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import { describeCode, TOO_MANY_ROWS } from '../wire/codes';
import type { Failure } from '../wire/failure';
import { failureOfCode, failureWithout, outcomeUnknown, RequestFailed } from '../wire/failure';
import { numberedFields, matchResults } from '../wire/results';

/** The result for one number. */
export type BlacklistResult =
	| {
			/** Whether the number is in the blacklist now. */
			blacklisted: boolean;
			succeeded: boolean;
			/** `OK`, `NOK`, `SUPPRESSION OK` or `SUPPRESSION NOK` [3.13, 3.14]. */
			apiResult: string;
	  }
	| { failure: Failure };

/** The change to make: the parameter to send, and whether the number is in the list afterwards. */
interface Change {
	argument: string;
	listed: boolean;
}

function readResult(record: AnswerRecord, { listed }: Change): BlacklistResult {
	const apiResult = record.listeNoire;
	if (!apiResult) return { failure: failureWithout('the result for the number', record) };
	const [, result] = /^(?:SUPPRESSION\s+)?(N?OK)$/i.exec(apiResult.trim()) ?? [];
	switch (result?.toUpperCase()) {
		case 'OK':
			return { blacklisted: listed, succeeded: true, apiResult };
		case 'NOK':
			return { blacklisted: !listed, succeeded: false, apiResult };
		default:
			return {
				failure: outcomeUnknown(`iSendPro answered "${startOf(apiResult, 40)}" for the number`),
			};
	}
}

/**
 * Downloads the blacklist as a CSV file [3.15].
 * @returns undefined if iSendPro says that it is empty
 * @throws RequestFailed if iSendPro refused, or no answer came; UnreadableAnswerError
 */
export async function downloadBlacklist(account: Account): Promise<Uint8Array | undefined> {
	const { csv, answer } = await account.download([['getListeNoire', '1']]);
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

/** The numbers of the blacklist, as they are submitted. Loaded once a run by {@link Account.once}. */
export async function loadListedNumbers(account: Account): Promise<ReadonlySet<string>> {
	const csv = await downloadBlacklist(account);
	return new Set(csv ? readBlacklist(csv) : []);
}

/**
 * A number that iSendPro did not add to the blacklist, or did not remove from it.
 * @param adding whether it should be added
 * @param apiMessage iSendPro's result, e.g. `NOK`
 * @param unread why the list itself could not be read
 */
export function blacklistUnchanged(adding: boolean, apiMessage: string, unread?: string): Failure {
	const message = adding
		? 'iSendPro did not add the number to the blacklist'
		: 'iSendPro did not remove the number from the blacklist';
	const rejected = { status: 'rejected', apiMessage, isFinal: false } as const;
	if (unread !== undefined) {
		return {
			...rejected,
			message: `${message}, and the list could not be read: ${unread}`,
			description: `It may be ${adding ? 'on' : 'off'} the list already: run it again, or look with Blacklist: Get Many.`,
		};
	}
	return {
		...rejected,
		message,
		description: adding
			? 'SMS still reach it. iSendPro adds only numbers that are valid: check it, then add it again or in the customer area.'
			: 'Remove it in the customer area, or ask support@isendpro.com: operators put numbers there too.',
	};
}

/**
 * iSendPro also answers `NOK` where nothing had to change, so the list itself is looked up. A number that
 * is not as requested there has failed: a STOP must not pass for recorded.
 */
async function lookUpRefused(
	account: Account,
	results: BlacklistResult[],
	phoneNumbers: readonly string[],
	{ listed }: Change,
): Promise<BlacklistResult[]> {
	const isRefused = (result: BlacklistResult) => 'apiResult' in result && !result.succeeded;
	if (!results.some(isRefused)) return results;
	const list = await account.once(loadListedNumbers).catch((error: Error) => error);
	return results.map((result, index) => {
		if (!('apiResult' in result) || result.succeeded) return result;
		const { apiResult } = result;
		if (list instanceof Error) {
			return { failure: blacklistUnchanged(listed, apiResult, list.message) };
		}
		if (list.has(restoreNumber(phoneNumbers[index] ?? '')) === listed) {
			return { blacklisted: listed, succeeded: true, apiResult };
		}
		return { failure: blacklistUnchanged(listed, apiResult) };
	});
}

/**
 * Puts numbers into the blacklist [3.13], or takes them out of it [3.14].
 * @param phoneNumbers 1 to 500
 * @returns the result of each, in order
 * @throws RequestFailed if no readable answer came
 */
function changing(wanted: Change) {
	return async (account: Account, phoneNumbers: readonly string[]): Promise<BlacklistResult[]> => {
		const answer = await account.ask([[wanted.argument, '1'], ...numberedFields(phoneNumbers)]);
		const results = matchResults(answer, phoneNumbers, (record) => readResult(record, wanted));
		return await lookUpRefused(account, results, phoneNumbers, wanted);
	};
}

export const addToBlacklist = changing({ argument: 'setlisteNoire', listed: true });
export const removeFromBlacklist = changing({ argument: 'delListeNoire', listed: false });
