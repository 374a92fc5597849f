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
	if (isBlank(value)) return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	const shown = startOf(String(value), 40);
	return typeof value === 'string' ? `the text "${shown}"` : shown;
}

/** Whether a value is what an expression without one gives. */
export function isMissing(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

/** Whether a value is what a blank cell of a sheet gives. */
export function isBlank(value: unknown): boolean {
	return typeof value === 'string' && value.trim() === '';
}

/** The error for a value of another kind. @param wanted what the field takes, e.g. `a number` */
export function refuse(
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

/** @throws InvalidInputError for what is neither text nor a number */
export function readText(field: Field, value: unknown): string {
	// `readInput` refuses an empty one that is required, with its own message.
	if (isMissing(value) && field.required) return '';
	if (typeof value === 'string') return value;
	if (Number.isFinite(value) || typeof value === 'bigint') return String(value);
	throw refuse(field, 'text', value);
}

/** @throws InvalidInputError for what is no number, or not one that the field takes */
export function readNumber(field: Field, value: unknown): number {
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

/** @throws InvalidInputError for what is neither true nor false */
export function readBoolean(field: Field, value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw refuse(field, 'true or false', value);
}

/** @throws InvalidInputError for what is no choice of the field */
export function readChoice(field: Field, value: unknown): unknown {
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
