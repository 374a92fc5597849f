import fc from 'fast-check';
import { DateTime } from 'luxon';
import { refusal as refusalOf } from '../text/compose';
import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { needsZone, readMoment } from '../../../nodes/ISendPro/api/time/instant';

const zone = 'Europe/Paris';
const read = (value: unknown) => readMoment(value, zone, '"Send At"');
const refusal = (value: unknown) => refusalOf(() => read(value));
const paris = (instant: number | undefined) =>
	DateTime.fromMillis(instant ?? 0, { zone }).toFormat('yyyy-MM-dd HH:mm:ss.SSS');

describe('A date with a time', () => {
	it.each([
		['2026-12-25T09-00', '2026-12-25T09:00 or 2026-12-25T09:00-00:00'],
		['2026-12-25 14-05', '2026-12-25T14:05 or 2026-12-25T14:00-05:00'],
	])('is refused with a dash in its time, which may begin an offset: %j', (text, advised) => {
		const { message, description } = refusal(text);
		expect(message).toContain('which can be read in two ways');
		expect(description).toBe(`Give ${advised}.`);
	});
});

describe('A date that is written day first', () => {
	it.each([
		['25/12/2026 09:00', '2026-12-25 09:00:00.000'],
		['25/12/2026 9:00', '2026-12-25 09:00:00.000'],
		['25/12/2026 09:00:30', '2026-12-25 09:00:30.000'],
		['25/12/2026, 09:00:00', '2026-12-25 09:00:00.000'],
		['25/12/2026 à 09:00', '2026-12-25 09:00:00.000'],
		['25/12/2026 09h30', '2026-12-25 09:30:00.000'],
		['25/12/2026 9h', '2026-12-25 09:00:00.000'],
		['25/12/2026\u00a09\u202fh\u202f30', '2026-12-25 09:30:00.000'],
		['25/12/2026T09:00', '2026-12-25 09:00:00.000'],
		['25-12-2026 09:00', '2026-12-25 09:00:00.000'],
		['25.12.2026 9h30', '2026-12-25 09:30:00.000'],
		['\u200e25/12/2026 09:00', '2026-12-25 09:00:00.000'],
		['5/6/2026 9:05', '2026-06-05 09:05:00.000'],
		['05/06/2026 09:00', '2026-06-05 09:00:00.000'],
		['25/12/2026 09:00Z', '2026-12-25 10:00:00.000'],
		['25/12/2026 09:00 +02:00', '2026-12-25 08:00:00.000'],
		['25/12/2026 9:00 PM', '2026-12-25 21:00:00.000'],
		['06/06/2026 9:00 AM', '2026-06-06 09:00:00.000'],
	])('is read from %j as %s', (text, expected) => {
		const moment = read(text);
		expect(paris(moment?.start)).toBe(expected);
		expect(moment).toMatchObject({ unit: undefined, isDayFirst: true });
	});

	it.each([
		['12/25/2026 09:00', 'has no month 25', '2026-12-25'],
		['12/25/2026 9:00 AM', 'has no month 25', '2026-12-25'],
		['12.25.2026', 'has no month 25', '2026-12-25'],
	])('is refused month first, as in %j, with what to write', (text, reason, advised) => {
		const { message, description } = refusal(text);
		expect(message).toBe(`"Send At" is "${text}", which ${reason}: dates are read day first`);
		expect(description).toContain(advised);
	});

	it('is refused with AM or PM, the mark of a country that writes months first, showing both readings', () => {
		const { message, description } = refusal('05/06/2026 9:00 AM');
		expect(message).toBe(
			'"Send At" is "05/06/2026 9:00 AM", which can be read in two ways: 2026-06-05 or 2026-05-06',
		);
		expect(description).toContain('2026-06-05T09:00');
	});

	it.each(['25/12/26 09:00', '25/12/26', '25-12-26', '26.12.25 9h', '1/2/26'])(
		'is refused with a year of two digits: %j',
		(text) => {
			expect(refusal(text).message).toBe(`"Send At" is "${text}", whose year has two digits`);
		},
	);
});

