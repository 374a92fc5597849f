import iconv from 'iconv-lite';
import fc from 'fast-check';

import { readBlacklist } from '../../../nodes/ISendPro/api/files/blacklist-file';
import {
	keepRows,
	readReportMessages,
	readReportRows,
} from '../../../nodes/ISendPro/api/files/campaign-report';
import { UnreadableAnswerError } from '../../../nodes/ISendPro/api/errors';
import { writeFrenchTime } from '../../../nodes/ISendPro/api/time/french-time';

const header =
	"Date d'envoi;Emetteur;Destinataire;Message;Information complémentaire;Infos details;Statut;SMS retour;Canal;Prix;STOP;Tracker";
/** The example values of the manual [3.8]. */
const example =
	"01/07/2016 12:18;iSendPro;601020304;Offre spécial pour l'été;SFR: SMS remis;Message for 0033601020304 has;0;Merci;Haute Qualite;0,044;0;montracker123";

const latin = (...lines: string[]) => iconv.encode(lines.join('\r\n'), 'iso-8859-15');
const report = (...rows: string[]) => latin(header, ...rows);

/** The example with some of its cells replaced, by column. */
const rowWith = (cells: Record<number, string>) =>
	example
		.split(';')
		.map((cell, index) => cells[index] ?? cell)
		.join(';');
const messageWith = (cells: Record<number, string>) =>
	readReportMessages(report(rowWith(cells)))[0];

const refusal = (read: () => unknown): string => {
	try {
		read();
	} catch (error) {
		if (error instanceof UnreadableAnswerError) return error.message;
		throw error;
	}
	throw new Error('It was read');
};

