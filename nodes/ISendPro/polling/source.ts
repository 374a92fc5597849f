import { readBlacklist } from '../api/files/blacklist-file';
import { readReportEntries } from '../api/files/campaign-report';
import { downloadBlacklist } from '../api/requests/blacklist';
import { downloadReport } from '../api/requests/report';
import { UndatedRows } from '../api/files/report-edges';
import { reportFields } from '../api/time/report-period';
import type { Account } from '../api/wire/account';
import { TOO_MANY_ROWS } from '../api/wire/codes';
import { RequestFailed } from '../api/wire/failure';
import type { ReportRow } from './report-row';
import { toReportRow } from './report-row';
import type { Source } from './round';

/** Downloads what a poll reads. */
export function downloadsOf(account: Account): Source {
	return {
		readRows: async (chunk) => {
			const parts = downloadReport(
				chunk,
				async (period) => await account.download(reportFields(period)),
				new UndatedRows(),
			);
			const rows: ReportRow[][] = [];
			for await (const { csv, edges } of parts) {
				rows.push(readReportEntries(csv, edges).map(toReportRow));
			}
			return rows.flat();
		},
		readBlacklist: async () => {
			const csv = await downloadBlacklist(account).catch((error: unknown) => {
				throw withWhatWorks(error);
			});
			return csv ? readBlacklist(csv) : [];
		},
	};
}

/** A list that is too long to be downloaded stays so: the error says what goes on. */
function withWhatWorks(error: unknown): unknown {
	if (!(error instanceof RequestFailed) || error.failure.code !== TOO_MANY_ROWS) return error;
	return new RequestFailed({
		...error.failure,
		description: `${error.failure.description} Receipts, replies and STOPs still come out; numbers that enter or leave the blacklist do not. To end this error, deselect Blacklisted and Unblacklisted.`,
	});
}
