import type { AnswerRecord } from '../wire/answer';
import { startOf } from '../text/character';
import { readDownload } from '../files/download';
import type { Failure } from '../wire/failure';
import { failureOfCode, failureWithout, GatewayError, lostAnswer } from '../wire/failure';
import type { Gateway } from '../wire/account';
import { describeCode } from '../wire/codes';
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
	gateway: Gateway,
	argument: string,
	phoneNumbers: readonly string[],
	adding: boolean,
): Promise<BlacklistResult[]> {
	const answer = await gateway.request([[argument, '1'], ...numberedFields(phoneNumbers)], {
		repeatable: adding,
	});
	return resultsInOrder(answer, phoneNumbers).map((record) => resultOf(record, adding));
}

/**
 * Puts numbers into the blacklist [3.13]. Asked again where the answer was lost: a STOP must not be.
 * @param phoneNumbers 1 to 500
 * @returns iSendPro's word on each, in order; another number where the answer does not match
 * @throws GatewayError if no readable answer came
 */
export async function addToBlacklist(
	gateway: Gateway,
	phoneNumbers: readonly string[],
): Promise<BlacklistResult[]> {
	return await change(gateway, 'setlisteNoire', phoneNumbers, true);
}

/**
 * Takes numbers out of the blacklist [3.14]. Not asked again where the answer was lost: the second
 * answer would be that a number that was removed is not there.
 * @param phoneNumbers 1 to 500
 * @returns iSendPro's word on each, in order; another number where the answer does not match
 * @throws GatewayError if no readable answer came
 */
export async function removeFromBlacklist(
	gateway: Gateway,
	phoneNumbers: readonly string[],
): Promise<BlacklistResult[]> {
	return await change(gateway, 'delListeNoire', phoneNumbers, false);
}

/**
 * Downloads the blacklist as a CSV file [3.15].
 * @returns undefined if iSendPro says that there is nothing in it
 * @throws GatewayError if iSendPro refused, or no answer came; UnreadableAnswerError
 */
export async function downloadBlacklist(gateway: Gateway): Promise<Uint8Array | undefined> {
	const { csv, answer } = readDownload(await gateway.download([['getListeNoire', '1']]));
	if (csv) return csv;
	const { code, outcome } = describeCode(answer.fields.code ?? '');
	if (outcome === 'empty') return undefined;
	const failure = failureOfCode(answer.fields);
	throw new GatewayError(
		code === TOO_MANY_ROWS
			? { ...failure, description: 'Ask support@isendpro.com for the list.' }
			: failure,
	);
}
