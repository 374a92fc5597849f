import type { Gateway } from '../api/wire/account';
import type { PhoneNumber } from '../api/numbers/phone-number';
import { readPhoneNumbers } from '../api/numbers/phone-number';
import type { Outcome, Result } from './operation';
import { outcomeOf } from './operation';

/** The fields `phoneNumber` and `options` of such an operation, as they come in. */
interface Input {
	phoneNumber: unknown;
	options: { defaultCountry?: string };
}

/**
 * What all operations on phone numbers alone have in common.
 * @param ask asks about 1 to 500 numbers at once, and gives a result for each, in order
 */
export function onPhoneNumbers(
	ask: (gateway: Gateway, phoneNumbers: string[]) => Promise<Result[]>,
) {
	return {
		maxBatch: 500,
		prepare: ({ phoneNumber, options }: Input): PhoneNumber[] =>
			readPhoneNumbers(phoneNumber, options.defaultCountry ?? 'FR'),
		identify: ({ submitted }: PhoneNumber) => ({ phoneNumber: submitted }),
		async runBatch(gateway: Gateway, numbers: PhoneNumber[]): Promise<Outcome[]> {
			const results = await ask(
				gateway,
				numbers.map(({ submitted }) => submitted),
			);
			return results.map(outcomeOf);
		},
	};
}
