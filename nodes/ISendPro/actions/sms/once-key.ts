import { findMistakes } from '../../api/text/mistakes';
import { mistakesError } from '../../api/text/mistakes-error';

/**
 * What makes a message the same as one of an earlier execution: what it is about, and whom it is for.
 * @param onceKey as the user wrote it; white space around it does not count
 * @param recipient a number, or the ID of a directory
 * @returns undefined if the user did not set a key
 * @throws InvalidInputError if the key has words such as `undefined`: it would be the key of other messages
 * too, which would not be sent
 */
export function onceKeyFor(onceKey: string | undefined, recipient: string): string | undefined {
	if (!onceKey) return undefined;
	const about = onceKey.normalize().trim();
	const mistakes = findMistakes(about);
	if (mistakes) throw mistakesError('The Once Key', mistakes);
	return JSON.stringify([about, recipient]);
}
