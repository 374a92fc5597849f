import type { Account } from '../wire/account';
import type { Acceptance, MessageSettings } from './message';
import { acceptanceOf, askWithSettings } from './message';

/**
 * Sends one message to all contacts of a directory [3.3.4].
 * @param tracker of all its SMS: the manual gives it to messages to numbers only [3.2.3, 3.3]
 * @throws RequestFailed if no readable answer came
 */
export async function sendToContacts(
	account: Account,
	directoryId: string,
	text: string,
	settings: MessageSettings,
	tracker?: string,
): Promise<Acceptance> {
	const { fields, records } = await askWithSettings(account, settings, [
		...(tracker === undefined ? [] : [['tracker', tracker] as const]),
		['repertoireId', directoryId],
		['sms', text],
	]);
	if (fields.code !== undefined || records.size === 0) return acceptanceOf(fields);
	// The manual shows no such answer: if iSendPro counts contacts one by one, one that was reached
	// makes it a message that is out.
	const acceptances = [...records.values()].map(acceptanceOf);
	return acceptances.find((one) => 'code' in one) ?? acceptances[0] ?? acceptanceOf(fields);
}
