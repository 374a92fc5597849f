import { describeCharacter, startOf } from './character';
import { InvalidInputError } from '../errors';

/** The most characters that a tracker has [3.2.3]. */
export const MAX_TRACKER_LENGTH = 49;

const ADVICE = `A tracker has 1 to ${MAX_TRACKER_LENGTH} characters: letters without accents, digits, _ and -.`;

/**
 * Checks the text that links a message to its receipt and its reply [3.2.3]. Nothing is trimmed, so that
 * it comes back as it was sent.
 * @param tracker as the user wrote it
 * @returns the same tracker
 * @throws InvalidInputError where it is empty, is too long, or has other characters
 */
export function checkTracker(tracker: string): string {
	const foreign = /[^0-9A-Za-z_-]/u.exec(tracker);
	if (foreign) throw trackerError(tracker, `has the character ${describeCharacter(foreign[0])}`);
	if (tracker === '') throw trackerError(tracker, 'is empty');
	if (tracker.length > MAX_TRACKER_LENGTH)
		throw trackerError(tracker, `has ${tracker.length} characters`);
	return tracker;
}

function trackerError(tracker: string, reason: string): InvalidInputError {
	return new InvalidInputError(`The tracker "${startOf(tracker, 60)}" ${reason}`, ADVICE);
}
