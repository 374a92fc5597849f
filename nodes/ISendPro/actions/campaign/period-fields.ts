import { WORKFLOW_TIME_ZONE } from '../fields/time-zone';

const FORMS = 'As a text also 25/11/2026 16:30, day first.';

/** Which days the report is about. */
export const periodField = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'Custom', value: 'custom', description: 'From Start Date to End Date' },
		{
			name: 'Last 7 Days',
			value: 'last7Days',
			description: 'The seven whole days before today; without today',
		},
		{ name: 'Last Month', value: 'lastMonth', description: 'The whole calendar month before' },
		{
			name: 'This Month',
			value: 'thisMonth',
			description: 'From the first of the month until now; today included',
		},
		{ name: 'Today', value: 'today', description: 'From midnight until now' },
		{ name: 'Yesterday', value: 'yesterday', description: 'The whole day before today' },
	],
	default: 'custom',
	description:
		"The time in which the SMS were sent. All but Custom are in French time (Europe/Paris), like the report's own dates, whatever the workflow's time zone.",
} as const;

const shown = { displayOptions: { show: { period: ['custom'] } } } as const;

/** Not `required`: n8n then demands it even if an expression in Period gives another than Custom. */
export const startDateField = {
	displayName: 'Start Date',
	name: 'startDate',
	type: 'dateTime',
	...shown,
	default: '',
	hint: `In ${WORKFLOW_TIME_ZONE}`,
	description: `First minute of the period. A date without a time begins with the first minute of that day. ${FORMS}`,
} as const;

/** See {@link startDateField}. */
export const endDateField = {
	displayName: 'End Date',
	name: 'endDate',
	type: 'dateTime',
	...shown,
	default: '',
	hint: `In ${WORKFLOW_TIME_ZONE}`,
	description: `Last minute of the period. A date without a time, such as 2026-11-30, covers all of that day; 2026-11 all of that month. ${FORMS}`,
} as const;
