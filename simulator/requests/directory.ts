import { Refusal, writeCode } from '../codes';
import { parseNumber } from '../numbers';
import type { Directory } from '../types';
import {
	answerCode,
	answerRecords,
	type Call,
	type Handler,
	readRecipients,
	type Recipient,
	recordOf,
} from './call';

const fieldCount = 27;

/** `repertoireEdit=create` [3.7.1]. */
export const directoryCreate: Handler = (call) => {
	const { args, account, world } = call;
	args.get('repertoireEdit');
	const name = args.get('repertoireNom') ?? '';
	if (name.trim() === '') throw new Refusal(101);
	const directory: Directory = { id: world.nextId(), name, contacts: [] };
	account.directories.push(directory);
	return answerCode(call, 100, { before: [['repertoireId', directory.id]] });
};

/** `repertoireEdit=add` [3.7.2], with the contact's fields [3.7.3]. */
export const directoryAdd: Handler = (call) =>
	edit(call, (directory, international, recipient, alone) => {
		if (directory.contacts.some((contact) => contact.number === international)) return 105;
		const fields = readFields(call, recipient, alone);
		directory.contacts.push({ number: international, fields });
		return 103;
	});

/** `repertoireEdit=del` [3.7.4]. */
export const directoryRemove: Handler = (call) =>
	edit(call, (directory, international) => {
		const place = directory.contacts.findIndex((contact) => contact.number === international);
		if (place < 0) return 107;
		directory.contacts.splice(place, 1);
		return 106;
	});

type Edit = (
	directory: Directory,
	international: string,
	recipient: Recipient,
	alone: boolean,
) => number;

function edit(call: Call, change: Edit) {
	const { args, world } = call;
	args.get('repertoireEdit');
	const directory = findDirectory(call);
	const now = world.clock.now();
	if (world.campaigns.some(({ directoryId, at }) => directoryId === directory.id && at > now)) {
		throw new Refusal(104);
	}
	const recipients = readRecipients(call);
	const records = recipients.map((recipient) =>
		recordOf(call, recipient, () => {
			const { written } = recipient;
			if (written === '') throw new Refusal(6);
			const number = parseNumber(written);
			if (number === undefined) throw new Refusal(7);
			const outcome = change(directory, number.international, recipient, recipients.length === 1);
			const { code, message } = writeCode(outcome, world.service.wording);
			return [
				['code', code],
				['repertoireId', directory.id],
				['tel', written],
				['message', message],
			];
		}),
	);
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
	for (let field = 1; field <= fieldCount; field++) {
		const value = args.get(alone ? `champ${field}` : `champ${field}_${number}`);
		if (value !== undefined) fields[field] = value;
	}
	return fields;
}
