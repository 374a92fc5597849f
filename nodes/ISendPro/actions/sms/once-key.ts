import { InvalidInputError } from '../../api/errors';

/**
 * What makes a message the same as one of an earlier execution: what it is about, and whom it is for.
 * @param onceKey as the user wrote it; white space around it does not count
 * @param recipient a number, or the ID of a directory
 * @returns undefined if the user did not set a key
 * @throws InvalidInputError if the key is only white space
 */
export function onceKeyFor(onceKey: string | undefined, recipient: string): string | undefined {
	if (!onceKey) return undefined;
	const about = onceKey.normalize().trim();
	if (about === '') {
		throw new InvalidInputError(
			'"Once Key" is empty',
			'Write what the message is about, e.g. order 1042 shipped, or remove the option.',
		);
	}
	return JSON.stringify([about, recipient]);
}
