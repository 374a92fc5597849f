import { Refusal } from '../codes';
import { nationalForm, type ParsedNumber, parseNumber } from '../numbers';
import { writeFile } from '../files';
import { answerRecords, type Call, type Handler, readRecipients, recordOf } from './call';

/** `setlisteNoire=1` [3.13]: only valid numbers can be added. */
export const blacklistAdd: Handler = (call) =>
	change(
		call,
		'setlisteNoire',
		(number) => {
			if (!number.mobile || !call.world.phones.get(number.international).attributed) return 'NOK';
			call.account.blacklist.add(number.international);
			return 'OK';
		},
		'NOK',
	);

/** `delListeNoire=1` [3.14]. */
export const blacklistRemove: Handler = (call) =>
	change(
		call,
		'delListeNoire',
		(number) => {
			return call.account.blacklist.delete(number.international)
				? 'SUPPRESSION OK'
				: 'SUPPRESSION NOK';
		},
		'SUPPRESSION NOK',
	);

function change(
	call: Call,
	argument: string,
	apply: (number: ParsedNumber) => string,
	failed: string,
) {
	call.args.get(argument);
	const records = readRecipients(call).map((recipient) =>
		recordOf(call, recipient, () => {
			const number = parseNumber(recipient.written);
			const result = number === undefined || number.callingCode === '' ? failed : apply(number);
			return [
				['tel', recipient.written],
				['listeNoire', result],
			];
		}),
	);
	return answerRecords(call, records);
}

/** `getListeNoire=1` [3.15]. Throws 205 for more rows than a file may have. */
export const blacklistDownload: Handler = ({ account, args, world }) => {
	args.get('getListeNoire');
	if (account.blacklist.size > world.service.maxRows) throw new Refusal(205);
	const rows = [...account.blacklist].map((number) => [nationalForm(number)]);
	return writeFile('listeNoire', ['MSISDN'], rows, world.service);
};
