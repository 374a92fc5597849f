import { operatorCodeOf } from '../numbers/operators';

/** SFR and Orange [5.1]. The manual has no 001 and no 205. */
const SFR_AND_ORANGE: ReadonlyMap<number, string> = new Map([
	...[0, 2, 3, 4, 5, 6, 7, 8].map((code) => [code, 'Service temporarily unavailable'] as const),
	[9, 'Illegal error code'],
	[10, 'Network timer expired'],
	[100, 'Facility not supported'],
	[101, 'Unknown subscriber'],
	[102, 'Facility not provided'],
	[103, 'Call barred'],
	[104, 'Operation barred'],
	[105, 'SMSC congestion'],
	[106, 'Facility not supported'],
	[107, 'Absent subscriber'],
	[108, 'Delivery failed'],
	[109, 'SMSC congestion'],
	[110, 'Protocol error'],
	[111, 'Mobile not equipped'],
	[112, 'Unknown SMSC'],
	[113, 'SMSC congestion'],
	[114, 'Illegal mobile'],
	[115, 'Mobile not subscribed'],
	[116, 'Error in the mobile'],
	[117, 'SMS lower layer not provisioned'],
	[118, 'System failure'],
	[119, 'PLMN system error'],
	[120, 'HLR system error'],
	[121, 'VLR system error'],
	[122, 'Previous VLR system error'],
	[123, 'Controlling MSC system error'],
	[124, 'VMC system error'],
	[125, 'EIR system error'],
	[126, 'System error'],
	[127, 'Unexpected value'],
	[200, 'Error in the SMSC address'],
	[201, 'Invalid absolute validity period'],
	[202, 'Short message too long'],
	[203, 'GSM message cannot be read'],
	[204, 'Cannot be converted to the IA5 alphabet'],
	[206, 'Invalid validity period format'],
	[207, 'Duplicate message'],
	[208, 'Invalid message type indicator (MT)'],
]);

/** Free [5.3]. */
const FREE: ReadonlyMap<number, string> = new Map([
	[1, 'The message is in enroute state'],
	[2, 'Message is delivered to destination'],
	[3, 'Message validity period has expired'],
	[4, 'Message has been deleted'],
	[5, 'Message is undeliverable'],
	[
		6,
		'Message is in accepted state (i.e. has been manually read on behalf of the subscriber by customer service)',
	],
	[7, 'Message is in an invalid state'],
	[8, 'Message is in a rejected state'],
]);

/** Bouygues Telecom [5.2], and abroad [5.4]. */
const BOUYGUES_AND_ABROAD: ReadonlyMap<number, string> = new Map([
	[2, 'Message is delivered to destination'],
	[5, 'Message is undeliverable'],
]);

const TABLES: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
	['BOUY', BOUYGUES_AND_ABROAD],
	['FREE', FREE],
	['ORAN', SFR_AND_ORANGE],
	['SFR', SFR_AND_ORANGE],
]);

/**
 * Why a message was not delivered, in words [5].
 * @param errorCode what the receipt says, with or without leading zeros
 * @param operator a code or name, which chooses the table; that of abroad where the manual does not list it
 * @returns undefined where that operator's table has no such code
 */
export function explainReceiptError(errorCode: string, operator: string): string | undefined {
	if (!/^\d+$/.test(errorCode)) return undefined;
	return (TABLES.get(operatorCodeOf(operator)) ?? BOUYGUES_AND_ABROAD).get(Number(errorCode));
}
