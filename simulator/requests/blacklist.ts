import type { Answer } from '../http/http-response';
import { BLACKLIST_COLUMN } from '../manual/columns';
import { writeFile } from '../http/files';
import { nationalForm } from '../manual/numbers';
import type { ParsedNumber } from '../manual/numbers';
import { answerRecords, recordsOf } from './answers';
import { readRecipients, refuseTooManyRows } from './call';
import type { Call, Handler } from './call';

/** `setlisteNoire=1` [3.13]: only valid numbers can be added. */
export const blacklistAdd: Handler = (call) =>
	change(call, '', ({ international, mobile }) => {
		if (!mobile || !call.world.phones.get(international).attributed) return false;
		call.account.blacklist.add(international);
		return true;
	});

/** `delListeNoire=1` [3.14]. */
export const blacklistRemove: Handler = (call) =>
	change(call, 'SUPPRESSION ', ({ international }) => call.account.blacklist.delete(international));

/** Answers OK for each number for which `apply` returns true. */
function change(call: Call, prefix: string, apply: (number: ParsedNumber) => boolean): Answer {
	const records = recordsOf(call, readRecipients(call), ({ written, to }) => {
		const done = to !== undefined && to.callingCode !== '' && apply(to);
		return [
			['tel', written],
			['listeNoire', `${prefix}${done ? 'OK' : 'NOK'}`],
		];
	});
	return answerRecords(call, records);
}

/** `getListeNoire=1` [3.15]. Throws 205 for more rows than a file may have. */
export const blacklistDownload: Handler = ({ account, world }) => {
	refuseTooManyRows(account.blacklist.size, world);
	const rows = [...account.blacklist].map((number) => [nationalForm(number)]);
	return writeFile('listeNoire', [BLACKLIST_COLUMN], rows, world.service);
};
