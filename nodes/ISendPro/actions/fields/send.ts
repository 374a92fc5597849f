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
	displayName: 'Batch Interval (Ms)',
	name: 'batchInterval',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3_600_000, numberPrecision: 0 },
	default: 0,
	description: 'Rarely needed: how many milliseconds to wait between two requests',
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
			description: 'Fail after everything that could be sent has been sent',
		},
	],
	default: 'continue',
	description: 'What to do when iSendPro accepts some recipients and refuses others',
} as const;

/** The user's own reference to a message [3.2.3]. */
export const trackerField = {
	displayName: 'Tracker',
	name: 'tracker',
	type: 'string',
	default: '',
	placeholder: 'e.g. order_1234',
	description:
		'Your own reference, e.g. the ID of a record: it comes back with the delivery receipt and the reply. Up to 49 letters, digits, _ and -.',
} as const;
