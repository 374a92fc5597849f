import type { Arguments } from '../http/form';
import type { Answer } from '../http/http-response';
import { Refusal } from '../manual/codes';
import { MAX_NUMBERS } from '../manual/limits';
import { parseNumber } from '../manual/numbers';
import type { ParsedNumber } from '../manual/numbers';
import type { Account, RecordedRequest } from '../types';
import type { World } from '../world/world';

/** One request whose account is known. */
export interface Call {
	world: World;
	account: Account;
	args: Arguments;
	record: RecordedRequest;
}

/** Does what a request of the manual asks for. Throws a Refusal of the whole request. */
export type Handler = (call: Call) => Answer;

/** One number of a request. */
export interface Recipient {
	/** Its X; 0 for a bare `num`. */
	number: number;
	written: string;
	/** undefined when what is written is no number. */
	to: ParsedNumber | undefined;
}

/**
 * The recipients of `numX`, and of `num` where it is allowed. Throws 6 without any, 23 for too
 * many.
 */
export function readRecipients({ args }: Call, { bareNumber = false } = {}): Recipient[] {
	const recipient = (number: number, written = ''): Recipient => ({
		number,
		written,
		to: parseNumber(written),
	});
	const numbers = args.numbersOf('num');
	if (numbers.length > MAX_NUMBERS || numbers.some((number) => number > MAX_NUMBERS)) {
		throw new Refusal(23);
	}
	if (numbers.length > 0)
		return numbers.map((number) => recipient(number, args.get(`num${number}`)));
	const written = bareNumber ? args.get('num') : undefined;
	if (written === undefined || written === '') throw new Refusal(6);
	return [recipient(0, written)];
}

/** The number of a recipient. Throws 6 without one, 7 for what is no number. */
export function numberOf({ written, to }: Recipient): ParsedNumber {
	if (written === '') throw new Refusal(6);
	if (to === undefined) throw new Refusal(7);
	return to;
}

/** Throws 205 for more rows than a file may have [3.8, 3.15]. */
export function refuseTooManyRows(rows: number, { service }: World): void {
	if (rows > service.maxRows) throw new Refusal(205);
}