describe("The manual's example row", () => {
	it('is simplified', () => {
		expect(readReportMessages(report(example))).toEqual([
			{
				sentAt: '2016-07-01T12:18:00+02:00',
				sender: 'iSendPro',
				to: '0601020304',
				text: "Offre spécial pour l'été",
				status: 'delivered',
				statusCode: '0',
				delivered: true,
				operator: 'SFR',
				reply: 'Merci',
				price: 0.044,
				stop: false,
				tracker: 'montracker123',
			},
		]);
	});

	it('is kept as it is when not simplified', () => {
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
});

describe('The dialect', () => {
	it('lets names have blanks around them and rows end in one semicolon more', () => {
		const names = header.split(';').join(' ; ');
		const rows = readReportRows(latin(` ${names} `, `${example};`, `${example};`, ''));
		expect(rows).toEqual([...readReportRows(report(example)), ...readReportRows(report(example))]);
	});

	it('lets the header, too, end in a semicolon', () => {
		expect(readReportRows(latin(`${header};`, `${example};`))).toEqual(
			readReportRows(report(example)),
		);
	});

	it.each(['\n', '\r\n', '\r'])('has lines that end in %j', (lineEnd) => {
		const csv = iconv.encode([header, example, example, ''].join(lineEnd), 'iso-8859-15');
		expect(readReportRows(csv)).toHaveLength(2);
	});

	it('lets a quoted message hold semicolons, quotes and line breaks', () => {
		expect(messageWith({ 3: '"a;b ""c"" \r\nd\ne"' })).toMatchObject({
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

	it('has columns in any order, whatever the apostrophe and the accents', () => {
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

	it('never leaves out cells: a row with too few is not what it seems', () => {
		const csv = latin('Destinataire;Prix;Tracker', '601020304;0,044;a', '601020304;0,044');
		for (const read of [readReportMessages, readReportRows]) {
			expect(refusal(() => read(csv))).toBe(
				'Row 2 of the file that iSendPro sent cannot be read: 2 cells where the header has 3',
			);
		}
	});

	it('has as many rows as the manual allows, and no more', () => {
		const file = (rows: number) => Buffer.from(`Destinataire\n${'601020304\n'.repeat(rows)}`);
		expect(readReportRows(file(200_000))).toHaveLength(200_000);
		expect(refusal(() => readReportRows(file(200_001)))).toContain('more than 200,000 rows');
		expect(readReportRows(file(200_001), 10)).toHaveLength(10);
		const numbers = Buffer.from(`MSISDN\n${'601020304\n'.repeat(200_001)}`);
		expect(refusal(() => readBlacklist(numbers))).toContain('more than 200,000 rows');
	});

	it.each(['\n', '\r\n', '\r'])('has no row of millions of cells, with lines to %j', (lineEnd) => {
		const flood = ';'.repeat(3_000_000);
		for (const text of [`${header}${lineEnd}${flood}`, `Destinataire${flood}${lineEnd}`]) {
			expect(refusal(() => readReportRows(Buffer.from(text)))).toMatch(/longer than any row/);
		}
	});

	it('is read up to a limit', () => {
		const csv = report(example, example, rowWith({ 3: '"never closed' }));
		expect(readReportRows(csv, 2)).toHaveLength(2);
		expect(readReportRows(csv, 0)).toHaveLength(0);
		expect(readReportRows(report(example), 50)).toHaveLength(1);
	});

	it('may have no rows', () => {
		expect(readReportRows(report())).toEqual([]);
		expect(readReportRows(report(''))).toEqual([]);
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
		expect(refusal(() => keepRows(latin('MSISDN', '0601020304'), { surplus }))).toContain(
			'no column "Destinataire"',
		);
	});
});

describe('What is no such file is refused', () => {
	it.each([
		['Not found', 'has no column "Destinataire". It begins: Not found'],
		['', 'has no column "Destinataire". It begins: '],
		[`${header}\n${example};x`, '13 cells where the header has 12'],
		[`${header}\n${example};;`, '14 cells where the header has 12'],
		[`${header}\n${example}\n${rowWith({ 3: '"cut' })}`, 'Row 2 of the file'],
		[`${header}\n${rowWith({ 3: '"a" b' })}`, 'Row 1 of the file'],
	])('%j', (text, reason) => {
		expect(refusal(() => readReportRows(iconv.encode(text, 'iso-8859-15')))).toContain(reason);
	});
});

describe('A simplified cell', () => {
	it.each([
		['01/07/2016 12:18', '2016-07-01T12:18:00+02:00'],
		['01/01/2026 00:00', '2026-01-01T00:00:00+01:00'],
		['01/01/2026 23:59:07', '2026-01-01T23:59:07+01:00'],
		['29/03/2026 01:59', '2026-03-29T01:59:00+01:00'],
		['29/03/2026 03:00', '2026-03-29T03:00:00+02:00'],
		['25/10/2026 01:59', '2026-10-25T01:59:00+02:00'],
		['25/10/2026 02:30', '2026-10-25T02:30:00+02:00'],
		['25/10/2026 03:00', '2026-10-25T03:00:00+01:00'],
		['29/02/2024 12:00', '2024-02-29T12:00:00+01:00'],
		['29/02/2026 12:00', null],
		['31/06/2026 12:00', null],
		['01/13/2026 12:00', null],
		['01/07/2026 24:00', null],
		['01/07/2026 12:60', null],
		['2026-07-01 12:00', null],
		['', null],
	])('date %j is %j', (written, sentAt) => {
		expect(messageWith({ 0: written })?.sentAt).toBe(sentAt);
	});

	it.each([
		['601020304', '0601020304'],
		['0601020304', '0601020304'],
		['33601020304', '0601020304'],
		['0033601020304', '0601020304'],
		['32475123456', '0032475123456'],
		['0032475123456', '0032475123456'],
		['262692123456', '00262692123456'],
		['596696123456', '0596696123456'],
		['0596696123456', '0596696123456'],
		['36180', '36180'],
		['', ''],
		['inconnu', 'inconnu'],
	])('recipient %j is %j', (written, to) => {
		expect(messageWith({ 2: written })?.to).toBe(to);
	});

	it.each([
		['0', 'SFR: SMS remis', true],
		['0', '', true],
		['ACK', '', true],
		['ack', 'Orange', true],
		['000', '', true],
		['2', 'Bouygues: SMS remis', true],
		['', '', null],
		['2', '', null],
		['NACK', '', false],
		['KO', 'SFR: Echec', false],
		['0', 'SFR: SMS non remis', false],
		['2', "SFR: SMS n'a pas été remis", false],
		['10', '', false],
		['DELIVRD', 'Bouygues:', true],
		['DELIVERED', 'Free', true],
		['delivrd', '', true],
		['', 'Free: DELIVERED', true],
		['2', 'Bouygues: ', true],
		['2', 'BOUY: ', true],
		['002', 'free: ', true],
		['2', 'Vodafone: ', null],
		['2', 'Orange: ', false],
		['2', 'sfr:', false],
		['107', 'ORAN: ', false],
		['107', '', false],
		['5', '', false],
		['3', 'Free: ', false],
		['8', 'Free: ', false],
		['1', 'Free: ', null],
		['6', 'Free: ', null],
		['7', 'Free: ', null],
		['3', 'Bouygues: ', null],
		['999', '', null],
		['UNDELIV', '', false],
		['UNDELIVERABLE', 'SFR: SMS remis', false],
		['UNDELIVRD', '', false],
		['EXPIRED', '', false],
		['REJECTD', '', false],
		['REJECTED', '', false],
		['DELETED', '', false],
		['', 'Free: EXPIRED', false],
		['ENROUTE', '', null],
		['ACCEPTED', 'Free:', null],
		['UNKNOWN', '', null],
		['en cours', '', null],
		['TOTO', '', null],
	])('status %j with information %j: delivered is %p', (statusCode, information, delivered) => {
		const status = delivered === null ? 'unknown' : delivered ? 'delivered' : 'failed';
		expect(messageWith({ 6: statusCode, 4: information })).toMatchObject({
			status,
			statusCode,
			delivered,
		});
	});

	it('with a state of 2 is delivered abroad, where no operator is named', () => {
		expect(messageWith({ 2: '0032475123456', 4: '', 6: '2' })?.delivered).toBe(true);
		expect(messageWith({ 2: '0032475123456', 4: 'Proximus: ', 6: '2' })?.delivered).toBe(true);
		expect(messageWith({ 2: '0032475123456', 4: '', 6: '5' })?.delivered).toBe(false);
		expect(messageWith({ 2: '0032475123456', 4: '', 6: '107' })?.delivered).toBeNull();
	});

	it.each([
		['ORAN: SMS remis', 'Orange'],
		['orange: SMS remis', 'Orange'],
		['Sfr: SMS remis', 'SFR'],
		['BOUYGUES: x', 'Bouygues Telecom'],
		['Vodafone: x', 'Vodafone'],
	])('information %j names the operator %s', (information, operator) => {
		expect(messageWith({ 4: information })?.operator).toBe(operator);
	});

	it.each([
		['0,044', 0.044],
		['0.044', 0.044],
		['0', 0],
		['12', 12],
		['', null],
		['gratuit', null],
		['1e3', null],
	])('price %j is %p', (written, price) => {
		expect(messageWith({ 9: written })?.price).toBe(price);
	});

	it.each([
		['0', false],
		['', false],
		['1', true],
	])('STOP %j is %p', (written, stop) => {
		expect(messageWith({ 10: written })?.stop).toBe(stop);
	});

	it('that is empty or has no operator leaves reply and operator out', () => {
		expect(Object.keys(messageWith({ 7: '', 4: 'en cours' }) ?? {})).toEqual([
			'sentAt',
			'sender',
			'to',
			'text',
			'status',
			'statusCode',
			'delivered',
			'price',
			'stop',
			'tracker',
		]);
	});
});

describe('The clock of France', () => {
	it('gives times to the second, and none for what is no time', () => {
		expect(writeFrenchTime('2012-08-12', '11:15:45')).toBe('2012-08-12T11:15:45+02:00');
		// in the hour that spring skips
		expect(writeFrenchTime('2026-03-29', '02:30')).toBe('2026-03-29T02:30:00+01:00');
		for (const [date, time] of [
			['2012-08-12', '11'],
			['2012-08-12', '11:15:60'],
			['2012-8-12', '11:15'],
			['', ''],
		] as const) {
			expect(writeFrenchTime(date, time)).toBeUndefined();
		}
	});
});

describe('A blacklist', () => {
	it('is a list of numbers, with the zeros that the file may have lost', () => {
		const csv = latin('MSISDN', '0601020304', '601020305', '"33601020306";', '0032475123456', '');
		expect(readBlacklist(csv)).toEqual(['0601020304', '0601020305', '0601020306', '0032475123456']);
		expect(readBlacklist(csv, 1)).toEqual(['0601020304']);
		expect(readBlacklist(latin('"MSISDN";'))).toEqual([]);
	});

	it('is recognised by its column', () => {
		expect(refusal(() => readBlacklist(latin('0601020304')))).toContain('no column "MSISDN"');
	});
});
