import type { Values } from '../../engine/field';
import type { RowFilter } from '../../api/files/campaign-report';
import { readPhoneNumbers, restoreNumber } from '../../api/numbers/phone-number';

/** The rows of a report to keep, by option. */
export const rowsToKeepField = {
	displayName: 'Rows to Keep',
	name: 'options',
	type: 'collection',
	displayOptions: { show: { output: ['items'] } },
	placeholder: 'Add Condition',
	default: {},
	description: 'Which rows of the report to return: those that meet all conditions',
	options: [
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Delivered', value: 'delivered', description: 'It reached the phone' },
				{ name: 'Failed', value: 'failed', description: 'It did not reach the phone' },
				{
					name: 'Unknown',
					value: 'unknown',
					description: 'The operator has said nothing yet, or nothing that is known',
				},
			],
			default: 'delivered',
			description: 'What became of the SMS, as far as the operator has said',
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '',
			placeholder: 'e.g. 06 12 34 56 78',
			description:
				'Mobile number of the recipient, or several with a comma between them. Numbers without a country code are French.',
		},
		{
			displayName: 'Tracker',
			name: 'tracker',
			type: 'string',
			default: '',
			placeholder: 'e.g. order_1234',
			description: 'The tracker that the SMS were sent with',
		},
	],
} as const;

type RowsToKeep = Values<[typeof rowsToKeepField]>['options'];

/**
 * Tells which rows to keep; a blank condition does not count.
 * @throws InvalidInputError for what is no phone number
 */
export function rowFilter({ to = '', status, tracker = '' }: RowsToKeep): RowFilter | undefined {
	const isAny = to.trim() === '';
	const wanted = isAny ? [] : readPhoneNumbers(to);
	const numbers = new Set(wanted.map(({ submitted }) => restoreNumber(submitted)));
	if (isAny && status === undefined && tracker === '') return undefined;
	return (message) =>
		(isAny || numbers.has(message.to)) &&
		(status === undefined || message.status === status) &&
		(tracker === '' || message.tracker === tracker);
}
