import { InvalidInputError } from '../errors';
import { startOf } from '../text/character';
import type { Account } from '../wire/account';
import type { AnswerRecord } from '../wire/answer';
import { describeCode } from '../wire/codes';
import type { Failure } from '../wire/failure';
import { failureWithout, RequestFailed } from '../wire/failure';
import type { FormField } from '../wire/form';
import { numberedFields, matchResults } from '../wire/results';

/** A contact of a directory [3.7.2, 3.7.3]. */
export interface Contact {
	/** The number as iSendPro wants it. */
	phoneNumber: string;
	/** `champY`: 1 is the name, 2 to 27 are the fields A to Z. */
	fields: ReadonlyArray<readonly [number: number, value: string]>;
}

/** The result for one contact. */
export type ContactResult<Status extends string> =
	{ status: Status; code: number; apiMessage: string } | { failure: Failure };

/**
 * Added or removed. The manual's table has 103 for an added contact and 106 for a removed one [4.1],
 * but its example of a removal has 103 [3.7.4]: either code is a success.
 */
const DONE = new Set([103, 106]);
const ALREADY_PRESENT = 105;
const NOT_PRESENT = 107;

/**
 * Checks the ID of a directory, which has digits only [3.7.2].
 * @throws InvalidInputError
 */
export function checkDirectoryId(written: string): string {
	const id = written.trim();
	if (/^\d{1,20}$/.test(id)) return id;
	throw new InvalidInputError(
		`"${startOf(id, 40)}" is not the ID of a directory`,
		'It is a number, for example 39565: in the output of Directory: Create, and in the iSendPro customer area.',
	);
}

/**
 * Creates a directory [3.7.1].
 * @throws RequestFailed if iSendPro refused, or no readable answer came
 */
export async function createDirectory(
	account: Account,
	name: string,
): Promise<{ directoryId: string; code: number; apiMessage: string }> {
	const { fields } = await account.ask([
		['repertoireEdit', 'create'],
		['repertoireNom', name],
	]);
	const { code, kind } = describeCode(fields.code);
	if (kind !== 'success' || !fields.repertoireId) {
		throw new RequestFailed(failureWithout('the ID of the directory', fields));
	}
	return { directoryId: fields.repertoireId, code, apiMessage: fields.message ?? '' };
}

/**
 * `champY` for a contact alone, `champY_X` for several [3.7.2, 3.7.3]. The number of a contact comes after its
 * fields: where a server cuts the form off, a contact is missing as a whole, and has no result, instead of
 * being added without its name.
 */
function contactFields(contacts: readonly Contact[]): FormField[] {
	const suffix = (index: number) => (contacts.length === 1 ? '' : `_${index + 1}`);
	return contacts.flatMap(({ phoneNumber, fields }, index): FormField[] => [
		...fields.map(([number, value]): FormField => [`champ${number}${suffix(index)}`, value]),
		[`num${index + 1}`, phoneNumber],
	]);
}

function readContactResult<Status extends string>(
	record: AnswerRecord,
	done: Status,
	already: { code: number; status: Status },
): ContactResult<Status> {
	const { code } = describeCode(record.code);
	const apiMessage = record.message ?? '';
	if (DONE.has(code)) return { status: done, code, apiMessage };
	if (code === already.code) return { status: already.status, code, apiMessage };
	return { failure: failureWithout(`saying whether the contact was ${done}`, record) };
}

/**
 * Adds contacts to a directory [3.7.2, 3.7.3].
 * @param contacts 1 to 500
 * @returns the result of each, in order
 * @throws RequestFailed if no readable answer came
 */
export async function addToDirectory(
	account: Account,
	directoryId: string,
	contacts: readonly Contact[],
): Promise<Array<ContactResult<'added' | 'alreadyPresent'>>> {
	const phoneNumbers = contacts.map(({ phoneNumber }) => phoneNumber);
	const answer = await account.ask([
		['repertoireEdit', 'add'],
		['repertoireId', directoryId],
		...contactFields(contacts),
	]);
	return matchResults(answer, phoneNumbers, (record) =>
		readContactResult(record, 'added', { code: ALREADY_PRESENT, status: 'alreadyPresent' }),
	);
}

/**
 * Removes contacts from a directory [3.7.4].
 * @param phoneNumbers 1 to 500
 * @returns the result of each, in order
 * @throws RequestFailed if no readable answer came
 */
export async function removeFromDirectory(
	account: Account,
	directoryId: string,
	phoneNumbers: readonly string[],
): Promise<Array<ContactResult<'removed' | 'notPresent'>>> {
	const answer = await account.ask([
		['repertoireEdit', 'del'],
		['repertoireId', directoryId],
		...numberedFields(phoneNumbers),
	]);
	return matchResults(answer, phoneNumbers, (record) =>
		readContactResult(record, 'removed', { code: NOT_PRESENT, status: 'notPresent' }),
	);
}
