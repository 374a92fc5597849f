import { Refusal } from '../codes';
import { parseNumber } from '../numbers';
import { answerRecords, type Call, type Handler, readRecipients, recordOf } from './call';

/** `getHLR=1` [3.12]. Throws 41 without the right to it, 35 when fewer look-ups are left than numbers were given. */
export const verify: Handler = (call) => {
	const { account, args } = call;
	args.get('getHLR');
	if (!account.hlrAllowed) throw new Refusal(41);
	const recipients = readRecipients(call);
	if (account.hlrCredit < recipients.length) throw new Refusal(35);
	account.hlrCredit -= recipients.length;
	const records = recipients.map((recipient) =>
		recordOf(call, recipient, () => [
			['tel', recipient.written],
			['operateur', operatorOf(call, recipient.written)],
		]),
	);
	return answerRecords(call, records);
};

function operatorOf({ account, world }: Call, written: string): string {
	const number = parseNumber(written);
	if (number === undefined) return 'INVALIDE';
	const phone = world.phones.get(number.international);
	const valid = number.mobile && number.callingCode !== '' && phone.attributed;
	const operator = valid ? phone.operator : 'INVALIDE';
	return account.blacklist.has(number.international) ? `${operator}-LISTE NOIRE` : operator;
}
