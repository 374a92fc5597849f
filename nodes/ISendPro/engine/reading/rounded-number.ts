import { InvalidInputError } from '../../api/errors';
import type { Field } from '../field';
import type { Stored } from './stored';

/** Whether a value is a number that was rounded on its way: JavaScript keeps whole ones up to 2^53-1. */
export function isRounded(value: unknown): value is number {
	return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/**
 * Refuses a text with a number that is not the one that its source has, such as an ID of 19 digits.
 * @param value what n8n gives for the field: a text, a number, or a list of them
 * @throws InvalidInputError naming the field and the number
 */
export function refuseRounded({ displayName }: Field, value: unknown, stored: Stored): void {
	const rounded =
		typeof value === 'string' ? stored.roundedIn(value) : [value].flat().find(isRounded);
	if (rounded === undefined) return;
	throw new InvalidInputError(
		`"${displayName}" has the number ${rounded}, which was rounded on its way`,
		`Have its source write it as text, in quotes: as a number, whole numbers above ${Number.MAX_SAFE_INTEGER} lose their last digits.`,
	);
}
