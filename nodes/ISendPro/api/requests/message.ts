import type { Schedule } from '../time/schedule';
import type { Account } from '../wire/account';
import type { Answer, AnswerRecord } from '../wire/answer';
import { describeCode } from '../wire/codes';
import type { Failure } from '../wire/failure';
import { failureWithout } from '../wire/failure';
import type { FormField } from '../wire/form';

/** "Votre message a bien été envoyé" [4.1]: the only code that says so. */
const ACCEPTED = 0;

/** What the messages of one request have in common. */
export interface MessageSettings {
	sender?: string;
	/** `nostop`: leaves the STOP mention out [3.2.1]. */
	removeStop: boolean;
	/** `numAzur` [3.2.2]. */
	useAzurNumber: boolean;
	/** `smslong`: the parts asked for, or 999 to let iSendPro count them [3.2.4]. */
	parts: number;
	/** `ucs2` [3.16]. */
	unicode: boolean;
	schedule?: Schedule;
}

/** One message of a request. */
export interface Message {
	/** The number as iSendPro wants it. */
	to: string;
	text: string;
	tracker?: string;
}

/** The result for one message: accepted, or a failure. */
export type Acceptance =
	{ code: number; apiMessage: string; billedParts?: number } | { failure: Failure };

function settingFields(settings: MessageSettings): FormField[] {
	const { sender, removeStop, useAzurNumber, parts, unicode, schedule } = settings;
	const fields: Array<readonly [name: string, value: string | false | undefined]> = [
		['emetteur', sender],
		['nostop', removeStop && '1'],
		['numAzur', useAzurNumber && '1'],
		['smslong', String(parts)],
		['ucs2', unicode && '1'],
		['date_envoi', schedule?.dateEnvoi],
		['gmt_zone', schedule?.gmtZone],
	];
	return fields.filter((field): field is FormField => typeof field[1] === 'string');
}

/** One message alone [3.2]; several, numbered, with one text if it is the same for all [3.3]. */
export function messageFields(messages: readonly Message[]): FormField[] {
	const [first, ...others] = messages;
	if (!first) return [];
	if (others.length === 0) {
		return [
			['sms', first.text],
			['num', first.to],
			...(first.tracker ? [['tracker', first.tracker] as const] : []),
		];
	}
	const sameText = others.every(({ text }) => text === first.text);
	return [
		...(sameText ? [['sms', first.text] as const] : []),
		...messages.flatMap(({ to, text, tracker }, index): FormField[] => [
			...(sameText ? [] : [[`sms${index + 1}`, text] as const]),
			[`num${index + 1}`, to],
			...(tracker ? [[`tracker${index + 1}`, tracker] as const] : []),
		]),
	];
}

/**
 * Makes a request about messages with these settings [3.2 to 3.6, 3.16]. Settings come first: a server
 * may cut off the end of a long form, which must not hold settings.
 * @param fields recipients and texts
 * @param first goes before everything else
 */
export async function askWithSettings(
	account: Account,
	settings: MessageSettings,
	fields: readonly FormField[],
	...first: readonly FormField[]
): Promise<Answer> {
	return await account.ask(
		[...first, ...settingFields(settings), ...fields],
		settings.unicode ? 'utf-8' : undefined,
	);
}

/** @param record the fields that hold `code` and `message` */
export function readAcceptance(record: AnswerRecord): Acceptance {
	const { code } = describeCode(record.code);
	if (code === ACCEPTED) return { code, apiMessage: record.message ?? '' };
	return { failure: failureWithout('saying whether the message was accepted', record) };
}
