import { startOf } from './character';
import { InvalidInputError } from './errors';

/** Nobody means more: it keeps a slip of the keyboard from becoming money. */
const MOST = 1_000_000;

/** `1,234` may be meant as one and a bit, or as a thousand. */
const perhapsThousands = /^[1-9]\d{0,2}(?:,\d{3})+$/;

/** What an amount of money is, for a message and for its precision. */
export interface AmountKind {
	/** To begin a sentence with: `The price`. */
	name: string;
	/** How many decimals it may have. */
	decimals: number;
	/** One that is right: `0.049`. */
	example: string;
}

/**
 * Reads an amount in euros: a number, or its text with a point or a comma before the decimals.
 * @returns the amount as iSendPro writes it [3.17.2, 3.17.3], e.g. `0.049` or `150`
 * @throws InvalidInputError for all that is no amount above zero, or has more decimals than it may
 */
export function readAmount(value: unknown, kind: AmountKind): string {
	const { name, decimals, example } = kind;
	const refuse = (reason: string) =>
		new InvalidInputError(`${name} ${reason}`, `Give an amount in euros, for example ${example}.`);

	if (value === undefined || value === null || value === '') throw refuse('is missing');
	if (typeof value !== 'number' && typeof value !== 'string') {
		throw refuse(`cannot be read from ${Array.isArray(value) ? 'a list' : `a ${typeof value}`}`);
	}
	const written = typeof value === 'number' ? value : readText(value.trim(), name);
	const shown = startOf(String(value), 40);
	if (written === undefined || Number.isNaN(written)) throw refuse(`is no amount: "${shown}"`);
	if (written <= 0) throw refuse(`must be more than zero, but is ${shown}`);
	if (written > MOST) throw refuse(`is ${shown}, more than the ${MOST} that can be given at once`);
	// What calculation adds far behind the point, as in 0.1 + 0.2, is not meant
	const amount = Number(written.toFixed(decimals));
	if (amount === 0 || Math.abs(amount - written) > 1e-9) {
		throw refuse(`has more than ${decimals} decimals: ${shown}`);
	}
	return String(amount);
}

function readText(text: string, name: string): number | undefined {
	if (perhapsThousands.test(text)) {
		throw new InvalidInputError(
			`${name} "${startOf(text, 40)}" can be read in two ways`,
			'Write it without marks between thousands, and with a point before decimals.',
		);
	}
	return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}
