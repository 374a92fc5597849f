import type { Account } from '../wire/account';
import { matchResults } from '../wire/results';
import type { Acceptance, Message, MessageSettings } from './message';
import { readAcceptance, askWithSettings, messageFields } from './message';

/**
 * Sends messages [3.2, 3.3].
 * @param messages 1 to 500, all to one country
 * @returns the result of each, in order
 * @throws RequestFailed if no readable answer came
 */
export async function sendMessages(
	account: Account,
	messages: readonly Message[],
	settings: MessageSettings,
): Promise<Acceptance[]> {
	const answer = await askWithSettings(account, settings, messageFields(messages));
	const numbers = messages.map(({ to }) => to);
	return matchResults(answer, numbers, readAcceptance);
}
