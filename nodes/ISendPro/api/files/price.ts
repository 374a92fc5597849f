/** Euros, perhaps with their sign or word, and `HT`: without VAT. */
const CURRENCY = '(?:[€\\u0080]|eur(?:o|os)?)';
const PRICE = new RegExp(
	`^(?<sign>[+\\u2212-]?) ?(?:${CURRENCY} ?)?(?<amount>[\\d .,'’]*\\d)(?: ?${CURRENCY})?(?: ?HT)?$`,
	'i',
);

/** The amounts with one reading: their thousands may have a mark that their decimals do not have. */
const AMOUNTS = [
	/^\d*(?:[.,]\d+)?$/,
	/^[1-9]\d{0,2}(?<mark>[ '’])\d{3}(?:\k<mark>\d{3})*(?:[.,]\d+)?$/,
	/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/,
	/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/,
];
const WHOLE_AMOUNT = /^[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/;

/**
 * Reads a price of the report [3.8]: `0,044`, `,044`, `1 234,56`, `0,044 €`. A single mark is that of the
 * decimals, as the manual's own example has it.
 * @returns euros; null for what is no price in euros, or could be two
 */
export function readPrice(written: string): number | null {
	const { sign, amount = '' } = PRICE.exec(written.replace(/\s+/g, ' ').trim())?.groups ?? {};
	const isWhole = WHOLE_AMOUNT.test(amount);
	if (amount === '' || !(isWhole || AMOUNTS.some((shape) => shape.test(amount)))) return null;
	const marks = isWhole ? /[.,]/g : /[ '’]|[.,](?=.*[.,])/g;
	const euros = Number(amount.replace(marks, '').replace(',', '.'));
	return sign && sign !== '+' && euros !== 0 ? -euros : euros;
}
