import { startOf } from './character';
import { InvalidInputError } from '../errors';

/** Keeps a typing error from becoming money. */
const MAX_EUROS = 1_000_000;

/** `1,234` may mean 1.234 or 1234. */
const PERHAPS_THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$/;

/** What an amount of money is, for a message and for its precision. */
export interface AmountKind {
	/** Begins the sentence of an error: `"Price"`. */
	name: string;
	/** How many decimals it may have. */
	decimals: number;
	/** A valid one: `0.049`. */
	example: string;
}

/**
 * Reads an amount in euros: a number, or its text with a point or a comma before the decimals.
 * @returns the amount as iSendPro writes it [3.17.2, 3.17.3], e.g. `0.049` or `150`
 * @throws InvalidInputError for anything but an amount above zero with at most so many decimals
 */
export function readAmount(value: unknown, { name, decimals, example }: AmountKind): string {
	const shown = startOf(String(value), 40);
	const refuse = (reason: string) =>
		new InvalidInputError(`${name} ${reason}`, `Give an amount in euros, for example ${example}.`);

	if (value === undefined || value === null || value === '') throw refuse('is empty');
	if (typeof value !== 'number' && typeof value !== 'string') {
		throw refuse(
			`must be a number, but is of type ${Array.isArray(value) ? 'list' : typeof value}`,
		);
	}
	const given = typeof value === 'number' ? value : parseAmount(value.trim());
	if (Number.isNaN(given)) throw refuse(`cannot be read from "${shown}"`);
	if (given === undefined) {
		throw refuse(
			`has "${shown}", which can be read in two ways: leave out the mark between thousands`,
		);
	}
	if (given <= 0) throw refuse(`must be more than zero, but is ${shown}`);
	if (given > MAX_EUROS)
		throw refuse(`is ${shown}, more than the ${MAX_EUROS} that can be given at once`);
	// Rounding errors of a calculation, as in 0.1 + 0.2, are dropped; decimals in a text are not
	const amount = Number(given.toFixed(decimals));
	const writtenDecimals = typeof value === 'string' ? value.trim().split(/[.,]/)[1]?.length : 0;
	if (amount === 0 || Math.abs(amount - given) > 1e-9 || (writtenDecimals ?? 0) > decimals) {
		throw refuse(`has more than ${decimals} decimals: ${shown}`);
	}
	return String(amount);
}

/** @returns NaN for a text that is no amount, undefined for one that can be read in two ways */
function parseAmount(text: string): number | undefined {
	if (PERHAPS_THOUSANDS.test(text)) return undefined;
	return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
