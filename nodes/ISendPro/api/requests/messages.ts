import type { AnswerRecord } from '../wire/answer';
import type { Failure } from '../wire/failure';
import { failureWithout } from '../wire/failure';
import type { FormField } from '../wire/form';
import type { Gateway } from '../wire/account';
import { describeCode } from '../wire/codes';
import { resultsInOrder } from '../wire/results';
import type { Schedule } from '../time/schedule';

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

/** iSendPro's word on one message. */
export type Acceptance = { code: number; apiMessage: string } | { failure: Failure };

function settingFields(settings: MessageSettings): FormField[] {
	const { sender, removeStop, useAzurNumber, parts, unicode, schedule } = settings;
	return [
		...(sender === undefined ? [] : [['emetteur', sender] as const]),
		...(removeStop ? [['nostop', '1'] as const] : []),
		...(useAzurNumber ? [['numAzur', '1'] as const] : []),
		['smslong', String(parts)],
		...(unicode ? [['ucs2', '1'] as const] : []),
		...(schedule
			? ([
					['date_envoi', schedule.dateEnvoi],
					['gmt_zone', schedule.gmtZone],
				] as const)
			: []),
	];
}

/** One message alone [3.2]; several, numbered, with one text if it is the same for all [3.3]. */
function messageFields(messages: readonly Message[]): FormField[] {
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

function requestOptions(settings: MessageSettings, repeatable: boolean) {
	return settings.unicode ? { repeatable, encoding: 'utf-8' as const } : { repeatable };
}

function numbersOf(messages: readonly Message[]): string[] {
	return messages.map(({ to }) => to);
}

/** @param record the fields that hold `code` and `message` */
function acceptanceOf(record: AnswerRecord): Acceptance {
	const { code } = describeCode(record.code ?? '');
	if (code === ACCEPTED) return { code, apiMessage: record.message ?? '' };
	return { failure: failureWithout('saying whether the message was accepted', record) };
}

/**
 * Sends messages [3.2, 3.3]. Never repeated once iSendPro may have acted.
 * @param messages 1 to 500, all to one country
 * @returns iSendPro's word on each, in order
 * @throws GatewayError if no readable answer came
 */
export async function sendMessages(
	gateway: Gateway,
	messages: readonly Message[],
	settings: MessageSettings,
): Promise<Acceptance[]> {
	const answer = await gateway.request(
		[...messageFields(messages), ...settingFields(settings)],
		requestOptions(settings, false),
	);
	return resultsInOrder(answer, numbersOf(messages)).map(acceptanceOf);
}

/**
 * Sends one message to all contacts of a directory [3.3.4]. Never repeated.
 * @throws GatewayError if no readable answer came
 */
export async function sendToDirectory(
	gateway: Gateway,
	directoryId: string,
	text: string,
	settings: MessageSettings,
): Promise<Acceptance> {
	const { fields, records } = await gateway.request(
		[['sms', text], ['repertoireId', directoryId], ...settingFields(settings)],
		requestOptions(settings, false),
	);
	if (fields.code !== undefined || records.size === 0) return acceptanceOf(fields);
	// The manual shows no such answer: if iSendPro counts contacts one by one, one that was reached
	// makes it a message that is out.
	const acceptances = [...records.values()].map(acceptanceOf);
	return acceptances.find((one) => 'code' in one) ?? acceptances[0] ?? acceptanceOf(fields);
}

/** iSendPro's count of one message [3.4]. */
export type Count = { characters: number; parts: number } | { failure: Failure };

function countOf(record: AnswerRecord): Count {
	const { nb_caractere: characters = '', nb_sms: parts = '' } = record;
	if (/^\d+$/.test(characters) && /^\d+$/.test(parts)) {
		return { characters: Number(characters), parts: Number(parts) };
	}
	return { failure: failureWithout('the count', record) };
}

/**
 * Has iSendPro count characters and parts; nothing is sent and nothing is paid [3.4].
 * @returns a count for each message, in order
 * @throws GatewayError if no readable answer came
 */
export async function countMessages(
	gateway: Gateway,
	messages: readonly Message[],
	settings: MessageSettings,
): Promise<Count[]> {
	const answer = await gateway.request(
		[...messageFields(messages), ...settingFields(settings), ['comptage', '1']],
		requestOptions(settings, true),
	);
	return resultsInOrder(answer, numbersOf(messages)).map(countOf);
}
