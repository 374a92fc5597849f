import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import type { Failure } from '../wire/failure';
import { failureWithout } from '../wire/failure';
import { matchResults } from '../wire/results';
import type { Message, MessageSettings } from './message';
import { askWithSettings, messageFields } from './message';

/** iSendPro's count of one message [3.4]. */
export type Count = { characters: number; parts: number } | { failure: Failure };

function readCount(record: AnswerRecord): Count {
	const { nb_caractere: characters = '', nb_sms: parts = '' } = record;
	if (/^\d+$/.test(characters) && /^\d+$/.test(parts)) {
		return { characters: Number(characters), parts: Number(parts) };
	}
	return { failure: failureWithout('the count', record) };
}

/**
 * Asks iSendPro to count characters and parts; nothing is sent, and nothing is charged [3.4].
 * @returns a count for each message, in order
 * @throws RequestFailed if no readable answer came
 */
export async function countMessages(
	account: Account,
	messages: readonly Message[],
	settings: MessageSettings,
): Promise<Count[]> {
	// Without `comptage` the same form would send, so it is the last that may be cut off.
	const answer = await askWithSettings(account, settings, messageFields(messages), [
		'comptage',
		'1',
	]);
	const numbers = messages.map(({ to }) => to);
	return matchResults(answer, numbers, readCount);
}
