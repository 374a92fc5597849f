import { Refusal } from '../manual/codes';
import { answerRecords, recordsOf } from './answers';
import { readRecipients } from './call';
import type { Call, Handler, Recipient } from './call';

/**
 * `getHLR=1` [3.12]. Throws 41 when the account may not verify, 35 when it has fewer look-ups left
 * than numbers.
 */
export const verify: Handler = (call) => {
	const { account } = call;
	if (!account.hlrAllowed) throw new Refusal(41);
	const recipients = readRecipients(call);
	if (account.hlrCredit < recipients.length) throw new Refusal(35);
	account.hlrCredit -= recipients.length;
	const records = recordsOf(call, recipients, (recipient) => [
		['tel', recipient.written],
		['operateur', operatorOf(call, recipient)],
	]);
	return answerRecords(call, records);
};

function operatorOf({ account, world }: Call, { to }: Recipient): string {
	if (to === undefined) return 'INVALIDE';
	const phone = world.phones.get(to.international);
	const valid = to.mobile && to.callingCode !== '' && phone.attributed;
	const operator = valid ? phone.operator : 'INVALIDE';
	return account.blacklist.has(to.international) ? `${operator}-LISTE NOIRE` : operator;
}
