import { InvalidInputError } from '../../api/errors';
import { startOf } from '../../api/text/character';
import type { Field } from '../field';

/** A field with more choices than this has an error name only the first few. */
const MAX_NAMED_CHOICES = 8;
const FIRST_CHOICES = 3;

const CHECK_THE_EXPRESSION = 'Check the expression, or type the value.';

/** Names a value in an error message, shortened: an expression may give anything. */
function describeValue(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (value === '') return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	const shown = startOf(String(value), 40);
	return typeof value === 'string' ? `the text "${shown}"` : shown;
}

/** What an expression without a value gives. */
function isMissing(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

function refuse(
	field: Field,
	wanted: string,
	value: unknown,
	advice = CHECK_THE_EXPRESSION,
): InvalidInputError {
	return new InvalidInputError(
		`"${field.displayName}" must be ${wanted}, but is ${describeValue(value)}`,
		advice,
	);
}

function listOf(choices: ReadonlyArray<string | number | boolean>): string {
	if (choices.length <= MAX_NAMED_CHOICES) return choices.join(', ');
	return [...choices.slice(0, FIRST_CHOICES), '…'].join(', ');
}

function readText(field: Field, value: unknown): string {
	// `readInput` refuses an empty one that is required, with its own message.
	if (isMissing(value) && field.required) return '';
	if (typeof value === 'string') return value;
	if (Number.isFinite(value) || typeof value === 'bigint') return String(value);
	throw refuse(field, 'text', value);
}

function readNumber(field: Field, value: unknown): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number))
		throw refuse(field, 'a number', value);
	const { minValue = -Infinity, maxValue = Infinity } = field.typeOptions ?? {};
	if (number < minValue) throw refuse(field, `at least ${minValue}`, value);
	if (number > maxValue) throw refuse(field, `at most ${maxValue}`, value);
	if (field.typeOptions?.numberPrecision === 0 && !Number.isInteger(number)) {
		throw refuse(field, 'a whole number', value);
	}
	return number;
}

function readBoolean(field: Field, value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw refuse(field, 'true or false', value);
}

function readChoice(field: Field, value: unknown): unknown {
	const choices = (field.options ?? []).flatMap((choice) => ('value' in choice ? [choice] : []));
	const chosen = choices.find((choice) => String(choice.value) === String(value));
	if (chosen) return chosen.value;
	const values = listOf(choices.map((choice) => choice.value));
	throw refuse(
		field,
		`one of ${listOf(choices.map(({ name }) => name))}`,
		value,
		`Choose it from the list, or have the expression give its value: ${values}`,
	);
}

function readMembers(field: Field, value: unknown): unknown {
	if (typeof value !== 'object' || value === null) throw refuse(field, 'an object', value);
	const members: Record<string, unknown> = {};
	for (const [name, given] of Object.entries(value)) {
		const member = field.options?.find((option) => 'type' in option && option.name === name);
		if (member && 'type' in member) members[name] = readMember(member, given);
	}
	return members;
}

/** An option that was added never silently means "without". */
function readMember(member: Field, value: unknown): unknown {
	if (!isMissing(value)) return readValue(member, value);
	throw new InvalidInputError(
		`"${member.displayName}" is set, but its expression has no value`,
		'Check that the expression has a value for this item, or remove the option.',
	);
}

function readRows(field: Field, value: unknown): unknown {
	if (typeof value !== 'object' || value === null) throw refuse(field, 'an object', value);
	const groups = (field.options ?? []).flatMap((group) => ('values' in group ? [group] : []));
	return Object.fromEntries(
		groups.map(({ name, values }) => {
			const given: unknown = Reflect.get(value, name);
			const read = (row: unknown) => readInput(values, (member) => memberValue(row, member));
			if (!field.typeOptions?.multipleValues)
				return [name, isMissing(given) ? undefined : read(given)];
			const rows = given ?? [];
			if (!Array.isArray(rows)) throw refuse(field, 'a list', rows);
			return [name, rows.map(read)];
		}),
	);
}

/** n8n does not store a value that is the default; an expression without a value is another matter. */
function memberValue(row: unknown, { name, default: fallback }: Field): unknown {
	if (typeof row !== 'object' || row === null) return undefined;
	return Reflect.has(row, name) ? Reflect.get(row, name) : fallback;
}

function readValue(field: Field, value: unknown): unknown {
	if (field.raw) return value;
	if (field.read) return field.read(value);
	switch (field.type) {
		case 'number':
			return readNumber(field, value);
		case 'boolean':
			return readBoolean(field, value);
		case 'options':
			return readChoice(field, value);
		case 'collection':
			return readMembers(field, value);
		case 'fixedCollection':
			return readRows(field, value);
		case 'dateTime':
			return value;
		default:
			return readText(field, value);
	}
}

/**
 * Gives an operation the input that its fields promise, whatever an expression gave.
 * @param valueOf a field's value as n8n reads it
 * @throws InvalidInputError naming the field, if a value is of another kind or a required one is empty
 */
export function readInput(
	fields: readonly Field[],
	valueOf: (field: Field) => unknown,
): Record<string, unknown> {
	const input: Record<string, unknown> = {};
	for (const field of fields) {
		if (field.type === 'notice') continue;
		const value = readValue(field, valueOf(field));
		if (field.required && typeof value === 'string' && value.trim() === '') {
			throw new InvalidInputError(
				`"${field.displayName}" is empty`,
				'Fill it in. If it is an expression, check that it has a value for this item.',
			);
		}
		input[field.name] = value;
	}
	return input;
}
