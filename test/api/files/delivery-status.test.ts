import { readDeliveryStatus } from '../../../nodes/ISendPro/api/files/delivery-status';

/** As the rows of a report write it: `SFR` of `SFR: SMS remis`. */
const operatorIn = (information: string) => /^([^:]+):/.exec(information)?.[1];

describe('The delivery of a message in France', () => {
	it.each([
		['0', 'SFR: SMS remis', 'delivered'],
		['0', '', 'delivered'],
		['ACK', '', 'delivered'],
		['ack', 'Orange', 'delivered'],
		['000', '', 'delivered'],
		['2', 'Bouygues: SMS remis', 'delivered'],
		['', '', 'unknown'],
		['2', '', 'unknown'],
		['NACK', '', 'failed'],
		['KO', 'SFR: Echec', 'failed'],
		['0', 'SFR: SMS non remis', 'failed'],
		['2', "SFR: SMS n'a pas été remis", 'failed'],
		['10', '', 'failed'],
		['DELIVRD', 'Bouygues:', 'delivered'],
		['DELIVERED', 'Free', 'delivered'],
		['delivrd', '', 'delivered'],
		['', 'Free: DELIVERED', 'delivered'],
		['2', 'Bouygues: ', 'delivered'],
		['2', 'BOUY: ', 'delivered'],
		['002', 'free: ', 'delivered'],
		['2', 'Vodafone: ', 'unknown'],
		['2', 'Orange: ', 'failed'],
		['2', 'sfr:', 'failed'],
		['107', 'ORAN: ', 'failed'],
		['107', '', 'failed'],
		['5', '', 'failed'],
		['3', 'Free: ', 'failed'],
		['8', 'Free: ', 'failed'],
		['1', 'Free: ', 'unknown'],
		['6', 'Free: ', 'unknown'],
		['7', 'Free: ', 'unknown'],
		['3', 'Bouygues: ', 'unknown'],
		['999', '', 'unknown'],
		['UNDELIV', '', 'failed'],
		['UNDELIVERABLE', 'SFR: SMS remis', 'failed'],
		['UNDELIVRD', '', 'failed'],
		['EXPIRED', '', 'failed'],
		['REJECTD', '', 'failed'],
		['REJECTED', '', 'failed'],
		['DELETED', '', 'failed'],
		['', 'Free: EXPIRED', 'failed'],
		['ENROUTE', '', 'unknown'],
		['ACCEPTED', 'Free:', 'unknown'],
		['UNKNOWN', '', 'unknown'],
		['en cours', '', 'unknown'],
		['TOTO', '', 'unknown'],
	])('by status %j with information %j is %s', (statusCode, information, status) => {
		const operator = operatorIn(information);
		expect(readDeliveryStatus(statusCode, information, operator, false)).toBe(status);
	});
});

describe('The delivery of a message abroad', () => {
	it.each([
		['2', '', 'delivered'],
		['2', 'Proximus: ', 'delivered'],
		['5', '', 'failed'],
		['107', '', 'unknown'],
	])('by status %j with information %j is %s', (statusCode, information, status) => {
		const operator = operatorIn(information);
		expect(readDeliveryStatus(statusCode, information, operator, true)).toBe(status);
	});
});
