import type { RowFilter } from '../../api/files/campaign-report';
import { keepRows, readReportMessages, readReportRows } from '../../api/files/campaign-report';
import type { ReportPart } from '../../api/requests/report';
import { downloadReport, joinReports } from '../../api/requests/report';
import type { Period } from '../../api/time/report-period';
import { readPeriod, reportFields } from '../../api/time/report-period';
import { findPeriod } from '../../api/time/named-period';
import { defineOperation } from '../../engine/operation';
import type { OutputItem } from '../../engine/task';
import {
	binaryPropertyNameField,
	csvItem,
	limitField,
	outputField,
	returnAllField,
} from '../fields/download';
import { endDateField, periodField, startDateField } from './period-fields';
import { rowFilter, rowsToKeepField } from './rows-to-keep';

/** What is wanted of a report. */
interface Request {
	period: Period;
	output: 'items' | 'file';
	simplify: boolean;
	/** The most rows. */
	limit: number;
	property: string;
	/** The rows to keep; all if absent. */
	isWanted?: RowFilter;
}

async function fileOf(parts: AsyncIterable<ReportPart>, property: string): Promise<OutputItem[]> {
	const files: Uint8Array[] = [];
	for await (const { csv, edges } of parts) {
		const file = keepRows(csv, edges);
		if (file) files.push(file);
	}
	if (files.length === 0) return [];
	return [csvItem(joinReports(files), property, 'campaign-report.csv')];
}

/** Reads part after part, and asks for no more of them than the limit needs. */
async function rowsOf(
	parts: AsyncIterable<ReportPart>,
	{ simplify, limit: most, isWanted }: Request,
): Promise<OutputItem[]> {
	const items: OutputItem[] = [];
	for await (const { csv, edges } of parts) {
		const left = most - items.length;
		const read = simplify ? readReportMessages : readReportRows;
		for (const json of read(csv, left, edges, isWanted)) items.push({ json });
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
		periodField,
		startDateField,
		endDateField,
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
		rowsToKeepField,
	],
	idempotent: true,

	prepare(input, { timezone, now }) {
		const { notes, ...period } =
			input.period === 'custom'
				? readPeriod(input.startDate, input.endDate, timezone)
				: { ...findPeriod(input.period, now), notes: [] };
		const request: Request = {
			period,
			output: input.output,
			simplify: input.simplify,
			limit: input.returnAll ? Infinity : input.limit,
			property: input.binaryPropertyName,
			isWanted: rowFilter(input.options),
		};
		const hints = notes.map((message) => ({ type: 'info', message }) as const);
		return [{ duplicateKey: JSON.stringify([request, input.options]), hints, request }];
	},

	async execute(account, [request]) {
		const parts = downloadReport(
			request.period,
			async (period) => await account.download(reportFields(period)),
		);
		return [
			request.output === 'file'
				? await fileOf(parts, request.property)
				: await rowsOf(parts, request),
		];
	},
});
