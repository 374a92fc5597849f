import { describeCharacter, startOf } from './character';
import { InvalidInputError } from '../errors';

const ADVICE =
	'A sender has 4 to 11 characters: letters without accents, digits and spaces, not digits only.';

/**
 * Checks the name that the phone shows as the sender [3.2.1].
 *
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
		throw refused(name, `has the character ${describeCharacter(foreign[0])}`);
	}
	if (name.length < 4 || name.length > 11) {
		throw refused(name, `has ${name.length} characters`);
	}
	if (/^[\d ]+$/.test(name)) throw refused(name, 'has digits only');
	return name;
}

function refused(sender: string, reason: string): InvalidInputError {
	return new InvalidInputError(`The sender "${startOf(sender, 40)}" ${reason}`, ADVICE);
}
