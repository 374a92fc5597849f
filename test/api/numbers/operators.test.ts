import {
	isOperator,
	operatorCodeOf,
	operatorName,
} from '../../../nodes/ISendPro/api/numbers/operators';

describe('An operator', () => {
	it.each([
		['ORAN', 'Orange'],
		['BOUY', 'Bouygues Telecom'],
		['SFR', 'SFR'],
		['FREE', 'Free'],
		['VIRG', 'Virgin'],
		['NRJ', 'NRJ'],
		['TMOB', 'TMOB'],
		['__proto__', '__proto__'],
		['', ''],
	])('%j is called %j', (code, name) => {
		expect(operatorName(code)).toBe(name);
	});

	it.each(['oran', 'Oran', 'orange', 'Orange', 'ORANGE', ' ORAN '])('is Orange: %j', (written) => {
		expect(operatorName(written)).toBe('Orange');
		expect(operatorCodeOf(written)).toBe('ORAN');
	});

	it.each(['bouy', 'Bouygues', 'bouygues telecom'])('is Bouygues Telecom: %j', (written) => {
		expect(operatorName(written)).toBe('Bouygues Telecom');
	});

	it('is listed, or is not', () => {
		expect(isOperator('orange')).toBe(true);
		expect(isOperator('TMOB')).toBe(false);
	});
});
