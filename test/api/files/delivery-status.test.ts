import { readDeliveryStatus } from '../../../nodes/ISendPro/api/files/delivery-status';

/** Statuses with the information of their rows, such as `0 SFR: SMS remis`; `-` is an empty one. */
const inFrance = {
	delivered: [
		...['0 SFR: SMS remis', '0 ', 'ACK ', 'ack Orange', '000 ', '2 Bouygues: SMS remis'],
		...['DELIVRD Bouygues:', 'DELIVERED Free', 'delivrd ', '- Free: DELIVERED'],
		...['2 Bouygues: ', '2 BOUY: ', '002 free: '],
	],
	failed: [
		...['NACK ', 'KO SFR: Echec', '0 SFR: SMS non remis', "2 SFR: SMS n'a pas été remis", '10 '],
		...['2 Orange: ', '2 sfr:', '107 ORAN: ', '107 ', '5 ', '3 Free: ', '8 Free: '],
		...['UNDELIV ', 'UNDELIVERABLE SFR: SMS remis', 'UNDELIVRD ', 'EXPIRED ', 'REJECTD '],
		...['REJECTED ', 'DELETED ', '- Free: EXPIRED'],
	],
	unknown: [
		...['- ', '2 ', '2 Vodafone: ', '1 Free: ', '6 Free: ', '7 Free: ', '3 Bouygues: ', '999 '],
		...['ENROUTE ', 'ACCEPTED Free:', 'UNKNOWN ', '- en cours', 'TOTO '],
	],
};
const abroad = { delivered: ['2 ', '2 Proximus: '], failed: ['5 '], unknown: ['107 '] };

describe.each([
	['in France', inFrance, false],
	['abroad', abroad, true],
])('The delivery of a message %s', (_, statuses, isAbroad) => {
	it.each(Object.entries(statuses))('is %s', (status, rows) => {
		const read = (row: string) => {
			const [, code = '', information = ''] = /^(\S+) (.*)$/.exec(row) ?? [];
			const [, operator] = /^([^:]+):/.exec(information) ?? [];
			return readDeliveryStatus(code.replace('-', ''), information, operator, isAbroad);
		};
		expect(rows.map((row) => [row, read(row)])).toEqual(rows.map((row) => [row, status]));
	});
});
