import fc from 'fast-check';

import { exceedsCallLimits } from '../../../nodes/ISendPro/api/callbacks/call-limits';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('The limits of a call', () => {
	it.each<[what: string, forms: string[], exceeds: boolean]>([
		['nothing', [], false],
		['100 fields and a last separator', ['a=1&'.repeat(100)], false],
		['101 fields', ['a=1&'.repeat(100) + 'a=1'], true],
		['50 fields in the query and 50 in the body', ['a&'.repeat(50), 'a&'.repeat(50)], false],
		['50 fields in the query and 51 in the body', ['a&'.repeat(50), 'a&'.repeat(51)], true],
		['separators without fields', ['&'.repeat(65_536)], false],
		['65,536 bytes in two parts', ['a'.repeat(536), 'a'.repeat(65_000)], false],
		['65,537 bytes in two parts', ['a'.repeat(537), 'a'.repeat(65_000)], true],
	])('are met by %s: %s', (_, forms, exceeds) => {
		expect(exceedsCallLimits(...forms.map(bytes))).toBe(exceeds);
	});

	it('count the fields that reading would find', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', '&', '=', 'b=1&', '%26')), (parts) => {
				const form = parts.join('');
				const fields = form.split('&').filter(Boolean).length;
				const filler = (count: number) => bytes('x&'.repeat(count));
				fc.pre(fields <= 100);
				expect(exceedsCallLimits(bytes(form), filler(100 - fields))).toBe(false);
				expect(exceedsCallLimits(bytes(form), filler(101 - fields))).toBe(true);
			}),
		);
	});
});
