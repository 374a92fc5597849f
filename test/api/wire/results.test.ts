import { parseAnswer } from '../../../nodes/ISendPro/api/wire/answer';
import { matchResults } from '../../../nodes/ISendPro/api/wire/results';

const numbers = ['0601020304', '0601020305'];

/** The code of each number's record; `unknown` where the answer says nothing of it. */
function codesFor(xml: string, phoneNumbers: string[] = numbers): string[] {
	const answer = parseAnswer(Buffer.from(`<etat>${xml}</etat>`), String);
	return matchResults(answer, phoneNumbers, ({ code = '' }) => ({ code })).map((result) =>
		'failure' in result ? result.failure.status : result.code,
	);
}

const record = (place: number, tel: string | undefined, code: number) => {
	const number = tel === undefined ? '' : `<tel${place}>${tel}</tel${place}>`;
	return `<etat${place}><code${place}>${code}</code${place}>${number}</etat${place}>`;
};

describe('the results of a request about several numbers', () => {
	it.each([
		['in their order', record(1, '0601020304', 0) + record(2, '0601020305', 11), ['0', '11']],
		[
			'in the order of the request, whatever that of the answer',
			record(2, '0601020305', 11) + record(1, '0601020304', 0),
			['0', '11'],
		],
		[
			'to the numbers that they name, whatever their places',
			record(1, '0601020305', 0) + record(2, '0601020304', 11),
			['11', '0'],
		],
		[
			'by their places where none is named',
			record(1, '', 0) + record(2, undefined, 11),
			['0', '11'],
		],
		['none to a number that is missing', record(1, '0601020304', 0), ['0', 'unknown']],
		['none where a place is missing', record(2, undefined, 0), ['unknown', '0']],
		['none to a number that was not asked for', record(1, '0699999999', 0), ['unknown', 'unknown']],
		[
			'none by place where there are more than numbers',
			record(1, undefined, 0) + record(2, undefined, 0) + record(3, undefined, 0),
			['unknown', 'unknown'],
		],
		[
			'none by place where a record stands at the place of another number',
			record(1, '0601020305', 0) + record(2, undefined, 11),
			['unknown', '0'],
		],
		[
			'none where two records of a number contradict each other',
			record(1, '0601020304', 11) + record(2, '0601020305', 0) + record(3, '0601020304', 0),
			['unknown', '0'],
		],
		['one refusal to all', '<code>12</code>', ['12', '12']],
		[
			'a refusal of one number to that number',
			'<code>11</code><tel>0601020305</tel>',
			['unknown', '11'],
		],
		['one success to nobody', '<code>0</code>', ['unknown', 'unknown']],
	])('go %s', (_, xml, codes) => {
		expect(codesFor(xml)).toEqual(codes);
	});

	it.each(['0601020304', '33601020304', '+33601020304', '0033601020304', ' 06 01 02 03 04 '])(
		'know a number that is written as %j',
		(tel) => {
			expect(codesFor(record(1, '0601020305', 11) + record(2, tel, 0))).toEqual(['0', '11']);
			expect(codesFor(`<code>0</code><tel>${tel}</tel>`, ['0601020304'])).toEqual(['0']);
		},
	);

	it('know a number abroad, however it is written', () => {
		for (const tel of ['32475123456', '+32475123456', '0032475123456', '+32 475 12 34 56'])
			expect(codesFor(`<code>0</code><tel>${tel}</tel>`, ['0032475123456'])).toEqual(['0']);
	});

	it('go to no text of a number that has several, where the order is not that of the request', () => {
		const twice = ['0601020304', '0601020304', '0601020305'];
		const others = (first: number, second: number) =>
			record(1, '0601020305', 0) + record(2, '0601020304', first) + record(3, '0601020304', second);
		expect(codesFor(others(0, 11), twice)).toEqual(['unknown', 'unknown', '0']);
		expect(codesFor(others(0, 0), twice)).toEqual(['0', '0', '0']);
	});

	it('go to the same number twice, each in its place', () => {
		const twice = ['0601020304', '0601020304'];
		const xml = record(1, '0601020304', 0) + record(2, '0601020304', 11);
		expect(codesFor(xml, twice)).toEqual(['0', '11']);
		expect(codesFor(record(2, '0601020304', 0), twice)).toEqual(['unknown', '0']);
	});
});

describe('the result of a single number', () => {
	it.each([
		['flat', '<code>0</code><tel>0601020304</tel>', '0'],
		['flat, without its number', '<code>0</code>', '0'],
		['numbered', record(1, '0601020304', 0), '0'],
		['flat, about another number', '<code>0</code><tel>0601020305</tel>', 'unknown'],
		['numbered, about another number', record(1, '0601020305', 0), 'unknown'],
		['a refusal of another number', '<code>11</code><tel>0601020305</tel>', 'unknown'],
	])('is read %s', (_, xml, code) => {
		expect(codesFor(xml, ['0601020304'])).toEqual([code]);
	});
});
