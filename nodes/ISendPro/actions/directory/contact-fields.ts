import { InvalidInputError } from '../../api/errors';
import { findMistakes } from '../../api/text/mistakes';
import { mistakesError } from '../../api/text/mistakes-error';
import { repairControls } from '../../api/text/windows-1252';
import type { TextEncoding } from '../../api/wire/form';
import { writePlainText } from '../../api/wire/plain-text';

/** The fields of a contact by their names in the customer area [3.7.3]. */
const choices = [
	{ name: 'Name', value: 1 },
	...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => ({
		name: `Field ${letter}`,
		value: index + 2,
	})),
];

/** What the directory is to hold of the contact besides the number. */
export const contactFieldsField = {
	displayName: 'Contact Fields',
	name: 'contactFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Field',
	default: {},
	description:
		'What to keep with the number, e.g. a name. Fields that are left empty are not sent. The fields of a contact that is there already do not change.',
	options: [
		{
			displayName: 'Field',
			name: 'fields',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'options',
					options: choices,
					default: 1,
					description: 'The field, by its name in the iSendPro customer area',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. Martin',
					description: 'What the field is to hold',
				},
			],
		},
	],
} as const;

/**
 * Reads the fields of a contact; those without a value are left out.
 * @throws InvalidInputError if a field is there twice, or holds what cannot be sent
 */
export function readContactFields(
	rows: ReadonlyArray<{ field: number; value: string }>,
	encoding: TextEncoding,
): Array<[number: number, value: string]> {
	const values = new Map<number, string>();
	for (const { field, value } of rows) {
		if (value === '') continue;
		const name = choices.find((choice) => choice.value === field)?.name;
		if (values.has(field)) {
			throw new InvalidInputError(
				`The contact field "${name}" is there twice`,
				'Keep one of them, or choose another field for the second.',
			);
		}
		const where = `The contact field "${name}"`;
		const repaired = repairControls(value);
		const mistakes = findMistakes(repaired);
		if (mistakes) throw mistakesError(where, mistakes);
		values.set(field, writePlainText(repaired, encoding, where));
	}
	return [...values];
}
