import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import { matchResults, readSmallCount } from '../wire/results';
import type { Acceptance, Message, MessageSettings } from './message';
import { readAcceptance, askWithSettings, messageFields } from './message';

/**
 * Sends messages [3.2, 3.3].
 * @param messages 1 to 500, all to one country
 * @returns the result of each, in order; accepted ones with `billedParts`, the SMS that iSendPro bills,
 * where the answer has them
 * @throws RequestFailed if no readable answer came
 */
export async function sendMessages(
	account: Account,
	messages: readonly Message[],
	settings: MessageSettings,
): Promise<Acceptance[]> {
	const answer = await askWithSettings(account, settings, messageFields(messages));
	const numbers = messages.map(({ to }) => to);
	return matchResults(answer, numbers, readBilled);
}

/** The manual shows no `smslong` in an answer; other documents of iSendPro do. So it is never needed. */
function readBilled(record: AnswerRecord): Acceptance {
	const acceptance = readAcceptance(record);
	const billedParts = readSmallCount(record.smslong);
	return 'failure' in acceptance || billedParts === undefined
		? acceptance
		: { ...acceptance, billedParts };
}
