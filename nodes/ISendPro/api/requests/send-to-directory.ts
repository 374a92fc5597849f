import type { Account } from '../wire/account';
import type { Acceptance, MessageSettings } from './message';
import { readAcceptance, askWithSettings } from './message';

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
	// The manual shows no such answer: if iSendPro counts contacts one by one, one that was reached
	// makes it a message that is out, and one in doubt a message that may be.
	const acceptances = [...records.values()].map(readAcceptance);
	const ofAll = fields.code === undefined ? [] : [readAcceptance(fields)];
	const all = [...acceptances, ...ofAll];
	return (
		all.find((one) => 'code' in one) ??
		all.find((one) => 'failure' in one && one.failure.ambiguous) ??
		all[0] ??
		readAcceptance(fields)
	);
}
