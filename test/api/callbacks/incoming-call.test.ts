import iconv from 'iconv-lite';

import { readCall, valueIn } from '../../../nodes/ISendPro/api/callbacks/incoming-call';
import { processorTime } from '../../helpers/processor-time';

function read(...forms: string[]): Array<[string, readonly string[]]> {
	return [...readCall(...forms.map((form) => Buffer.from(form, 'latin1')))];
}

function value(encoded: string): string {
	return valueIn(readCall(Buffer.from(`a=${encoded}`, 'latin1')), 'a');
}

describe('A value', () => {
	it.each([
		['STOP%20SMS', 'STOP SMS'],
		['STOP+SMS', 'STOP SMS'],
		['1%2B1', '1+1'],
		['%C3%A9t%C3%A9', 'été'],
		['%E9t%E9', 'été'],
		['%A4', '€'],
		['\xe9t\xe9', 'été'],
		['%F0%9F%91%8D', '👍'],
		['a%26b%3Dc', 'a&b=c'],
		['a=b=c', 'a=b=c'],
		['100%', '100%'],
		['%zz%4', '%zz%4'],
		['%%41', '%A'],
		['%2541', '%41'],
		['%22%27%3Cb%3E', '"\'<b>'],
		['%7B%7B+1+%7D%7D', '{{ 1 }}'],
		['a%00b', 'a\0b'],
		['a%0D%0Ab', 'a\r\nb'],
		['', ''],
	])('%j says %j', (encoded, decoded) => {
		expect(value(encoded)).toBe(decoded);
	});

	it('that is no UTF-8 is ISO-8859-15, in each of its bytes', () => {
		for (let byte = 0x80; byte <= 0xff; byte++) {
			const bytes = Buffer.from([0x61, byte, 0x62]);
			const escaped = `a%${byte.toString(16)}b`;
			expect(value(escaped)).toBe(iconv.decode(bytes, 'iso-8859-15'));
		}
	});

	it.each([
		['an overlong form', '%C0%AF', 'À¯'],
		['half a surrogate pair', '%ED%A0%80', 'í\xa0\x80'],
		['a cut character', '%E2%82', 'â\x82'],
		['a byte order mark, which stays', '%EF%BB%BFa', '\ufeffa'],
	])('is not taken for UTF-8 beyond the rules: %s', (_, encoded, decoded) => {
		expect([...readCall(Buffer.from(`a=${encoded}`))][0]?.[1]).toEqual([decoded]);
	});

	it('is decoded apart from the others of its call', () => {
		expect(read('a=%E9&b=%C3%A9')).toEqual([
			['a', ['é']],
			['b', ['é']],
		]);
	});

	it('of 10 KB arrives whole', () => {
		const text = 'é& '.repeat(3500);
		expect(value(encodeURIComponent(text))).toBe(text.trim());
	});
});

describe('The parameters of a call', () => {
	it('come from the query and from the form body', () => {
		expect(read('a=1', 'b=2')).toEqual([
			['a', ['1']],
			['b', ['2']],
		]);
	});

	it('keep every value of a repeated one, and the first counts', () => {
		const call = readCall(Buffer.from('tel=1&tel=2'), Buffer.from('tel=3'));
		expect([...call]).toEqual([['tel', ['1', '2', '3']]]);
		expect(valueIn(call, 'tel')).toBe('1');
	});

	it('may have no value, no name, an encoded name', () => {
		expect(read('a&=b&%74el=1&&')).toEqual([
			['a', ['']],
			['', ['b']],
			['tel', ['1']],
		]);
	});

	it('named like parts of every object are ordinary ones', () => {
		const call = readCall(Buffer.from('__proto__=1&constructor=2&toString=3'));
		expect(['__proto__', 'constructor', 'toString'].map((name) => valueIn(call, name))).toEqual([
			'1',
			'2',
			'3',
		]);
		expect(valueIn(readCall(), 'constructor')).toBe('');
	});

	it('are read in good time when there are very many', () => {
		const milliseconds = processorTime(() => {
			expect(readCall(Buffer.from('a=1&'.repeat(200_000))).get('a')).toHaveLength(200_000);
		});
		expect(milliseconds).toBeLessThan(3000);
	});
});
