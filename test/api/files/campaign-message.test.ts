import { readReportMessages } from '../../../nodes/ISendPro/api/files/campaign-report';
import { example, report, rowWith } from './report-rows';

const messageWith = (cells: Record<number, string>) =>
	readReportMessages(report(rowWith(cells)))[0];

describe('A simplified report', () => {
	it("has the values of the manual's example", () => {
		expect(readReportMessages(report(example))).toEqual([
			{
				sentAt: '2016-07-01T12:18:00+02:00',
				sender: 'iSendPro',
				to: '0601020304',
				text: "Offre spécial pour l'été",
				status: 'delivered',
				statusCode: '0',
				delivered: true,
				operator: 'SFR',
				reply: 'Merci',
				price: 0.044,
				stop: false,
				tracker: 'montracker123',
			},
		]);
	});

	it.each([
		['delivered', '0', true],
		['failed', 'KO', false],
		['unknown', 'ENROUTE', null],
	])('says %s for the status %j', (status, statusCode, delivered) => {
		expect(messageWith({ 4: '', 6: statusCode })).toMatchObject({ status, statusCode, delivered });
	});

	it('takes a state for that of an operator abroad where the recipient is abroad', () => {
		expect(messageWith({ 2: '0032475123456', 4: '', 6: '2' })?.delivered).toBe(true);
	});
});

describe('A cell of a simplified report', () => {
	it.each([
		['01/07/2016 12:18', '2016-07-01T12:18:00+02:00'],
		['01/01/2026 23:59:07', '2026-01-01T23:59:07+01:00'],
		['29/02/2026 12:00', null],
		['2026-07-01 12:00', null],
		['', null],
	])('date %j is %j', (written, sentAt) => {
		expect(messageWith({ 0: written })?.sentAt).toBe(sentAt);
	});

	it.each([
		['601020304', '0601020304'],
		['33601020304', '0601020304'],
		['0033601020304', '0601020304'],
		['32475123456', '0032475123456'],
		['0032475123456', '0032475123456'],
		['262692123456', '00262692123456'],
		['596696123456', '0596696123456'],
		['36180', '36180'],
		['', ''],
		['inconnu', 'inconnu'],
	])('recipient %j is %j', (written, to) => {
		expect(messageWith({ 2: written })?.to).toBe(to);
	});

	it.each([
		['ORAN: SMS remis', 'Orange'],
		['Sfr: SMS remis', 'SFR'],
		['Vodafone: x', 'Vodafone'],
	])('information %j names the operator %s', (information, operator) => {
		expect(messageWith({ 4: information })?.operator).toBe(operator);
	});

	it.each([
		['0,044', 0.044],
		['0.044', 0.044],
		['0', 0],
		['12', 12],
		['', null],
		['gratuit', null],
		['1e3', null],
		['1 234,56', 1234.56],
		['1\u00a0234,56', 1234.56],
		['12 345 678,9', 12_345_678.9],
		["1'234.56", 1234.56],
		['1.234,56', 1234.56],
		['1,234.56', 1234.56],
		['1.234.567', 1_234_567],
		['1,234', 1.234],
		['1.234', 1.234],
		[',044', 0.044],
		['.044', 0.044],
		['0,044 €', 0.044],
		['0,044€', 0.044],
		['0,044\u00a0€', 0.044],
		['€ 0,044', 0.044],
		['0,044 EUR', 0.044],
		['0,044 eur', 0.044],
		['0,044 euros', 0.044],
		['0,044 € HT', 0.044],
		['-0,04', -0.04],
		['- 0,04 €', -0.04],
		['+0,04', 0.04],
		['-0', 0],
		['-', null],
		[',', null],
		['€', null],
		['0,04,4', null],
		['12 34,5', null],
		['1.23,45', null],
		['1,234,56', null],
		['1 234.567,8', null],
		['0 044', null],
		['0.044.000', null],
		['0,044 $', null],
		['0,044 CHF', null],
		['0,044 / 0,050', null],
		['0,044-', null],
		['NaN', null],
		['Infinity', null],
	])('price %j is %p', (written, price) => {
		expect(messageWith({ 9: written })?.price).toBe(price);
	});

	it.each([
		['0', false],
		['', false],
		['1', true],
	])('STOP %j is %p', (written, stop) => {
		expect(messageWith({ 10: written })?.stop).toBe(stop);
	});

	it('that is empty or has no operator leaves reply and operator out', () => {
		expect(Object.keys(messageWith({ 7: '', 4: 'en cours' }) ?? {})).toEqual([
			'sentAt',
			'sender',
			'to',
			'text',
			'status',
			'statusCode',
			'delivered',
			'price',
			'stop',
			'tracker',
		]);
	});
});
