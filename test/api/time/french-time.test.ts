import { writeFrenchTime } from '../../../nodes/ISendPro/api/time/french-time';

describe('The clock of France', () => {
	it.each([
		['in summer', '2012-08-12', '11:15:45', '+02:00'],
		['in winter', '2024-01-15', '10:00:00', '+01:00'],
		['in the last second of winter', '2024-03-31', '01:59:59', '+01:00'],
		['in the first second of summer', '2024-03-31', '03:00:00', '+02:00'],
		['in the hour that spring skips', '2024-03-31', '02:30:00', '+01:00'],
		['in the hour that autumn repeats', '2024-10-27', '02:30:00', '+02:00'],
		['in the second after it', '2024-10-27', '03:00:00', '+01:00'],
		['on a leap day', '2024-02-29', '23:59:59', '+01:00'],
	])('gives a time its offset %s', (_, date, time, offset) => {
		expect(writeFrenchTime(date, time)).toBe(`${date}T${time}${offset}`);
	});

	it('gives a time without seconds the seconds 00', () => {
		expect(writeFrenchTime('2026-01-01', '00:00')).toBe('2026-01-01T00:00:00+01:00');
	});

	it.each([
		['2012-08-12', '11'],
		['2012-08-12', '11:15:60'],
		['2012-08-12', '24:00'],
		['2012-08-12', '10:00:00Z'],
		['2023-02-29', '10:00:00'],
		['2024-13-01', '10:00:00'],
		['2012-8-12', '11:15'],
		['yesterday', 'noon'],
		['', ''],
	])('does not know the time %j %j', (date, time) => {
		expect(writeFrenchTime(date, time)).toBeUndefined();
	});
});
