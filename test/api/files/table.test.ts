import { readTable } from '../../../nodes/ISendPro/api/files/table';
import { example, latin, report, rowWith } from './report-rows';

/** The tracker of each row; none for a row that does not count. */
const reader = {
	requiredColumn: 'Tracker',
	makeRow: (columns: readonly string[]) => (cells: readonly string[]) =>
		cells[columns.indexOf('Tracker')] || undefined,
};

describe('A table', () => {
	it('leaves out rows that do not count', () => {
		const csv = latin('Message;Tracker', 'a;1', 'b;', 'c;3');
		expect(readTable(csv, reader)).toEqual(['1', '3']);
	});

	it('is read up to a limit, and no further', () => {
		const csv = report(example, example, rowWith({ 3: '"never closed' }));
		expect(readTable(csv, reader, 2)).toHaveLength(2);
		expect(readTable(csv, reader, 0)).toHaveLength(0);
		expect(readTable(report(example), reader, 50)).toHaveLength(1);
	});

	it('may have no rows', () => {
		expect(readTable(report(), reader)).toEqual([]);
		expect(readTable(report(''), reader)).toEqual([]);
	});
});
