import { describeCharacter, startOf } from './character';
import { InvalidInputError } from '../errors';

const ADVICE = 'A tracker has 1 to 49 characters: letters without accents, digits, _ and -.';

/**
 * Checks the text that joins a message to its receipt and its reply [3.2.3]. Nothing is trimmed:
 * it must come back as it went out.
 *
 * @param tracker as the user wrote it
 * @returns the same tracker
 * @throws InvalidInputError where it is empty, has 50 characters or more, or other characters
 */
export function checkTracker(tracker: string): string {
	const foreign = /[^0-9A-Za-z_-]/u.exec(tracker);
	if (foreign) throw refused(tracker, `has the character ${describeCharacter(foreign[0])}`);
	if (tracker === '') throw refused(tracker, 'is empty');
	if (tracker.length >= 50) throw refused(tracker, `has ${tracker.length} characters`);
	return tracker;
}

function refused(tracker: string, reason: string): InvalidInputError {
	return new InvalidInputError(`The tracker "${startOf(tracker, 60)}" ${reason}`, ADVICE);
}
