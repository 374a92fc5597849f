import { readDownload } from '../files/download';
import { failureOfCode, RequestFailed } from '../wire/failure';
import type { Period } from '../time/report-period';
import { halve } from '../time/report-period';
import { describeCode } from '../wire/codes';

/** A report would have more than 200,000 rows [3.8, 4.1]. */
const TOO_MANY_ROWS = 205;

/**
 * Downloads the report of a period as CSV files, one after the other in time. A period with too many rows
 * is halved until each part is small enough; one without messages gives no file.
 *
 * @param download asks iSendPro for the report of one period and returns the bytes of the answer
 * @throws RequestFailed when iSendPro refuses; UnreadableAnswerError when an answer cannot be read
 */
export async function* downloadReport(
	period: Period,
	download: (period: Period) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
	const { csv, answer } = readDownload(await download(period));
	if (csv) {
		yield csv;
		return;
	}
	const { code, kind } = describeCode(answer.fields.code);
	if (kind === 'empty') return;
	const halves = code === TOO_MANY_ROWS ? halve(period) : undefined;
	if (!halves) throw new RequestFailed(failureOfCode(answer.fields));
	for (const half of halves) yield* downloadReport(half, download);
}

const LINE_FEED = 0x0a;

/** Joins the files of one report into one: the header stays once. */
export function joinReports(files: readonly Uint8Array[]): Uint8Array {
	const parts: Uint8Array[] = [];
	for (const file of files) {
		const rows = parts.length === 0 ? file : file.subarray(file.indexOf(LINE_FEED) + 1);
		if (rows.length === 0) continue;
		const open = parts.length > 0 && parts.at(-1)?.at(-1) !== LINE_FEED;
		parts.push(...(open ? [Buffer.of(LINE_FEED)] : []), rows);
	}
	return Buffer.concat(parts);
}
