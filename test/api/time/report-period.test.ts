import fc from 'fast-check';

import { InvalidInputError, UnreadableAnswerError } from '../../../nodes/ISendPro/api/errors';
import { RequestFailed } from '../../../nodes/ISendPro/api/wire/failure';
import { keepRows } from '../../../nodes/ISendPro/api/files/campaign-report';
import { downloadReport, joinReports } from '../../../nodes/ISendPro/api/requests/report';
import type { Period } from '../../../nodes/ISendPro/api/time/report-period';
import {
	halve,
	readPeriod,
	reportFields,
	withLaterEnd,
} from '../../../nodes/ISendPro/api/time/report-period';

const minute = 60_000;
const refused = (code: number) =>
	Buffer.from(`<etat><code>${code}</code><message>non</message></etat>`);

const dates = (period: Period | undefined) => {
	const [, start, end] = reportFields(period ?? { first: 0, last: 0 });
	return `${start?.[1]} to ${end?.[1]}`;
};

function writeRow(time: number): string {
	const [date = '', clock = ''] = new Date(time * minute).toISOString().split('T');
	return `${time};${date.split('-').reverse().join('/')} ${clock.slice(0, 5)}\n`;
}

/** A gateway with a row for each of these minutes, that gives at most so many at once. */
function gateway(minutes: readonly number[], most: number) {
	const asked: Period[] = [];
	const download = async (period: Period): Promise<Uint8Array> => {
		asked.push(period);
		const rows = minutes.filter(
			(time) => time * minute >= period.first && time * minute <= period.last,
		);
		if (rows.length > most) return refused(205);
		if (rows.length === 0) return refused(206);
		return Buffer.from(`Destinataire;Date d'envoi\n${rows.map(writeRow).join('')}`);
	};
	return { asked, download };
}

async function collect(period: Period, download: (period: Period) => Promise<Uint8Array>) {
	const files: Uint8Array[] = [];
	for await (const { csv, edges } of downloadReport(period, download)) {
		const kept = keepRows(csv, edges);
		if (kept) files.push(kept);
	}
	return files;
}

const rowsOf = (csv: Uint8Array) =>
	Buffer.from(csv).toString().trim().split('\n').slice(1).map(parseFloat);

describe('A period', () => {
	it('is asked for as the manual writes it', () => {
		expect(
			reportFields(readPeriod('2016-11-02T09:00', '2016-11-17T17:45:59', 'Europe/Paris')),
		).toEqual([
			['rapportCampagne', '1'],
			['date_deb', '2016-11-02 09:00'],
			['date_fin', '2016-11-17 17:45'],
		]);
	});

	it('is told by the clock of France, whatever the zone of the workflow', () => {
		expect(dates(readPeriod('2026-07-01T00:00', '2026-12-31T23:59', 'America/New_York'))).toBe(
			'2026-07-01 06:00 to 2027-01-01 05:59',
		);
		expect(dates(readPeriod('2026-07-01T00:00Z', new Date('2026-07-02T00:00Z'), 'UTC'))).toBe(
			'2026-07-01 02:00 to 2026-07-02 02:00',
		);
	});

	it.each([
		['', '2026-07-01', '"Start Date" is empty'],
		['2026-07-01', undefined, '"End Date" is empty'],
		['soon', '2026-07-01', '"Start Date" cannot be read from "soon"'],
		[
			'2026-07-02',
			'2026-07-01T12:00',
			'"End Date" is 2026-07-01 12:00, before "Start Date", 2026-07-02 00:00',
		],
	])('from %j to %j is refused: %s', (start, end, message) => {
		const read = () => readPeriod(start, end, 'Europe/Paris');
		expect(read).toThrow(InvalidInputError);
		expect(read).toThrow(message);
	});

	it('is cut in two halves', () => {
		const [earlier, later] = halve(readPeriod('2026-07-01T10:00', '2026-07-01T10:05', 'UTC')) ?? [];
		expect(dates(earlier)).toBe('2026-07-01 12:00 to 2026-07-01 12:02');
		expect(dates(later)).toBe('2026-07-01 12:03 to 2026-07-01 12:05');
		expect(halve({ first: minute, last: minute })).toBeUndefined();
	});

	it('is cut at no time that the clocks of France skip', () => {
		const [earlier, later] =
			halve(readPeriod('2026-03-29T01:30', '2026-03-29T03:30', 'Europe/Paris')) ?? [];
		expect(dates(earlier)).toBe('2026-03-29 01:30 to 2026-03-29 01:59');
		expect(dates(later)).toBe('2026-03-29 03:00 to 2026-03-29 03:30');
	});

	it('ends before a minute that the clocks of France show', () => {
		const [, , end] = reportFields(
			withLaterEnd(readPeriod('2026-03-29T01:00', '2026-03-29T01:59', 'Europe/Paris')),
		);
		expect(end).toEqual(['date_fin', '2026-03-29 03:00']);
		const [, , last] = reportFields(
			withLaterEnd(readPeriod('2026-01-01', '9999-12-31T23:59', 'Europe/Paris')),
		);
		expect(last).toEqual(['date_fin', '9999-12-31 23:59']);
	});

	it('is cut so that each minute is in one half', () => {
		fc.assert(
			fc.property(fc.nat(400_000), fc.integer({ min: 1, max: 70_000 }), (start, length) => {
				// from one spring to the next
				const first = Date.UTC(2026, 3, 1) + start * minute;
				const last = first + length * minute;
				const [earlier, later] = halve({ first, last }) ?? [];
				expect(earlier?.first).toBe(first);
				expect(later?.last).toBe(last);
				expect((earlier?.last ?? 0) + minute).toBe(later?.first);
				expect(earlier?.last).toBeGreaterThanOrEqual(first);
				expect(later?.first).toBeLessThanOrEqual(last);
			}),
		);
	});
});

