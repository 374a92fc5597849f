import type { RowFilter } from '../../api/files/campaign-report';
import { keepRows, readReportMessages, readReportRows } from '../../api/files/campaign-report';
import type { ReportPart } from '../../api/requests/report';
import { downloadReport, joinReports } from '../../api/requests/report';
import type { Period } from '../../api/time/report-period';
import { readPeriod, reportFields } from '../../api/time/report-period';
import { defineOperation } from '../../engine/operation';
import type { OutputItem } from '../../engine/task';
import { WORKFLOW_TIME_ZONE } from '../fields/time-zone';
import {
	binaryPropertyNameField,
	csvItem,
	limitField,
	outputField,
	returnAllField,
} from '../fields/download';
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
		{
			displayName: 'Start Date',
			name: 'startDate',
			type: 'dateTime',
			default: '',
			required: true,
			hint: `In ${WORKFLOW_TIME_ZONE}`,
			description: 'First minute of the period',
		},
		{
			displayName: 'End Date',
			name: 'endDate',
			type: 'dateTime',
			default: '',
			required: true,
			hint: `In ${WORKFLOW_TIME_ZONE}`,
			description: 'Last minute of the period',
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
		rowsToKeepField,
	],
	idempotent: true,

	prepare(input, { timezone }) {
		const request: Request = {
			period: readPeriod(input.startDate, input.endDate, timezone),
			output: input.output,
			simplify: input.simplify,
			limit: input.returnAll ? Infinity : input.limit,
			property: input.binaryPropertyName,
			isWanted: rowFilter(input.options),
		};
		return [{ duplicateKey: JSON.stringify([request, input.options]), request }];
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
