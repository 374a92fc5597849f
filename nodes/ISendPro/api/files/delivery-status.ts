import { explainReceiptError } from '../callbacks/receipt-errors';
import { operatorCodeOf } from '../numbers/operators';

/** The delivery of a message; `unknown` also before a receipt has come. */
export type DeliveryStatus = 'delivered' | 'failed' | 'unknown';

/** Operators whose numbers are errors [5.1]; those of the others are message states. */
const ERROR_TABLE: readonly string[] = ['ORAN', 'SFR'];
const OPERATORS_WITH_TABLE: readonly string[] = [...ERROR_TABLE, 'BOUY', 'FREE'];

/** The message states of Bouygues, Free and abroad that say how it ended [5.2-5.4]. */
const STATES: ReadonlyMap<number, DeliveryStatus> = new Map([
	[2, 'delivered'],
	[3, 'failed'],
	[4, 'failed'],
	[5, 'failed'],
	[8, 'failed'],
]);

/** `SMS remis` of SFR and Orange, the states of the others, and their short and French forms. */
const SUCCESS = /(?<!\p{Letter})(?:remis|DELIVE?RE?D|d[ée]livr[ée])(?!\p{Letter})/iu;
const NEGATION = /(?<!\p{Letter})(?:non|pas|pu|jamais|not)(?!\p{Letter})/iu;
const FAILURE =
	/(?<!\p{Letter})(?:UNDELIV\p{Letter}*|EXPIRED|DELETED|REJECTE?D|FAILED|NACK|KO|[eé]chec)(?!\p{Letter})/iu;

/**
 * Reads the delivery of a message from its row of the report: from words in its status or information
 * (`SFR: SMS remis`), or else from the number that is its status [3.8, 5]. A word of failure outweighs one of
 * success, and an unknown word is neither.
 * @param statusCode `0`, `ACK`, `DELIVRD`, `2`…
 * @param operator as the row writes it; undefined where it names none
 * @param isAbroad whether the recipient is outside France
 */
export function readDeliveryStatus(
	statusCode: string,
	information: string,
	operator: string | undefined,
	isAbroad: boolean,
): DeliveryStatus {
	const words = [readWords(statusCode), readWords(information)];
	if (words.includes('failed')) return 'failed';
	if (words.includes('delivered')) return 'delivered';
	if (/^\s*(?:0+|ACK)\s*$/i.test(statusCode)) return 'delivered';
	const code = operatorCodeOf(operator ?? '');
	if (OPERATORS_WITH_TABLE.includes(code)) return findStatus(statusCode, code) ?? 'unknown';
	if (isAbroad) return findStatus(statusCode, '') ?? 'unknown';
	// Without an operator, the number counts only where all tables that have it agree.
	const said = new Set(OPERATORS_WITH_TABLE.map((each) => findStatus(statusCode, each)));
	said.delete(undefined);
	const [only] = said;
	return said.size === 1 && only ? only : 'unknown';
}

function readWords(text: string): DeliveryStatus | undefined {
	if (FAILURE.test(text)) return 'failed';
	if (!SUCCESS.test(text)) return undefined;
	return NEGATION.test(text) ? 'failed' : 'delivered';
}

/** @returns undefined where the operator's table has no such number */
function findStatus(statusCode: string, code: string): DeliveryStatus | undefined {
	const number = statusCode.trim();
	if (explainReceiptError(number, code) === undefined) return undefined;
	return ERROR_TABLE.includes(code) ? 'failed' : (STATES.get(Number(number)) ?? 'unknown');
}
