import { DateTime } from 'luxon';

import { InvalidInputError } from '../../../nodes/ISendPro/api/errors';
import { needsZone, readMoment } from '../../../nodes/ISendPro/api/time/instant';

const read = (value: unknown) => readMoment(value, 'Europe/Paris', '"Start Date"')?.start;

describe('An instant', () => {
	const instant = '2026-11-25T15:30:00Z';

	it.each([
		...['2026-11-25T16:30:00', '2026-11-25T16:30', '2026-11-25 16:30:00', ' 2026-11-25 16:30 '],
		...['2026-11-25T16:30:00.000', '2026-11-25T16:30:00.000+01:00', '2026-11-25T15:30:00Z'],
		...['2026-11-25T10:30:00-05:00', '2026-11-25T21:00+0530', '20261125T163000'],
		...['20261125T1530Z', '2026-W48-3T16:30', '2026W483T1630', '2026-329T16:30'],
		'2026-11-25t15:30z',
	])('is read from the ISO text %j', (text) => {
		expect(read(text)).toBe(Date.parse(instant));
	});

	it.each([
		['JavaScript', new Date(instant)],
		['luxon', DateTime.fromISO(instant, { zone: 'Asia/Tokyo' })],
	])('is read from a date of %s', (_, date) => {
		expect(read(date)).toBe(Date.parse(instant));
	});

	it.each([
		['2026-11-25', '2026-11-25T00:00+01:00'],
		['2026-11', '2026-11-01T00:00+01:00'],
		['2026-11-25T24:00', '2026-11-26T00:00+01:00'],
	])('is the start of a day or month, or the end of a day: %s', (text, expected) => {
		expect(read(text)).toBe(Date.parse(expected));
	});

	it.each([undefined, null, ''])('is none where there is no value: %p', (value) => {
		expect(read(value)).toBeUndefined();
	});

	it.each([
		...['2026-02-29T16:30', '2026-13-01', '2026-00-10', '2026-04-31', '2026-11-25T25:00'],
		...['2026-11-25T24:01', '2026-11-25T16:60', '2025-W53-1', '2026-W00-1', '2026-366'],
		...['2026-000', 'tomorrow', '1630', '202611', '2026-11-25+01:00'],
	])('is refused in the text %j', (text) => {
		expect(() => read(text)).toThrow(InvalidInputError);
		expect(() => read(text)).toThrow(`"Start Date" cannot be read from "${text}"`);
	});

	it.each([
		...[1e21, true, {}, []],
		...[new Date(Number.NaN), DateTime.invalid('test'), new Date(Date.UTC(12_000, 0))],
	])('is refused in %p', (value) => {
		expect(() => read(value)).toThrow(InvalidInputError);
		expect(() => read(value)).toThrow(
			`"Start Date" cannot be read from a value of type ${typeof value}`,
		);
	});
});

describe('A text', () => {
	it.each([
		['2026-11-25T16:30', true],
		['2026-11-25', true],
		['2026-11-25T16:30Z', false],
		['2026-11-25T16:30+01:00', false],
		['', false],
	])('%j needs a zone: %p', (text, needed) => {
		expect(needsZone(text)).toBe(needed);
	});
});
