import { UndatedRows } from '../../../nodes/ISendPro/api/files/report-edges';

describe('Rows without a date', () => {
	it('that two neighbouring parts both hold are taken once', () => {
		const rows = new UndatedRows();
		rows.beginPart();
		expect([['a'], ['a'], ['b']].map((row) => rows.takes(row))).toEqual([true, true, true]);
		rows.beginPart();
		expect([['a'], ['a'], ['a'], ['c']].map((row) => rows.takes(row))).toEqual([
			...[false, false],
			...[true, true],
		]);
	});

	it('are compared with the part before only', () => {
		const rows = new UndatedRows();
		rows.beginPart();
		expect(rows.takes(['a'])).toBe(true);
		rows.beginPart();
		rows.beginPart();
		expect(rows.takes(['a'])).toBe(true);
	});
});
