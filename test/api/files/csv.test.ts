import iconv from 'iconv-lite';
import fc from 'fast-check';

import { UnreadableAnswerError } from '../../../nodes/ISendPro/api/errors';
import {
	readReportMessages,
	readReportRows,
} from '../../../nodes/ISendPro/api/files/campaign-report';
import { example, header, latin, report, rowWith } from './report-rows';

describe('A CSV file of iSendPro', () => {
	it('lets names have blanks around them, and rows and header end in one semicolon more', () => {
		const names = header.split(';').join(' ; ');
		const rows = readReportRows(latin(` ${names} ;`, `${example};`, `${example};`, ''));
		expect(rows).toEqual([...readReportRows(report(example)), ...readReportRows(report(example))]);
	});

	it.each(['\n', '\r\n', '\r'])('has lines that end in %j', (lineEnd) => {
		const csv = iconv.encode([header, example, example, ''].join(lineEnd), 'iso-8859-15');
		expect(readReportRows(csv)).toHaveLength(2);
	});

	it('lets a quoted message hold semicolons, quotes and line breaks', () => {
		expect(readReportMessages(report(rowWith({ 3: '"a;b ""c"" \r\nd\ne"' })))[0]).toMatchObject({
			text: 'a;b "c" \r\nd\ne',
			tracker: 'montracker123',
		});
	});

	it('gives back any message that was written in it', () => {
		const character = fc.constantFrom(...'a0é€;" \n\r,\'=àÊ');
		fc.assert(
			fc.property(fc.array(fc.string({ unit: character }), { minLength: 1 }), (texts) => {
				const rows = texts.map((text) => rowWith({ 3: `"${text.replaceAll('"', '""')}"` }));
				expect(readReportMessages(report(...rows)).map(({ text }) => text)).toEqual(texts);
			}),
		);
	});

	it.each([
		['ISO-8859-15', iconv.encode(`${header}\n${rowWith({ 3: 'été à 5 €' })}`, 'iso-8859-15')],
		['UTF-8', Buffer.from(`${header}\n${rowWith({ 3: 'été à 5 €' })}`)],
		['UTF-8 with a mark', Buffer.from(`\ufeff${header}\n${rowWith({ 3: 'été à 5 €' })}`)],
	])('is decoded from %s', (_encoding, csv) => {
		expect(readReportMessages(csv)[0]?.text).toBe('été à 5 €');
		expect(Object.keys(readReportRows(csv)[0] ?? {})).toEqual(header.split(';'));
	});

	it('never leaves out cells: a row with too few is not what it seems', () => {
		const csv = latin('Destinataire;Prix;Tracker', '601020304;0,044;a', '601020304;0,044');
		for (const read of [readReportMessages, readReportRows]) {
			expect(() => read(csv)).toThrow(
				'Row 2 of the file that iSendPro sent cannot be read: 2 cells where the header has 3',
			);
		}
	});

	it('has as many rows as the manual allows, and no more', () => {
		const file = (rows: number) => Buffer.from(`Destinataire\n${'601020304\n'.repeat(rows)}`);
		expect(readReportRows(file(200_000))).toHaveLength(200_000);
		expect(() => readReportRows(file(200_001))).toThrow('more than 200,000 rows');
		expect(readReportRows(file(200_001), 10)).toHaveLength(10);
		expect(readReportRows(file(0))).toEqual([]);
	});

	it.each(['\n', '\r\n', '\r'])('has no row of millions of cells, with lines to %j', (lineEnd) => {
		const flood = ';'.repeat(3_000_000);
		for (const text of [`${header}${lineEnd}${flood}`, `Destinataire${flood}${lineEnd}`]) {
			expect(() => readReportRows(Buffer.from(text))).toThrow(/longer than any row/);
		}
	});
});

describe('A file that is no report is refused', () => {
	it.each([
		['Not found', 'has no column "Destinataire". It begins: Not found'],
		['', 'has no column "Destinataire". It begins: '],
		[`${header}\n${example};x`, '13 cells where the header has 12'],
		[`${header}\n${example}\n${rowWith({ 3: '"cut' })}`, 'Row 2 of the file'],
		[`${header}\n${rowWith({ 3: '"a" b' })}`, 'Row 1 of the file'],
	])('%j', (text, reason) => {
		const read = () => readReportRows(iconv.encode(text, 'iso-8859-15'));
		expect(read).toThrow(UnreadableAnswerError);
		expect(read).toThrow(reason);
	});
});
