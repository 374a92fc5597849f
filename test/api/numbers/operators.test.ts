import {
	isOperator,
	operatorCodeOf,
	operatorName,
} from '../../../nodes/ISendPro/api/numbers/operators';

describe('An operator', () => {
	it.each(['TMOB', '__proto__', ''])('that is not listed keeps its name: %j', (code) => {
		expect(operatorName(code)).toBe(code);
		expect(isOperator(code)).toBe(false);
	});

	it.each(['oran', 'ORANGE', ' ORAN '])('is Orange: %j', (written) => {
		expect(isOperator(written)).toBe(true);
		expect(operatorName(written)).toBe('Orange');
		expect(operatorCodeOf(written)).toBe('ORAN');
	});

	it.each(['bouy', 'Bouygues', 'bouygues telecom'])('is Bouygues Telecom: %j', (written) => {
		expect(operatorName(written)).toBe('Bouygues Telecom');
	});
});
