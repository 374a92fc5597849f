import fc from 'fast-check';

import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import type { Period } from '../../../nodes/ISendPro/api/time/report-period';
import {
	halve,
	readPeriod,
	reportFields,
	withLaterEnd,
} from '../../../nodes/ISendPro/api/time/report-period';

const minute = 60_000;
const dates = (period: Period | undefined) => {
	const [, start, end] = reportFields(period ?? { first: 0, last: 0 });
	return `${start?.[1]} to ${end?.[1]}`;
};

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

	it.each([
		['2026-11-30', '2026-11-30', '2026-11-30 00:00 to 2026-11-30 23:59'],
		['2026-11-02', '2026-11-30T00:00:00', '2026-11-02 00:00 to 2026-11-30 00:00'],
		['2026-11', '2026-11', '2026-11-01 00:00 to 2026-11-30 23:59'],
		['2026-W48', '2026-W48', '2026-11-23 00:00 to 2026-11-29 23:59'],
		['2026', '2026', '2026-01-01 00:00 to 2026-12-31 23:59'],
		['01/11/2026', '30/11/2026', '2026-11-01 00:00 to 2026-11-30 23:59'],
		['01/11/2026 08:00', '30/11/2026 9h30', '2026-11-01 08:00 to 2026-11-30 09:30'],
		['2026-03-29', '2026-03-29', '2026-03-29 00:00 to 2026-03-29 23:59'],
		['2026-10-25', '2026-10-25', '2026-10-25 00:00 to 2026-10-25 23:59'],
		['2026-11-30T10:00', '2026-11-30', '2026-11-30 10:00 to 2026-11-30 23:59'],
	])('from %j to %j is all that the dates name: %s', (start, end, expected) => {
		expect(dates(readPeriod(start, end, 'Europe/Paris'))).toBe(expected);
	});

	it('covers a day of the zone of the workflow', () => {
		expect(dates(readPeriod('2026-11-30', '2026-11-30', 'America/New_York'))).toBe(
			'2026-11-30 06:00 to 2026-12-01 05:59',
		);
	});

	it('says how dates were read that are written day first, and of an end at midnight', () => {
		const { notes } = readPeriod('05/06/2026', '06/06/2026 00:00', 'Europe/Paris');
		expect(notes).toEqual([
			'"Start Date" "05/06/2026" was read day first, as 2026-06-05 00:00 in French time.',
			'"End Date" "06/06/2026 00:00" was read day first, as 2026-06-06 00:00 in French time.',
			expect.stringContaining('ends with the first minute of that day'),
		]);
		expect(readPeriod('2026-06-05', '2026-06-06', 'Europe/Paris').notes).toEqual([]);
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
