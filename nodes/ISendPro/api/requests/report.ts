import { CARRIAGE_RETURN, LINE_FEED } from '../files/csv';
import type { ReportEdges } from '../files/report-edges';
import { UndatedRows } from '../files/report-edges';
import type { Period } from '../time/report-period';
import { halve, withLaterEnd, writeReading, writeSurplus } from '../time/report-period';
import type { Download } from '../wire/account';
import type { Answer } from '../wire/answer';
import { describeCode, TOO_MANY_ROWS } from '../wire/codes';
import type { Failure } from '../wire/failure';
import { failureOfCode, RequestFailed } from '../wire/failure';
import { MAX_ROWS_TEXT } from '../wire/limits';

/** A file of a report. */
export interface ReportPart {
	readonly csv: Uint8Array;
	/** Which of its rows belong to another part: to be read once, before the next part. */
	readonly edges: ReportEdges;
}

/** Asks iSendPro for the report of one period. */
type Ask = (period: Period) => Promise<Download>;

/**
 * Downloads the report of a period as CSV files, one after the other in time. A period with too many rows
 * is halved until each part is small enough; one without messages gives no file. Each part is asked for to
 * the minute after its end, since the manual does not say whether the report covers its last minute.
 * @throws RequestFailed when iSendPro refuses, or a single minute has too many rows; UnreadableAnswerError
 * when an answer cannot be read
 */
export async function* downloadReport(
	period: Period,
	ask: Ask,
	undated?: UndatedRows,
): AsyncGenerator<ReportPart, void> {
	const { csv, answer } = await ask(withLaterEnd(period));
	if (csv) {
		undated?.beginPart();
		yield { csv, edges: { surplus: writeSurplus(period), undated } };
		return;
	}
	const { code, kind } = describeCode(answer.fields.code);
	if (kind === 'empty') {
		undated?.beginPart();
		return;
	}
	const halves = code === TOO_MANY_ROWS ? halve(period) : undefined;
	if (!halves) throw new RequestFailed(reportRefused(answer, period));
	const undatedOfAll = undated ?? new UndatedRows();
	for (const half of halves) yield* downloadReport(half, ask, undatedOfAll);
}

function reportRefused({ fields }: Answer, { first }: Period): Failure {
	const failure = failureOfCode(fields);
	if (failure.code !== TOO_MANY_ROWS) return failure;
	return {
		...failure,
		description: `More than ${MAX_ROWS_TEXT} SMS were sent within a minute or two from ${writeReading(first)} (French time), and iSendPro reports no shorter period. Look in the customer area, or ask support@isendpro.com for the report.`,
	};
}

/** Joins the files of one report into one, with one header. */
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
