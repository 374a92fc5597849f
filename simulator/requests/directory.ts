import type { Answer } from '../http/http-response';
import { Refusal } from '../manual/codes';
import { CONTACT_FIELD_COUNT } from '../manual/limits';
import type { Directory } from '../types';
import { answerCode, answerRecords, codeElements, recordsOf } from './answers';
import { numberOf, readRecipients } from './call';
import type { Call, Handler, Recipient } from './call';

/** `repertoireEdit=create` [3.7.1]. */
export const directoryCreate: Handler = (call) => {
	const name = call.args.get('repertoireNom') ?? '';
	if (name.trim() === '') throw new Refusal(101);
	const directory: Directory = { id: call.world.nextId(), name, contacts: [] };
	call.account.directories.push(directory);
	return answerCode(call, 100, { before: [['repertoireId', directory.id]] });
};

/** `repertoireEdit=add` [3.7.2], with the contact's fields [3.7.3]. */
export const directoryAdd: Handler = (call) =>
	edit(call, ({ contacts }, number, recipient, alone) => {
		if (contacts.some((contact) => contact.number === number)) return 105;
		contacts.push({ number, fields: readFields(call, recipient, alone) });
		return 103;
	});

/** `repertoireEdit=del` [3.7.4]. */
export const directoryRemove: Handler = (call) =>
	edit(call, ({ contacts }, number) => {
		const index = contacts.findIndex((contact) => contact.number === number);
		if (index < 0) return 107;
		contacts.splice(index, 1);
		return 106;
	});

/** Edits a directory for one number in international form, and returns the code. */
type Edit = (directory: Directory, number: string, recipient: Recipient, alone: boolean) => number;

function edit(call: Call, apply: Edit): Answer {
	const { world } = call;
	const directory = findDirectory(call);
	const now = world.clock.now();
	if (world.campaigns.some(({ directoryId, at }) => directoryId === directory.id && at > now)) {
		throw new Refusal(104);
	}
	const recipients = readRecipients(call);
	const records = recordsOf(call, recipients, (recipient) => {
		const { international } = numberOf(recipient);
		const code = apply(directory, international, recipient, recipients.length === 1);
		return codeElements(world.service, { code }, [
			['repertoireId', directory.id],
			['tel', recipient.written],
		]);
	});
	return answerRecords(call, records, { numbered: true });
}

/** The directory of `repertoireId`. Throws 102. */
export function findDirectory({ args, account }: Call): Directory {
	const id = args.get('repertoireId');
	const directory = account.directories.find((candidate) => candidate.id === id);
	if (directory === undefined) throw new Refusal(102);
	return directory;
}

/** `champY` where the request holds one number, `champY_X` where it holds several [3.7.3]. */
function readFields({ args }: Call, { number }: Recipient, alone: boolean): Record<number, string> {
	const fields: Record<number, string> = {};
	for (let field = 1; field <= CONTACT_FIELD_COUNT; field++) {
		const value = args.get(alone ? `champ${field}` : `champ${field}_${number}`);
		if (value !== undefined) fields[field] = value;
	}
	return fields;
}
