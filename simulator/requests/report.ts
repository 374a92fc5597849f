import { FRENCH_ZONE, instantOf, readWallClock, wallClock } from '../calendar';
import { Refusal } from '../codes';
import { writeFile } from '../files';
import { nationalForm } from '../numbers';
import type { Phone, ReceivedMessage, ReportRow } from '../types';
import type { Call, Handler } from './call';

const HEADER = [
	"Date d'envoi",
	'Emetteur',
	'Destinataire',
	'Message',
	'Information complémentaire',
	'Infos details',
	'Statut',
	'SMS retour',
	'Canal',
	'Prix',
	'STOP',
	'Tracker',
];

/**
 * `rapportCampagne=1` [3.8], both minutes included. Throws 201-204 for the dates, 205 for too many
 * rows, 206 for none.
 */
export const report: Handler = (call) => {
	const { account, args, world } = call;
	const from = readDate(args.get('date_deb'), { missing: 201, malformed: 203 }, 0);
	const until = readDate(args.get('date_fin'), { missing: 202, malformed: 204 }, 60_000);
	const inPeriod = ({ sentAt }: Pick<ReportRow, 'sentAt'>) => sentAt >= from && sentAt < until;
	const rows = [...account.reportRows.filter(inPeriod), ...sentRows(call).filter(inPeriod)];
	if (rows.length > world.service.maxRows) throw new Refusal(205);
	if (rows.length === 0) throw new Refusal(206);
	rows.sort((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
	return writeFile('rapportCampagne', HEADER, rows.map(writeRow), world.service);
};

/**
 * A date as French local time; `end` is added to the minute, and a day alone ends with its last
 * one.
 */
function readDate(
	text: string | undefined,
	codes: { missing: number; malformed: number },
	end: number,
): Date {
	if (text === undefined || text === '') throw new Refusal(codes.missing);
	const read = readWallClock(text);
	if (read === undefined) throw new Refusal(codes.malformed);
	const { wall, dayOnly } = read;
	if (end > 0 && dayOnly) wall.setUTCHours(23, 59);
	return new Date(instantOf(wall, FRENCH_ZONE).getTime() + end);
}

function sentRows({ account, world }: Call): ReportRow[] {
	return world.phones.all().flatMap((phone) =>
		phone.messages.flatMap((message) => {
			const { keyId, receivedAt } = message;
			return keyId === account.keyId && receivedAt ? sentRow(message, phone, receivedAt) : [];
		}),
	);
}

function sentRow(message: ReceivedMessage, phone: Phone, sentAt: Date): ReportRow {
	const { number, operator, receipt, replies } = phone;
	const answers = replies.filter(({ at, transmitted }) => transmitted && at >= sentAt);
	const delivered = receipt.outcome === 'delivered';
	return {
		sentAt,
		sender: message.sender,
		to: nationalForm(number),
		text: message.text,
		information: `${operator}: SMS ${delivered ? 'remis' : 'non remis'}`,
		details: `Message for 00${number.slice(1)} has ${delivered ? '' : 'not '}been delivered`,
		status: delivered ? '0' : '2',
		reply: answers.at(-1)?.text ?? '',
		channel: 'Haute Qualite',
		price: message.price,
		stop: answers.some(({ text }) => /^\s*stop\b/i.test(text)) ? 1 : 0,
		tracker: message.tracker,
	};
}

function writeRow(row: ReportRow): string[] {
	const shown = wallClock(row.sentAt, FRENCH_ZONE).toISOString();
	return [
		shown.replace(/^(\d+)-(\d+)-(\d+)T(\d+:\d+).*$/, '$3/$2/$1 $4'),
		row.sender,
		row.to,
		row.text,
		row.information,
		row.details,
		row.status,
		row.reply,
		row.channel,
		row.price.toFixed(3).replace('.', ','),
		String(row.stop),
		row.tracker,
	];
}