describe('A date that is written year first', () => {
	it.each([
		['2026-12-25T9:00', '2026-12-25 09:00:00.000'],
		['2026-12-25 9:00', '2026-12-25 09:00:00.000'],
		['2026-12-25 09h30', '2026-12-25 09:30:00.000'],
		['2026-12-25 à 9 h 30', '2026-12-25 09:30:00.000'],
		['2026-12-25, 09:00', '2026-12-25 09:00:00.000'],
		['2026-12-25 09:00 AM', '2026-12-25 09:00:00.000'],
		['2026-12-25 9 pm', '2026-12-25 21:00:00.000'],
		['2026-12-25 12:30 AM', '2026-12-25 00:30:00.000'],
		['2026-12-25 12:30 p.m.', '2026-12-25 12:30:00.000'],
		['2026/12/25 09:00', '2026-12-25 09:00:00.000'],
		['2026.12.25 09:00', '2026-12-25 09:00:00.000'],
		['2026-1-5 9:00', '2026-01-05 09:00:00.000'],
		['2026-12-25 09:00 UTC', '2026-12-25 10:00:00.000'],
		['2026-12-25 09:00:00 +0200', '2026-12-25 08:00:00.000'],
		[
			'Fri Dec 25 2026 09:00:00 GMT+0100 (Central European Standard Time)',
			'2026-12-25 09:00:00.000',
		],
		['Fri Dec 25 2026 03:00:00 GMT-0500 (heure normale de l’Est)', '2026-12-25 09:00:00.000'],
		['Fri, 25 Dec 2026 08:00:00 GMT', '2026-12-25 09:00:00.000'],
		['Fri, 25 Dec 2026 09:00:00 +0100', '2026-12-25 09:00:00.000'],
	])('is read from %j as %s, and not day first', (text, expected) => {
		const moment = read(text);
		expect(paris(moment?.start)).toBe(expected);
		expect(moment).toMatchObject({ unit: undefined, isDayFirst: false });
	});
});

describe('A text that is no date and time', () => {
	it.each([
		...['25 décembre 2026 à 9h', 'le 25/12/2026 à 9h', 'demain 9h', '25/12 09:00', '25/12/2026 9'],
		...['2026/25/12 09:00', '31/02/2026 09:00', '2026-12-25 13:00 PM', '2026-12-25 0:30 AM'],
		...['25/12-2026 09:00', '25/12/2026 25:00', '25/12/2026 09:60', '25/12/2026 09:00 Paris'],
		...['Invalid DateTime', 'Invalid Date', '09:00', '9h30', '25/13/2026 09:00', '32/12/2026'],
		...['Fri Dec 25 2026 09:00:00', 'Fri Feb 31 2026 09:00:00 GMT+0100 (CET)', '0/12/2026 9h'],
	])('is refused: %j', (text) => {
		expect(refusal(text).message).toContain(`"Send At" cannot be read from "${text.slice(0, 40)}`);
	});
});

describe('A text without a time of day', () => {
	it.each([
		['2026-11-30', 'day', '2026-11-30', '2026-11-30'],
		['30/11/2026', 'day', '2026-11-30', '2026-11-30'],
		['30-11-2026', 'day', '2026-11-30', '2026-11-30'],
		['2026/11/30', 'day', '2026-11-30', '2026-11-30'],
		['20261130', 'day', '2026-11-30', '2026-11-30'],
		['2026-334', 'day', '2026-11-30', '2026-11-30'],
		['2026-W49-1', 'day', '2026-11-30', '2026-11-30'],
		['2026-11', 'month', '2026-11-01', '2026-11-30'],
		['11/2026', 'month', '2026-11-01', '2026-11-30'],
		['2028-02', 'month', '2028-02-01', '2028-02-29'],
		['2026-W48', 'week', '2026-11-23', '2026-11-29'],
		['2026W48', 'week', '2026-11-23', '2026-11-29'],
		['2026-W01', 'week', '2025-12-29', '2026-01-04'],
		['2026', 'year', '2026-01-01', '2026-12-31'],
		['2026-10-25', 'day', '2026-10-25', '2026-10-25'],
		['2026-03-29', 'day', '2026-03-29', '2026-03-29'],
	])('is the whole of %j, a %s', (text, unit, first, last) => {
		const moment = read(text);
		expect(moment?.unit).toBe(unit);
		expect(paris(moment?.start)).toBe(`${first} 00:00:00.000`);
		expect(paris(moment?.end)).toBe(`${last} 23:59:59.999`);
	});

	it('begins when the day does where clocks skip its midnight', () => {
		const { start, end } = readMoment('2026-03-29', 'Asia/Beirut', '"Start Date"') ?? {};
		expect([start, end]).toEqual([
			Date.parse('2026-03-29T00:00:00+02:00'),
			Date.parse('2026-03-29T23:59:59.999+03:00'),
		]);
	});
});

