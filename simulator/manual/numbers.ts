/** A number in the format of a phone number. */
export interface ParsedNumber {
	/** As submitted. */
	written: string;
	/** `+33601020304` */
	international: string;
	/** Empty when no country has such a code. */
	callingCode: string;
	/** Numbers of different territories may not share a request [3.3]. */
	territory: string;
	/** false for a French number that is no mobile's. */
	mobile: boolean;
}

/** Its calling code, which the overseas territories do not share. */
export const METROPOLITAN_FRANCE = '33';

/** Country calling codes of two digits; `1` and `7` are the only ones of one digit. */
const TWO_DIGIT_CODES = new Set(
	'20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
		' ',
	),
);

/** Country calling codes of three digits, and ranges of them. */
const THREE_DIGIT_CODES =
	'211-213 216 218 220-258 260-269 290-291 297-299 350-359 370-378 380-383 385-387 389 420-421 423 500-509 590-599 670 672-692 850 852-853 855-856 880 886 960-968 970-977 992-996 998'
		.split(' ')
		.map((range) => range.split('-'));

/** Mobile prefixes of the overseas territories, which share the French way of writing. */
const OVERSEAS_PREFIXES: ReadonlyMap<string, string> = new Map([
	['0639', '262'],
	['0690', '590'],
	['0691', '590'],
	['0692', '262'],
	['0693', '262'],
	['0694', '594'],
	['0696', '596'],
	['0697', '596'],
]);

/**
 * Reads a number as iSendPro takes it: ten digits [3.2.4], `00` and the country code, Martinique's
 * `0596` [3.16], and `336…`, `+336…`. Returns undefined for anything else, which is refused
 * with 7.
 */
export function parseNumber(written: string): ParsedNumber | undefined {
	if (/^0[1-9]\d{8}$/.test(written)) return national(written);
	if (/^0596\d{7,9}$/.test(written)) return abroad(written, `596${written.slice(4)}`);
	if (/^00[1-9]\d{6,14}$/.test(written)) return abroad(written, written.slice(2));
	if (/^\+?33\d{9}$/.test(written)) return abroad(written, written.replace('+', ''));
	return undefined;
}

function national(written: string): ParsedNumber {
	const overseas = OVERSEAS_PREFIXES.get(written.slice(0, 4));
	const callingCode = overseas ?? METROPOLITAN_FRANCE;
	return describeNumber(written, callingCode, written.slice(1), /^0[67]/.test(written));
}

function abroad(written: string, digits: string): ParsedNumber | undefined {
	const callingCode = callingCodeOf(digits);
	const subscriber = digits.slice(callingCode.length);
	if (callingCode !== METROPOLITAN_FRANCE)
		return describeNumber(written, callingCode, subscriber, true);
	if (!/^[1-9]\d{8}$/.test(subscriber)) return undefined;
	const mobile = /^[67]/.test(subscriber) && !OVERSEAS_PREFIXES.has(`0${subscriber.slice(0, 3)}`);
	return describeNumber(written, callingCode, subscriber, mobile);
}

function describeNumber(
	written: string,
	callingCode: string,
	subscriber: string,
	mobile: boolean,
): ParsedNumber {
	// Mayotte shares the calling code of Réunion.
	const territory = callingCode === '262' && subscriber.startsWith('639') ? 'Mayotte' : callingCode;
	return { written, international: `+${callingCode}${subscriber}`, callingCode, territory, mobile };
}

function callingCodeOf(digits: string): string {
	if (/^[17]/.test(digits)) return digits.slice(0, 1);
	if (TWO_DIGIT_CODES.has(digits.slice(0, 2))) return digits.slice(0, 2);
	const code = digits.slice(0, 3);
	const exists = THREE_DIGIT_CODES.some(
		([first = '', last = first]) => code >= first && code <= last,
	);
	return exists ? code : '';
}

/** A number as iSendPro writes it itself: in receipts, replies, and the blacklist [3.10, 3.15]. */
export function nationalForm(international: string): string {
	const digits = international.slice(1);
	if (digits.startsWith(METROPOLITAN_FRANCE)) return `0${digits.slice(2)}`;
	if (digits.startsWith('596')) return `0${digits}`;
	return `00${digits}`;
}
