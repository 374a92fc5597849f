import { readPhoneNumbers } from '../../../nodes/ISendPro/api/numbers/phone-number';
import { refusal as refusalOf } from '../text/compose';

/** What is submitted for the numbers of a value. */
export const submitted = (value: unknown, country = 'FR') =>
	readPhoneNumbers(value, country).map((number) => number.submitted);

/** The error for a value that is refused. */
export const refusal = (value: unknown, country = 'FR') =>
	refusalOf(() => readPhoneNumbers(value, country));

/** What is submitted for one number, or what its error says: its message or, of two readings, both. */
export function outcome(value: unknown, country = 'FR'): string {
	try {
		return submitted(value, country).join();
	} catch {
		const { message, description } = refusal(value, country);
		const [, first, second] = /^It is (\S+) .*, or it is (\S+) /.exec(description) ?? [];
		return first && second ? `${first} or ${second}` : message.replace(/^".*" /, '');
	}
}