describe('A report', () => {
	it('that fits is one file', async () => {
		const { asked, download } = gateway([1, 2, 3], 3);
		const files = await collect({ first: 0, last: 9 * minute }, download);
		expect(files.map(rowsOf)).toEqual([[1, 2, 3]]);
		expect(asked).toHaveLength(1);
	});

	it('without messages is no file', async () => {
		expect(await collect({ first: 0, last: minute }, gateway([], 3).download)).toEqual([]);
	});

	it('that is too long comes in parts, no row lost, doubled or out of order', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.nat(5000), { maxLength: 200 }),
				fc.integer({ min: 1, max: 20 }),
				async (times, most) => {
					const minutes = times.sort((a, b) => a - b);
					const files = await collect(
						{ first: 0, last: 5000 * minute },
						gateway(minutes, most).download,
					);
					expect(files.flatMap(rowsOf)).toEqual(minutes);
					if (minutes.length > 0) expect(rowsOf(joinReports(files))).toEqual(minutes);
				},
			),
		);
	});

	it('is fetched no further than its reader reads', async () => {
		const minutes = Array.from({ length: 1000 }, (_, index) => index);
		const { asked, download } = gateway(minutes, 1);
		const parts = downloadReport({ first: 0, last: 999 * minute }, download);
		for await (const { csv, edges } of parts) {
			expect(rowsOf(keepRows(csv, edges) ?? csv)).toEqual([0]);
			break;
		}
		expect(asked.length).toBeLessThan(16);
	});

	it('fails when a single minute is too much', async () => {
		const error: unknown = await collect(
			{ first: 0, last: 7 * minute },
			gateway([1, 1, 1], 2).download,
		).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(RequestFailed);
		expect(error).toMatchObject({ failure: { code: 205 } });
	});

	it.each([3, 14, 201, 777])('fails with the code %d that iSendPro answers', async (code) => {
		const error: unknown = await collect({ first: 0, last: minute }, async () =>
			refused(code),
		).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(RequestFailed);
		expect(error).toMatchObject({ failure: { code, apiMessage: 'non' } });
	});

	it('fails when an answer cannot be read', async () => {
		await expect(
			collect({ first: 0, last: minute }, async () => Buffer.from('<html></html>')),
		).rejects.toThrow(UnreadableAnswerError);
	});
});

describe('Several files of a report', () => {
	it('become one, with one header', () => {
		const files = ['h;i\r\na;1\r\n', 'h;i\r\nb;2', 'h;i\r\n', 'h;i\r\nc;3'].map((text) =>
			Buffer.from(text),
		);
		expect(Buffer.from(joinReports(files)).toString()).toBe('h;i\r\na;1\r\nb;2\nc;3');
		expect(Buffer.from(joinReports(files.slice(3)))).toEqual(files[3]);
		expect(joinReports([])).toHaveLength(0);
	});
});
