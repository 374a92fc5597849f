import { readReportMessages, readReportRows } from '../../api/files/campaign-report';
import { downloadReport, joinReports } from '../../api/requests/report';
import type { Period } from '../../api/time/report-period';
import { readPeriod, reportFields } from '../../api/time/report-period';
import { csvItem } from '../../engine/csv-item';
import type { OutputItem } from '../../engine/operation';
import { defineOperation } from '../../engine/operation';
import {
	binaryPropertyNameField,
	limitField,
	outputField,
	returnAllField,
} from '../fields/download';

/** What is wanted of a report. */
interface Request {
	period: Period;
	output: 'items' | 'file';
	simplify: boolean;
	/** The most rows. */
	limit: number;
	property: string;
}

async function fileOf(files: AsyncIterable<Uint8Array>, property: string): Promise<OutputItem[]> {
	const parts: Uint8Array[] = [];
	for await (const file of files) parts.push(file);
	if (parts.length === 0) return [];
	return [csvItem(joinReports(parts), property, 'campaign-report.csv')];
}

/** Reads file after file, and asks for no more of them than the limit needs. */
async function rowsOf(
	files: AsyncIterable<Uint8Array>,
	{ simplify, limit: most }: Request,
): Promise<OutputItem[]> {
	const items: OutputItem[] = [];
	for await (const file of files) {
		const left = most - items.length;
		const rows = simplify ? readReportMessages(file, left) : readReportRows(file, left);
		for (const row of rows) items.push({ json: { ...row } });
		if (items.length >= most) break;
	}
	return items;
}

export const getReport = defineOperation({
	option: {
		name: 'Get Report',
		value: 'getReport',
		action: 'Get a report of sent SMS',
		description: 'Get every SMS of a period with its status, reply and price',
	},
	fields: [
		{
			displayName: 'Start Date',
			name: 'startDate',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				'First minute of the period. Without an offset, in the time zone of the workflow.',
		},
		{
			displayName: 'End Date',
			name: 'endDate',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				'Last minute of the period. Without an offset, in the time zone of the workflow.',
		},
		outputField,
		returnAllField,
		limitField,
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			displayOptions: { show: { output: ['items'] } },
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		binaryPropertyNameField,
	],
	repeatable: true,

	prepare(input, { timezone }) {
		const request: Request = {
			period: readPeriod(input.startDate, input.endDate, timezone),
			output: input.output,
			simplify: input.simplify,
			limit: input.returnAll ? Infinity : input.limit,
			property: input.binaryPropertyName,
		};
		return [{ duplicateKey: JSON.stringify(request), request }];
	},

	async run(account, [request]) {
		const files = downloadReport(
			request.period,
			async (period) => await account.download(reportFields(period)),
		);
		return [
			request.output === 'file'
				? await fileOf(files, request.property)
				: await rowsOf(files, request),
		];
	},
});
