import { describeCharacter, startOf } from './character';
import { InvalidInputError } from '../errors';

const MIN_LENGTH = 4;
const MAX_LENGTH = 11;
/** How many characters a sender has [3.2.1, 4.1 code 17], as texts write it. */
export const SENDER_LENGTHS = `${MIN_LENGTH} to ${MAX_LENGTH}`;

const ADVICE = `A sender has ${SENDER_LENGTHS} characters: letters without accents, digits and spaces, not digits only.`;

/**
 * Checks the name that the phone shows as the sender [3.2.1].
 * @param sender as the user wrote it; blanks around it do not count
 * @returns the sender to submit
 * @throws InvalidInputError where iSendPro would answer 16, 17, 18 or 42
 */
export function checkSender(sender: string): string {
	const name = sender.trim();
	if (name === '') {
		throw new InvalidInputError('The sender is empty', `${ADVICE} Or remove the option Sender.`);
	}
	const foreign = /[^0-9A-Za-z ]/u.exec(name);
	if (foreign) {
		throw senderError(name, `has the character ${describeCharacter(foreign[0])}`);
	}
	if (name.length < MIN_LENGTH || name.length > MAX_LENGTH) {
		throw senderError(name, `has ${name.length} characters`);
	}
	if (/^[\d ]+$/.test(name)) throw senderError(name, 'has digits only');
	return name;
}

function senderError(sender: string, reason: string): InvalidInputError {
	return new InvalidInputError(`The sender "${startOf(sender, 40)}" ${reason}`, ADVICE);
}