describe('A number', () => {
	it.each([
		[46381.375, '46381.375', 'spreadsheets store 2026-12-25 09:00'],
		['46381.375', '46381.375', 'spreadsheets store 2026-12-25 09:00'],
		['46381,375', '46381,375', 'spreadsheets store 2026-12-25 09:00'],
		[46381.4166666667, '46381.4166666667', 'spreadsheets store 2026-12-25 10:00'],
		[46381, '46381', 'spreadsheets store 2026-12-25'],
		[' 46381 ', '46381', 'spreadsheets store 2026-12-25'],
		[1764579600, '1764579600', 'seconds since 1970 for 2025-12-01T09:00:00Z'],
		['1764579600', '1764579600', 'seconds since 1970 for 2025-12-01T09:00:00Z'],
		[1764579600000, '1764579600000', 'milliseconds since 1970 for 2025-12-01T09:00:00Z'],
		['1764579600000', '1764579600000', 'milliseconds since 1970 for 2025-12-01T09:00:00Z'],
	])('%p is refused with its cause', (value, shown, cause) => {
		expect(refusal(value).message).toBe(
			`"Send At" is ${shown}, the number by which ${cause}`
				.replace('the number by which sec', 'the number of sec')
				.replace('the number by which milli', 'the number of milli'),
		);
	});

	it.each([
		[46381.375, '2026-12-25T09:00:00.000'],
		[46381.4166666667, '2026-12-25T10:00:00.000'],
		[46381.9999999, '2026-12-26T00:00:00.000'],
		[46381, '2026-12-25'],
		[1764579600, '2025-12-01T10:00:00.000+01:00'],
		[1764579600000, '2025-12-01T10:00:00.000+01:00'],
	])('%p is converted by the expression that its error advises, to %s', (value, expected) => {
		const [, expression = ''] = /\{\{ (.*) \}\}/.exec(refusal(value).description ?? '') ?? [];
		// As n8n evaluates it, in the zone of the workflow
		const evaluate = new Function('DateTime', '$json', `return ${expression}`) as (
			luxon: object,
			json: object,
		) => string;
		const inParis = {
			fromMillis: (milliseconds: number, options: object) =>
				DateTime.fromMillis(milliseconds, { zone, ...options }),
			fromSeconds: (seconds: number) => DateTime.fromSeconds(seconds, { zone }),
		};
		expect(evaluate(inParis, { date: value })).toBe(expected);
	});

	it.each([20, 0, -5, 3.5, 1e21, 99_999, 2_026])('%p is none of these', (value) => {
		expect(refusal(value).message).toBe('"Send At" cannot be read from a value of type number');
	});
});

describe('A text', () => {
	it.each([
		['25/12/2026 09:00', true],
		['25-12-2026 09:00', true],
		['25-12-2026', true],
		['25/12/2026 09:00+01:00', false],
		['2026-12-25 09:00 UTC', false],
		['Fri Dec 25 2026 09:00:00 GMT+0100 (CET)', false],
		['Fri, 25 Dec 2026 08:00:00 GMT', false],
	])('%j needs a zone: %p', (text, needed) => {
		expect(needsZone(text)).toBe(needed);
	});
});

describe('Midnight', () => {
	it.each([
		['2026-12-06T00:00:00.000Z', true],
		['2026-12-06T00:00', true],
		['06/12/2026 00:00', true],
		['20261206T0000', true],
		[new Date('2026-12-06T00:00:00+01:00'), true],
		[DateTime.fromISO('2026-12-06', { zone }), true],
		['2026-12-06T00:01', false],
		['2026-12-06T10:00', false],
		['2026-12-06T24:00', true],
		[new Date('2026-12-06T00:00:00Z'), false],
		['2026-12-06', false],
	])('is the time of day of %p: %p', (value, isMidnight) => {
		expect(read(value)?.isMidnight).toBe(isMidnight);
	});
});

describe('Any minute of these years', () => {
	it('is the same however people write it', () => {
		const minutes = fc.integer({
			min: Date.UTC(2020, 0, 1) / 60_000,
			max: Date.UTC(2050, 0, 1) / 60_000,
		});
		const format = fc.constantFrom(
			...['dd/MM/yyyy HH:mm', 'd/M/yyyy H:mm', "dd.MM.yyyy HH'h'mm", 'dd-MM-yyyy, HH:mm:ss'],
			...['yyyy-MM-dd H:mm', 'yyyy/MM/dd HH:mm', "yyyy-MM-dd'T'HH:mm:ss.SSS", 'yyyy-MM-dd h:mm a'],
			...["ccc MMM dd yyyy HH:mm:ss 'GMT+0000 (UTC)'", "ccc, dd MMM yyyy HH:mm:ss 'GMT'"],
		);
		fc.assert(
			fc.property(minutes, format, (minute, written) => {
				const time = DateTime.fromMillis(minute * 60_000, { zone: 'utc', locale: 'en' });
				const text = time.toFormat(written);
				expect([text, readMoment(text, 'utc', '"Send At"')?.start]).toEqual([
					text,
					time.toMillis(),
				]);
			}),
			{ numRuns: 2000 },
		);
	});

	it('is never read from what is no text with a date, and nothing but an invalid input is thrown', () => {
		const mark = fc.constantFrom(...'0123456789/-.:, TZhH+', ' à ', 'AM', '2026', '12', '\u00a0');
		const text = fc.oneof(
			fc.array(mark, { maxLength: 14 }).map((marks) => marks.join('')),
			fc.string(),
		);
		fc.assert(
			fc.property(text, (written) => {
				try {
					const moment = read(written);
					if (moment) expect(moment.start).toBeLessThanOrEqual(moment.end);
				} catch (error) {
					expect(error).toBeInstanceOf(InvalidInputError);
				}
			}),
			{ numRuns: 5000 },
		);
	});
});
