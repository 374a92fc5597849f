/** A number of France or of a territory that shares France's numbering plan. */
export interface TerritoryNumber {
	/** ISO 3166-1 alpha-2 */
	country: string;
	callingCode: string;
	/** The number without its leading zero. */
	subscriber: string;
}

interface Territory {
	country: string;
	callingCode: string;
	/** How its numbers start, without the leading zero, in the geographic and mobile blocks. */
	blocks: RegExp;
}

/**
 * The plan is one: `0690 12 34 56` dialled in Paris rings in Guadeloupe. Saint-Barthélemy and
 * Saint-Martin share the numbers of Guadeloupe.
 */
const TERRITORIES: readonly Territory[] = [
	{ country: 'GP', callingCode: '590', blocks: /^(?:590|69[01]|7090)/ },
	{ country: 'MQ', callingCode: '596', blocks: /^(?:596|69[67]|7091)/ },
	{ country: 'GF', callingCode: '594', blocks: /^(?:594|694|7093[0-4])/ },
	{ country: 'RE', callingCode: '262', blocks: /^(?:26[23]|2688|69[23]|7092)/ },
	{ country: 'YT', callingCode: '262', blocks: /^(?:269|2689|639|7093[5-9])/ },
	{ country: 'PM', callingCode: '508', blocks: /^(?:508|708[45])/ },
];

/** The countries and territories where a number without country code is of France's plan. */
export const franceAndTerritories: ReadonlySet<string> = new Set([
	'FR',
	...TERRITORIES.map(({ country }) => country),
	'BL',
	'MF',
]);

const INTERNATIONAL = /^\+(33|262|590|594|596)0?([1-9]\d{8})$/;
const ONE_SHORT = /^\+(?:33|262|590|594|596|508)0/;
// 0596 before nine digits is how iSendPro itself writes Martinique [3.16].
const NATIONAL = /^(?:0?(596)|(33|262|590|594))?0?([1-9]\d{8})$/;

/**
 * Recognises a number of France's plan.
 * @param digits digits alone, after a `+` when they start with a country code
 * @param inFrance whether digits without `+` are of France's plan
 * @returns undefined when it is of another plan or has another length
 */
export function readFrenchNumber(digits: string, inFrance: boolean): TerritoryNumber | undefined {
	const abroad = INTERNATIONAL.exec(digits);
	if (abroad) return findTerritory(abroad[1], abroad[2] ?? '');
	const inside = inFrance ? NATIONAL.exec(digits) : null;
	return inside ? findTerritory(inside[1] ?? inside[2], inside[3] ?? '') : undefined;
}

/** Whether a number of France's plan has a digit too few, because one of its digits is the leading zero: `060102030`. */
export function lacksDigit(international: string): boolean {
	return ONE_SHORT.test(international);
}

function findTerritory(callingCode = '33', subscriber: string): TerritoryNumber {
	// +33 690… is Guadeloupe's 0690… written as if it were of metropolitan France.
	const candidates =
		callingCode === '33'
			? TERRITORIES
			: TERRITORIES.filter((territory) => territory.callingCode === callingCode);
	const territory =
		candidates.find(({ blocks }) => blocks.test(subscriber)) ??
		(callingCode === '33' ? undefined : candidates[0]);
	if (!territory) return { country: 'FR', callingCode: '33', subscriber };
	const { country, callingCode: ownCode } = territory;
	// Saint-Pierre-et-Miquelon's old numbers have six digits: 0508 55 12 34 is +508 55 12 34.
	const ownDigits = country === 'PM' ? subscriber.replace(/^508/, '') : subscriber;
	return { country, callingCode: ownCode, subscriber: ownDigits };
}
