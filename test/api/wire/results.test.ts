import { parseAnswer } from '../../../nodes/ISendPro/api/wire/answer';
import { resultsInOrder } from '../../../nodes/ISendPro/api/wire/results';

function resultsOf(xml: string, phoneNumbers: string[]) {
	return resultsInOrder(parseAnswer(Buffer.from(`<etat>${xml}</etat>`)), phoneNumbers);
}

describe('the results of a request about several numbers', () => {
	const numbers = ['0601020304', '0601020305'];
	const record = (number: number, tel: string, code: number) =>
		`<etat${number}><code${number}>${code}</code${number}><tel${number}>${tel}</tel${number}></etat${number}>`;

	it('stand in the order of the request, whatever that of the answer', () => {
		const xml = record(2, '0601020305', 11) + record(1, '0601020304', 0);
		expect(resultsOf(xml, numbers).map(({ code }) => code)).toEqual(['0', '11']);
	});

	it('do not match where they name each other’s numbers', () => {
		const xml = record(1, '0601020305', 0) + record(2, '0601020304', 11);
		expect(resultsOf(xml, numbers)).toHaveLength(0);
	});

	it('match where iSendPro writes a number in another way', () => {
		const xml = record(1, '33601020304', 0) + record(2, '33601020305', 11);
		expect(resultsOf(xml, numbers)).toHaveLength(2);
	});

	it('do not match where one is missing', () => {
		expect(resultsOf(record(1, '0601020304', 0), numbers)).toHaveLength(1);
	});

	it('are the same for all where the whole request failed', () => {
		expect(resultsOf('<code>12</code>', numbers).map(({ code }) => code)).toEqual(['12', '12']);
	});

	it('do not match where one success is given for several numbers', () => {
		expect(resultsOf('<code>0</code>', numbers)).toHaveLength(1);
	});
});
