import { InvalidInputError } from '../../api/errors';
import { findMistakes } from '../../api/text/mistakes';
import { mistakesError } from '../../api/text/mistakes-error';

/** What `'order ' + id` gives where the id is null. A text may have that word, which is French, a key not. */
const NULL = /(?<![\p{L}\p{N}])null(?![\p{L}\p{N}])/u;

/**
 * What makes a message the same as one of an earlier execution: what it is about, and whom it is for.
 * @param onceKey as the user wrote it; white space around it does not count
 * @param recipient a number, or the ID of a directory
 * @returns undefined if the user did not set a key
 * @throws InvalidInputError if the key has words such as `undefined` or `null`, or nothing but signs: it would be
 * the key of other messages too, which would not be sent
 */
export function onceKeyFor(onceKey: string | undefined, recipient: string): string | undefined {
	if (!onceKey) return undefined;
	const about = onceKey.normalize().trim();
	const mistakes = findMistakes(about);
	if (mistakes) throw mistakesError('The Once Key', mistakes);
	if (NULL.test(about)) {
		throw new InvalidInputError(
			'The Once Key has the word "null", which stands where a value is missing',
			'Check that its expression has a value for this item: other messages would have the same key, and not be sent.',
		);
	}
	if (!/[\p{L}\p{N}]/u.test(about)) {
		throw new InvalidInputError(
			`The Once Key "${about}" has no letter and no digit, so other messages would have the same key`,
			'Write what the message is about, e.g. order 1042 shipped.',
		);
	}
	return JSON.stringify([about, recipient]);
}
