import { explainReceiptError } from '../../../nodes/ISendPro/api/callbacks/receipt-errors';

type Row = [code: string, inTheManual: string, english: string];

/** [5.1], row by row: the code, the manual's words, ours. */
const sfrAndOrange: Row[] = [
	...['000', '002', '003', '004', '005', '006', '007', '008'].map((code): Row => {
		return [code, 'Service temporairement indisponible', 'Service temporarily unavailable'];
	}),
	['009', "Code d'erreur illégal", 'Illegal error code'],
	['010', 'Expiration de la temporisation du réseau', 'Network timer expired'],
	['100', 'Fonctionnalité non supportée', 'Facility not supported'],
	['101', 'Abonné inconnu', 'Unknown subscriber'],
	['102', 'Fonctionnalité non offerte', 'Facility not provided'],
	['103', 'Appel bloqué', 'Call barred'],
	['104', 'Opération bloquée', 'Operation barred'],
	['105', 'Surcharge du SMS-C', 'SMSC congestion'],
	['106', 'Fonctionnalité non supportée', 'Facility not supported'],
	['107', 'Abonné absent', 'Absent subscriber'],
	['108', 'Echec de remise', 'Delivery failed'],
	['109', 'Surcharge su SMS-C', 'SMSC congestion'],
	['110', 'Erreur de protocole', 'Protocol error'],
	['111', 'Mobile non équipé', 'Mobile not equipped'],
	['112', 'SMS-C inconnu', 'Unknown SMSC'],
	['113', 'Surcharge du SMS-C', 'SMSC congestion'],
	['114', 'Mobile illégal', 'Illegal mobile'],
	['115', 'Mobile pas abonné', 'Mobile not subscribed'],
	['116', 'Erreur dans le mobile', 'Error in the mobile'],
	['117', 'Couche basse SMS non provisionnée', 'SMS lower layer not provisioned'],
	['118', 'Echec du système', 'System failure'],
	['119', 'Erreur système du PLMN', 'PLMN system error'],
	['120', 'Erreur système du HLR', 'HLR system error'],
	['121', 'Erreur du système du VLR', 'VLR system error'],
	['122', 'Erreur du système du VLR précédent', 'Previous VLR system error'],
	['123', 'Erreur du système du MSC de contrôle', 'Controlling MSC system error'],
	['124', 'Erreur du système du VMC', 'VMC system error'],
	['125', 'Erreur du système du EIR', 'EIR system error'],
	['126', 'Erreur système', 'System error'],
	['127', 'Valeur inattendue', 'Unexpected value'],
	['200', "Erreur dans l'adresse du SMS-C", 'Error in the SMSC address'],
	['201', 'Période de validité absolue non valide', 'Invalid absolute validity period'],
	['202', 'Message court trop long', 'Short message too long'],
	['203', 'Impossible de lire le message GSM', 'GSM message cannot be read'],
	['204', 'Impossible de convertir en alphabet IA5', 'Cannot be converted to the IA5 alphabet'],
	['206', 'Format de période de validité invalide', 'Invalid validity period format'],
	['207', 'Message dupliqué', 'Duplicate message'],
	['208', 'Indicateur de type de message (MT) invalide', 'Invalid message type indicator (MT)'],
];

const free: Row[] = [
	['1', 'ENROUTE', 'The message is in enroute state'],
	['2', 'DELIVERED', 'Message is delivered to destination'],
	['3', 'EXPIRED', 'Message validity period has expired'],
	['4', 'DELETED', 'Message has been deleted'],
	['5', 'UNDELIVERABLE', 'Message is undeliverable'],
	[
		'6',
		'ACCEPTED',
		'Message is in accepted state (i.e. has been manually read on behalf of the subscriber by customer service)',
	],
	['7', 'UNKNOWN', 'Message is in an invalid state'],
	['8', 'REJECTED', 'Message is in a rejected state'],
];

const twoStates = free.filter(([code]) => code === '2' || code === '5');

function everyCode(operatorCode: string): string[] {
	return Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, '0')).filter(
		(code) => explainReceiptError(code, operatorCode) !== undefined,
	);
}

describe.each(['SFR', 'ORAN'])('A failure reported by %s', (operator) => {
	it.each(sfrAndOrange)('%s (%s) is "%s"', (code, _, english) => {
		expect(explainReceiptError(code, operator)).toBe(english);
	});

	it('has no words for codes that the manual does not list', () => {
		expect(everyCode(operator)).toEqual(sfrAndOrange.map(([code]) => code));
	});
});

describe.each([
	['BOUY', twoStates],
	['FREE', free],
	['', twoStates],
	['TMOB', twoStates],
])('A failure reported by "%s"', (operator, table) => {
	it.each(table)('%s (%s) is "%s"', (code, _, english) => {
		expect(explainReceiptError(code, operator)).toBe(english);
		expect(explainReceiptError(code.padStart(3, '0'), operator)).toBe(english);
	});

	it('has no words for codes that the manual does not list', () => {
		expect(everyCode(operator)).toEqual(table.map(([code]) => code.padStart(3, '0')));
	});
});

it.each(['', ' ', '10x', '-5', '1e2', '0x6b', '٥'])('The error code "%s" is no number', (code) => {
	expect(explainReceiptError(code, 'SFR')).toBeUndefined();
});

it.each([
	['orange', 'Absent subscriber'],
	[' ORAN ', 'Absent subscriber'],
	['bouygues telecom', undefined],
])('The operator is known in any case of letters, by code or name: %j', (operator, reason) => {
	expect(explainReceiptError('107', operator)).toBe(reason);
});
