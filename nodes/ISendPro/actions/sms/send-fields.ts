import { readAmount } from '../../api/text/amount';

/** Sends the same text to the same number more than once in a run. */
export const allowDuplicatesField = {
	displayName: 'Allow Duplicates',
	name: 'allowDuplicates',
	type: 'boolean',
	default: false,
	description:
		'Whether to send the same text to the same number more than once in a run. By default the repeats come out as "skipped".',
} as const;

/** The pause between two requests. */
export const batchIntervalField = {
	displayName: 'Technical: Batch Interval (Ms)',
	name: 'batchInterval',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3_600_000, numberPrecision: 0 },
	default: 0,
	description: 'Rarely needed: how many milliseconds to wait between two requests',
} as const;

/** Checks and counts, but sends nothing. */
export const dryRunField = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: true,
	description:
		'Whether to check and count everything without sending. A hint on the output says how many SMS the run would take and about what they cost.',
} as const;

/** Is seen as long as the dry run is on. */
export const dryRunNotice = {
	displayName:
		'Dry run: everything is checked and counted, but nothing is sent. Switch Dry Run off to send.',
	name: 'dryRunNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { '/options.dryRun': [true] } },
} as const;

/** Is seen unless the dry run is on: one click sends to all. */
export const paidNotice = {
	displayName:
		'Execute step sends to all input items, and each SMS is paid. The option Dry Run only checks and counts.',
	name: 'paidNotice',
	type: 'notice',
	default: '',
	displayOptions: { hide: { '/options.dryRun': [true] } },
} as const;

/** The limit of a run, so that a list gone wrong costs nothing. */
export const maxSmsField = {
	displayName: 'Maximum SMS',
	name: 'maxSms',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 100,
	description:
		'How many SMS one run of this node may take. A run that would take more sends nothing and says how many it would take. Each round of a loop is a run of its own.',
} as const;

/** Reads an amount in euros that may be zero. */
function readLimit(value: unknown, name: string): number {
	if (value === 0 || (typeof value === 'string' && /^\s*0+(?:[.,]0+)?\s*$/.test(value))) return 0;
	return Number(readAmount(value, { name, decimals: 2, example: '12.50' }));
}

/** The most that a run may cost, by the price per SMS of the balance [3.1]. */
export const maxCostField = {
	displayName: 'Maximum Cost',
	name: 'maxCost',
	type: 'number',
	read: (value: unknown) =>
		Number(readAmount(value, { name: '"Maximum Cost"', decimals: 2, example: '12.50' })),
	typeOptions: { minValue: 0.01, numberPrecision: 2 },
	default: 10,
	hint: 'In euros, without tax',
	description:
		'How many euros one run of this node may cost. The balance is asked for first; a run that would cost more at its price per SMS sends nothing. SMS outside metropolitan France may cost more than that price. Each round of a loop is a run of its own.',
} as const;

/** The credit that a run must leave [3.1]. */
export const minimumCreditField = {
	displayName: 'Minimum Credit',
	name: 'minimumCredit',
	type: 'number',
	read: (value: unknown) => readLimit(value, '"Minimum Credit"'),
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 10,
	hint: 'In euros, without tax',
	description:
		'How many euros of credit one run of this node must leave. The balance is asked for first; a run that would leave less at its price per SMS sends nothing. SMS outside metropolitan France may cost more than that price.',
} as const;

/** What to do with a text a part of which has no value. */
export const missingValuesField = {
	displayName: 'Message Missing Values',
	name: 'missingValues',
	type: 'options',
	options: [
		{
			name: 'Refuse the Message',
			value: 'refuse',
			description: 'Send no message with a gap, e.g. "Hello , your order is ready"',
		},
		{
			name: 'Send and Warn',
			value: 'warn',
			description: 'Send it, and say in a hint which items and parts have no value',
		},
	],
	default: 'warn',
	description:
		'What to do with a message in which a part that comes from an expression has no value, e.g. an empty first name',
} as const;

/** What to do when some recipients were accepted and others were not. */
export const onPartialFailureField = {
	displayName: 'On Partial Failure',
	name: 'onPartialFailure',
	type: 'options',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description: 'Output every recipient with its status',
		},
		{
			name: 'Stop the Workflow',
			value: 'stop',
			description: 'Fail at the end, after everything that could be sent has been sent',
		},
	],
	default: 'continue',
	description: 'What to do when iSendPro accepts some recipients and refuses others',
} as const;

/** Sends a message once, however often the workflow is executed. */
export const onceKeyField = {
	displayName: 'Once Key',
	name: 'onceKey',
	type: 'string',
	refusesMissing: true,
	default: '',
	placeholder: 'e.g. order 1042 shipped',
	description:
		'What the message is about, so that it is sent once: a later execution of this node with the same key and number sends nothing (status "skipped"), tests in the editor included. Upper and lower case count. The node remembers its last 10,000. With several workers (queue mode), two executions in the same instant may both send.',
} as const;

/** Makes the links of the texts short [3.18]. */
export const shortenLinksField = {
	displayName: 'Shorten Links',
	name: 'shortenLinks',
	type: 'boolean',
	default: true,
	description:
		'Whether to replace each link that begins with https:// or http:// by a short link of iSendPro, which works for one month. A text whose link cannot be shortened is not sent.',
} as const;

/** The user's own reference to a message [3.2.3]. */
export const trackerField = {
	displayName: 'Tracker',
	name: 'tracker',
	type: 'string',
	default: '',
	placeholder: 'e.g. order_1234',
	description:
		'Your own reference, e.g. the ID of a record: it comes back with the delivery receipt and the reply. Up to 49 letters without accents, digits, _ and -.',
} as const;
