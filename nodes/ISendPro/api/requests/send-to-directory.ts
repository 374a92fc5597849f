import type { Account } from '../wire/account';
import type { Acceptance, MessageSettings } from './message';
import { acceptanceOf, askWithSettings } from './message';

/**
 * Sends one message to all contacts of a directory [3.3.4].
 * @throws RequestFailed if no readable answer came
 */
export async function sendToContacts(
	account: Account,
	directoryId: string,
	text: string,
	settings: MessageSettings,
): Promise<Acceptance> {
	const { fields, records } = await askWithSettings(account, settings, [
		['repertoireId', directoryId],
		['sms', text],
	]);
	if (fields.code !== undefined || records.size === 0) return acceptanceOf(fields);
	// The manual shows no such answer: if iSendPro counts contacts one by one, one that was reached
	// makes it a message that is out.
	const acceptances = [...records.values()].map(acceptanceOf);
	return acceptances.find((one) => 'code' in one) ?? acceptances[0] ?? acceptanceOf(fields);
}
