import { FRENCH_ZONE, instantOf, readWallClock, wallClock } from '../manual/calendar';
import { Refusal } from '../manual/codes';
import { writeFile } from '../http/files';
import { REPORT_COLUMNS } from '../manual/columns';
import { nationalForm } from '../manual/numbers';
import type { Phone, ReceiptBehaviour, ReceivedMessage, ReportRow } from '../types';
import { refuseTooManyRows } from './call';
import type { Call, Handler } from './call';

/** How many milliseconds of its minute `date_fin` covers. */
const END_COVERS_MS = { wholeMinute: 60_000, firstSecond: 1000, nothing: 0 };

/**
 * `rapportCampagne=1` [3.8], from the start of the first minute. Throws 201-204 for the dates, 205
 * for too many rows, 206 for none.
 */
export const report: Handler = (call) => {
	const { account, args, world } = call;
	const from = readDate(args.get('date_deb'), { missing: 201, malformed: 203 }, 'start');
	const end = readDate(args.get('date_fin'), { missing: 202, malformed: 204 }, 'end');
	const until = new Date(end.getTime() + END_COVERS_MS[world.service.reportEnd]);
	const inPeriod = ({ sentAt }: Pick<ReportRow, 'sentAt'>) => sentAt >= from && sentAt < until;
	const rows = [...account.reportRows.filter(inPeriod), ...sentRows(call).filter(inPeriod)];
	refuseTooManyRows(rows.length, world);
	if (rows.length === 0) throw new Refusal(206);
	rows.sort((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
	return writeFile('rapportCampagne', REPORT_COLUMNS, rows.map(writeRow), world.service);
};

/** A date as French local time; a day alone starts with its first minute and ends with its last. */
function readDate(
	text: string | undefined,
	codes: { missing: number; malformed: number },
	side: 'start' | 'end',
): Date {
	if (text === undefined || text === '') throw new Refusal(codes.missing);
	const read = readWallClock(text);
	if (read === undefined) throw new Refusal(codes.malformed);
	const { wall, dayOnly } = read;
	if (side === 'end' && dayOnly) wall.setUTCHours(23, 59);
	return instantOf(wall, FRENCH_ZONE);
}

/** The messages of an account that are in its report by now. */
function sentRows({ account, world }: Call): ReportRow[] {
	const now = world.clock.now();
	const shownUntil = now.getTime() - world.service.reportDelay;
	return world.phones.all().flatMap((phone) =>
		phone.messages.flatMap((message) => {
			const { keyId, receivedAt } = message;
			if (keyId !== account.keyId || !receivedAt || receivedAt.getTime() > shownUntil) return [];
			return sentRow(message, phone, receivedAt, now);
		}),
	);
}

function sentRow(message: ReceivedMessage, phone: Phone, sentAt: Date, now: Date): ReportRow {
	const { number, operator } = phone;
	const received = phone.replies.filter(
		(reply) => reply.transmitted && reply.message === message.id,
	);
	const reported = message.reported && message.reported.at <= now ? message.reported : undefined;
	const delivered = reported?.outcome === 'delivered';
	return {
		sentAt,
		sender: message.sender,
		to: nationalForm(number),
		text: message.text,
		information: reported ? `${operator}: SMS ${delivered ? 'remis' : 'non remis'}` : '',
		details: reported
			? `Message for 00${number.slice(1)} has ${delivered ? '' : 'not '}been delivered`
			: '',
		status: reported ? writeStatus(reported) : '',
		reply: received.at(-1)?.text ?? '',
		channel: 'Haute Qualite',
		price: message.price,
		stop: received.some(({ text }) => /^\s*stop\b/i.test(text)) ? 1 : 0,
		tracker: message.tracker,
	};
}

function writeStatus({ outcome, errorCode = '2' }: ReceiptBehaviour): string {
	return outcome === 'delivered' ? '0' : errorCode;
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
