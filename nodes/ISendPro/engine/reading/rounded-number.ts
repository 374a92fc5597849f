import { InvalidInputError } from '../../api/errors';
import type { Field } from '../field';

/** Whether a value is a number that was rounded on its way: JavaScript keeps whole ones up to 2^53-1. */
export function isRounded(value: unknown): value is number {
	return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/**
 * The error for a number in a text that is not the one that its source has, such as an ID of 19 digits. It
 * shows nothing of a secret.
 */
export function roundedError(
	{ displayName, typeOptions }: Field,
	number: number,
): InvalidInputError {
	const named = typeOptions?.password ? 'a number' : `the number ${number}`;
	return new InvalidInputError(
		`"${displayName}" has ${named}, which was rounded on its way`,
		`Have its source write it as text, in quotes: as a number, whole numbers above ${Number.MAX_SAFE_INTEGER} lose their last digits.`,
	);
}
