import { countRowsOf } from '../files/campaign-report';
import { readDownload } from '../files/download';
import type { ReportEdges } from '../files/report-edges';
import { UndatedRows } from '../files/report-edges';
import type { Period } from '../time/report-period';
import { halve, withLaterEnd, writeRowMinute, writeSurplus } from '../time/report-period';
import { describeCode } from '../wire/codes';
import { failureOfCode, RequestFailed } from '../wire/failure';

/** A report would have more than 200,000 rows [3.8, 4.1]. */
const TOO_MANY_ROWS = 205;

/** A file of a report. */
export interface ReportPart {
	readonly csv: Uint8Array;
	/** What in it is not of this part: to be read once, before the next part is. */
	readonly edges: ReportEdges;
}

/** What iSendPro gives for a period; nothing where there are no messages. */
interface Reply {
	readonly csv?: Uint8Array;
	readonly tooMany?: RequestFailed;
}

type Download = (period: Period) => Promise<Uint8Array>;

/**
 * Downloads the report of a period as CSV files, one after the other in time. A period with too many rows
 * is halved until each part is small enough; one without messages gives no file. Each is asked for to the
 * minute after its end, since nobody knows whether iSendPro counts the last one in.
 *
 * @param download asks iSendPro for the report of one period and returns the bytes of the answer
 * @throws RequestFailed when iSendPro refuses; UnreadableAnswerError when an answer cannot be read
 */
export async function* downloadReport(
	period: Period,
	download: Download,
	undated?: UndatedRows,
): AsyncGenerator<ReportPart, void> {
	const { csv, tooMany } = await ask(withLaterEnd(period), download);
	if (tooMany) {
		yield* downloadInParts(period, download, undated ?? new UndatedRows(), tooMany);
		return;
	}
	undated?.beginPart();
	if (csv) yield { csv, edges: { surplus: writeSurplus(period), undated } };
}

async function* downloadInParts(
	period: Period,
	download: Download,
	undated: UndatedRows,
	tooMany: RequestFailed,
): AsyncGenerator<ReportPart, void> {
	const halves = halve(period);
	if (halves) {
		for (const half of halves) yield* downloadReport(half, download, undated);
		return;
	}
	const csv = await downloadMinute(period, download, tooMany);
	undated.beginPart();
	if (csv) yield { csv, edges: { undated } };
}

/**
 * Downloads a single minute that has too many rows together with the next one. With its own end it is
 * whole only if `date_fin` covers its minute, so the next minute has to show that it does: else rows would
 * be lost in silence.
 */
async function downloadMinute(
	minute: Period,
	download: Download,
	tooMany: RequestFailed,
): Promise<Uint8Array | undefined> {
	const alone = await ask(minute, download);
	if (alone.tooMany) throw alone.tooMany;
	const { last } = withLaterEnd(minute);
	const next = { first: last, last };
	const nextAlone = await ask(next, download);
	if (nextAlone.tooMany) return alone.csv;
	// Together they are too many, so neither is empty and what came is less than all.
	if (!alone.csv || !nextAlone.csv) throw tooMany;
	const nextWhole = await ask(withLaterEnd(next), download);
	if (nextWhole.tooMany) return alone.csv;
	const rowsOfNext = (csv: Uint8Array) => countRowsOf(csv, writeRowMinute(last));
	if (nextWhole.csv && rowsOfNext(nextWhole.csv) === rowsOfNext(nextAlone.csv)) return alone.csv;
	throw tooMany;
}

async function ask(period: Period, download: Download): Promise<Reply> {
	const { csv, answer } = readDownload(await download(period));
	if (csv) return { csv };
	const { code, kind } = describeCode(answer.fields.code);
	if (kind === 'empty') return {};
	const failed = new RequestFailed(failureOfCode(answer.fields));
	if (code === TOO_MANY_ROWS) return { tooMany: failed };
	throw failed;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Joins the files of one report into one: the header stays once. */
export function joinReports(files: readonly Uint8Array[]): Uint8Array {
	const parts: Uint8Array[] = [];
	for (const file of files) {
		const rows = parts.length === 0 ? file : file.subarray(endOfHeader(file));
		if (rows.length === 0) continue;
		const open =
			parts.length > 0 && ![LINE_FEED, CARRIAGE_RETURN].includes(parts.at(-1)?.at(-1) ?? 0);
		parts.push(...(open ? [Buffer.of(LINE_FEED)] : []), rows);
	}
	return Buffer.concat(parts);
}

/** Where the line after the header begins. */
function endOfHeader(file: Uint8Array): number {
	const end = file.findIndex((byte) => byte === LINE_FEED || byte === CARRIAGE_RETURN);
	if (end === -1) return file.length;
	return file[end] === CARRIAGE_RETURN && file[end + 1] === LINE_FEED ? end + 2 : end + 1;
}
