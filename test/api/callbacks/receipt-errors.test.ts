import { explainReceiptError } from '../../../nodes/ISendPro/api/callbacks/receipt-errors';

const states = [
	['2', 'Message is delivered to destination'],
	['5', 'Message is undeliverable'],
];

/** The codes that the manual explains for an operator [5.1]. */
function everyCode(operatorCode: string): string[] {
	return Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, '0')).filter(
		(code) => explainReceiptError(code, operatorCode) !== undefined,
	);
}

const twoStates = '002 005';

describe.each([
	[
		'SFR',
		'000 002 003 004 005 006 007 008 009 010 ' +
			'100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 ' +
			'123 124 125 126 127 200 201 202 203 204 206 207 208',
		[
			['000', 'Service temporarily unavailable'],
			['010', 'Network timer expired'],
			['101', 'Unknown subscriber'],
			['107', 'Absent subscriber'],
			['127', 'Unexpected value'],
			['208', 'Invalid message type indicator (MT)'],
		],
	],
	['BOUY', twoStates, states],
	['FREE', '001 002 003 004 005 006 007 008', [...states, ['8', 'Message is in a rejected state']]],
	['', twoStates, states],
	['TMOB', twoStates, states],
])('A failure reported by "%s"', (operator, codes, words) => {
	it('has words for the codes that the manual lists, and for no other', () => {
		expect(everyCode(operator).join(' ')).toBe(codes);
	});

	it.each(words)('with the code %s is "%s", whatever its zeros', (code = '', english) => {
		expect(explainReceiptError(code, operator)).toBe(english);
		expect(explainReceiptError(code.padStart(3, '0'), operator)).toBe(english);
	});
});

it('A failure that Orange reports is worded as that of SFR', () => {
	for (const code of everyCode('SFR'))
		expect(explainReceiptError(code, 'ORAN')).toBe(explainReceiptError(code, 'SFR'));
	expect(everyCode('ORAN')).toEqual(everyCode('SFR'));
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
