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
	// The manual shows no answer with several results. If there is one, the message is accepted as soon as
	// one contact is, and ambiguous as soon as one is.
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
