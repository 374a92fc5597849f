import iconv from 'iconv-lite';

import {
	keepRows,
	readReportMessages,
	readReportRows,
} from '../../../nodes/ISendPro/api/files/campaign-report';
import { example, header, latin, report, rowWith } from './report-rows';

describe('A report', () => {
	it('keeps its own columns and text when it is not simplified', () => {
		expect(readReportRows(report(example))).toEqual([
			{
				"Date d'envoi": '01/07/2016 12:18',
				Emetteur: 'iSendPro',
				Destinataire: '601020304',
				Message: "Offre spécial pour l'été",
				'Information complémentaire': 'SFR: SMS remis',
				'Infos details': 'Message for 0033601020304 has',
				Statut: '0',
				'SMS retour': 'Merci',
				Canal: 'Haute Qualite',
				Prix: '0,044',
				STOP: '0',
				Tracker: 'montracker123',
			},
		]);
	});

	it('has columns in any order, whatever their apostrophe and accents', () => {
		const csv = latin(
			'Tracker;DESTINATAIRE;Message;Information complementaire;date d´envoi',
			'a1;601020304;Salut;SFR: SMS remis;25/12/2026 08:00',
		);
		expect(readReportMessages(csv)).toEqual([
			{
				sentAt: '2026-12-25T08:00:00+01:00',
				sender: '',
				to: '0601020304',
				text: 'Salut',
				status: 'delivered',
				statusCode: '',
				delivered: true,
				operator: 'SFR',
				price: null,
				stop: false,
				tracker: 'a1',
			},
		]);
	});

	it('has only the rows that are wanted', () => {
		const csv = report(example, rowWith({ 11: 'other' }));
		const isWanted = ({ tracker }: { tracker: string }) => tracker === 'other';
		expect(readReportMessages(csv, 1, {}, isWanted)).toMatchObject([{ tracker: 'other' }]);
		expect(readReportRows(csv, 1, {}, isWanted)).toMatchObject([{ Tracker: 'other' }]);
	});
});

describe('A report is cut', () => {
	const late = rowWith({ 0: '01/07/2016 12:19', 3: '"in two\r\nlines; ""quoted"""' });
	const surplus = '01/07/2016 12:19';

	it.each([
		['ISO-8859-15', 'iso-8859-15', ''],
		['UTF-8', 'utf-8', ''],
		['UTF-8 with a mark', 'utf-8', '\ufeff'],
	])('at the rows of the minute after it, byte for byte, in %s', (_name, encoding, mark) => {
		const columns = header.replace("'", encoding === 'utf-8' ? '’' : "'");
		const rows = [example, late, rowWith({ 3: '"01/07/2016 12:19 é"' }), late, example, late];
		const write = (lines: string[]) =>
			iconv.encode(`${mark}${[columns, ...lines].join('\r\n')}\r\n`, encoding);
		expect(Buffer.from(keepRows(write(rows), { surplus }) ?? [])).toEqual(
			Buffer.from(write(rows.filter((row) => row !== late))),
		);
		expect(keepRows(write([late, late]), { surplus })).toBeUndefined();
		const untouched = write([example]);
		expect(keepRows(untouched, { surplus })).toBe(untouched);
	});

	it('in a file of many accents too, whose first bytes end in one of them', () => {
		const accents = rowWith({ 3: 'é'.repeat(900) });
		for (const shift of ['', 'a']) {
			const rows = [`${shift}${accents}`, ...Array.from({ length: 10 }, () => accents), late];
			const csv = Buffer.from([header.replace("'", '’'), ...rows, ''].join('\n'));
			expect(readReportRows(keepRows(csv, { surplus }) ?? csv)).toHaveLength(11);
		}
	});

	it('only where it is one', () => {
		expect(() => keepRows(latin('MSISDN', '0601020304'), { surplus })).toThrow(
			'no column "Destinataire"',
		);
	});
});
