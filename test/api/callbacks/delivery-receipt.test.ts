import { readDeliveryReceipt } from '../../../nodes/ISendPro/api/callbacks/delivery-receipt';
import { readCall } from '../../../nodes/ISendPro/api/callbacks/incoming-call';

function read(query: string) {
	return readDeliveryReceipt(readCall(Buffer.from(query, 'latin1')));
}

describe('A delivery receipt', () => {
	it("is read from the manual's own example, whose 000 explains nothing", () => {
		expect(
			read(
				'tel=0612345678&libelle=Message%20a%20destination%20de%200612345678%20portant%20le%20numero%2020040318143520%20a%20ete%20recu%20le%202017-08-12%20a%2014:35:28&statut=0&code_erreur=000&date=2012-08-12&heure=15:07:12&id=35986&operateur=SFR&tracker=compte12_5874',
			),
		).toEqual({
			to: '0612345678',
			delivered: true,
			status: 'delivered',
			operator: 'SFR',
			operatorCode: 'SFR',
			label:
				'Message a destination de 0612345678 portant le numero 20040318143520 a ete recu le 2017-08-12 a 14:35:28',
			messageId: '35986',
			tracker: 'compte12_5874',
			reportedAt: '2012-08-12T15:07:12+02:00',
		});
	});

	it('of a failure has the code and its reason in the words of its operator', () => {
		expect(read('tel=0661457895&statut=2&code_erreur=107&operateur=ORAN&id=35986')).toEqual({
			to: '0661457895',
			delivered: false,
			status: 'failed',
			errorCode: '107',
			errorReason: 'Absent subscriber',
			operator: 'Orange',
			operatorCode: 'ORAN',
			label: '',
			messageId: '35986',
			tracker: '',
		});
	});

	it.each([
		['SFR', '005', 'Service temporarily unavailable'],
		['BOUY', '005', 'Message is undeliverable'],
		['FREE', '008', 'Message is in a rejected state'],
		['', '5', 'Message is undeliverable'],
		['SFR', '999', undefined],
		['BOUY', '107', undefined],
		['Oran', '107', 'Absent subscriber'],
	])('of %s with the code %s says %s', (operator, code, reason) => {
		const receipt = read(`tel=0661457895&statut=2&code_erreur=${code}&operateur=${operator}`);
		expect(receipt?.errorCode).toBe(code);
		expect(receipt?.errorReason).toBe(reason);
	});

	it('of a failure without a code has neither code nor reason', () => {
		const receipt = read('tel=0661457895&statut=2&operateur=SFR&code_erreur=');
		expect(receipt).not.toHaveProperty('errorCode');
		expect(receipt).not.toHaveProperty('errorReason');
	});

	it.each([
		['0', 'delivered', true],
		['00', 'delivered', true],
		['2', 'failed', false],
		['+0+', 'delivered', true],
		['002', 'failed', false],
		['1', 'unknown', null],
		['3', 'unknown', null],
		['20', 'unknown', null],
		['-2', 'unknown', null],
		['2.0', 'unknown', null],
		['ACK', 'unknown', null],
		['DELIVRD', 'unknown', null],
		['SMS%20remis', 'unknown', null],
		['%E9chec', 'unknown', null],
	])('with the statut %s is %s', (statut, status, delivered) => {
		expect(read(`tel=0661457895&statut=${statut}&code_erreur=108`)).toMatchObject({
			status,
			delivered,
		});
	});

	it.each(['SFR', 'BOUY', 'FREE', ''])(
		'of %j with a statut that the manual does not list gives the code, but no reason',
		(operator) => {
			const receipt = read(`tel=0661457895&statut=1&code_erreur=005&operateur=${operator}`);
			expect(receipt).toMatchObject({ status: 'unknown', delivered: null, errorCode: '005' });
			expect(receipt).not.toHaveProperty('errorReason');
		},
	);

	it.each([
		...['', 'tel=0661457895', 'statut=0', 'tel=&statut=0', 'tel=%5BTEL%5D&statut=0'],
		...['tel=0661457895&statut=', 'tel=0661457895&statut=%5BSTATUT%5D'],
		...['tel=0661457895&statut=%20', 'tel=0661457895&statut=---', 'TEL=0661457895&STATUT=0'],
		...['tel=0661457895&statut=%7B%7Bstatut%7D%7D', 'tel=0661457895&statut=%3Cb%3E0'],
	])('is not seen in "%s"', (query) => {
		expect(read(query)).toBeUndefined();
	});
});

describe('The time of a receipt', () => {
	it('is that of Paris, also with the space that the manual prints', () => {
		expect(read('tel=06&statut=0&date=2012-08-12+&heure=15:07:12')?.reportedAt).toBe(
			'2012-08-12T15:07:12+02:00',
		);
	});

	it.each([
		['2024-01-15', ''],
		['', '10:00:00'],
		['15/01/2024', '10:00:00'],
	])('is left out where there was none: %j %j', (date, time) => {
		expect(read(`tel=06&statut=0&date=${date}&heure=${time}`)).not.toHaveProperty('reportedAt');
	});
});
