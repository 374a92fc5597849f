import { execFileSync } from 'node:child_process';

import { buildSync } from 'esbuild';

import { nextOpening, quietReason } from '../../../nodes/ISendPro/api/time/quiet-hours';

const at = (iso: string) => Date.parse(iso);
const openingAfter = (iso: string) => new Date(nextOpening(at(iso))).toISOString();

/** Public holidays that are no Sundays, from the calendar: eight fixed days, Easter + 1, + 39, + 50. */
const holidays: Record<number, string> = {
	// Easter 31 March; 14 July is a Sunday
	2024: '01-01 04-01 05-01 05-08 05-09 05-20 08-15 11-01 11-11 12-25',
	// Easter 20 April
	2025: '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25',
	// Easter 5 April; 1 November is a Sunday
	2026: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-11 12-25',
	// Easter 28 March; 15 August is a Sunday
	2027: '01-01 03-29 05-01 05-06 05-08 05-17 07-14 11-01 11-11 12-25',
};

describe('No commercial SMS may go out', () => {
	it.each(Object.entries(holidays))('on the public holidays of %s', (year, expected) => {
		const found: string[] = [];
		for (let noon = at(`${year}-01-01T11:00Z`); noon < at(`${year}-12-31T12:00Z`); noon += 864e5) {
			if (quietReason(noon)?.includes('holiday'))
				found.push(new Date(noon).toISOString().slice(5, 10));
		}
		expect(found.join(' ')).toBe(expected);
	});

	it('on public holidays, whatever zone the machine is in', () => {
		// In Sydney clocks go back on 5 April 2026, Easter itself.
		const { outputFiles } = buildSync({
			stdin: {
				contents: `import { quietReason } from './nodes/ISendPro/api/time/quiet-hours';
					const days = ['05', '06', '07'].map((day) => Date.parse('2026-04-' + day + 'T10:00Z'));
					console.log(days.map((noon) => quietReason(noon) ?? 'open').join('; '));`,
				resolveDir: process.cwd(),
			},
			bundle: true,
			platform: 'node',
			write: false,
		});
		const [script] = outputFiles;
		for (const TZ of [
			'UTC',
			'Europe/Paris',
			'Australia/Sydney',
			'America/Santiago',
			'Asia/Tokyo',
		]) {
			const printed = execFileSync(process.execPath, ['-'], {
				input: script?.text ?? '',
				env: { ...process.env, TZ },
				encoding: 'utf8',
			});
			expect(`${TZ}: ${printed.trim()}`).toBe(
				`${TZ}: on a Sunday; on a French public holiday (Lundi de Pâques); open`,
			);
		}
	}, 30_000);

	it.each([
		['07:59:59', 'between 20:00 and 8:00'],
		['08:00:00', undefined],
		['19:59:59', undefined],
		['20:00:00', 'between 20:00 and 8:00'],
		['23:59:59', 'between 20:00 and 8:00'],
		['00:00:00', 'between 20:00 and 8:00'],
	])('at %s on a working day: %s', (time, reason) => {
		// Wednesday, in winter and in summer
		expect(quietReason(at(`2026-11-25T${time}+01:00`))).toBe(reason);
		expect(quietReason(at(`2026-06-24T${time}+02:00`))).toBe(reason);
	});

	it('from midnight to midnight of a Sunday, by the clock of Paris', () => {
		expect(quietReason(at('2026-06-20T23:59:59+02:00'))).toBe('between 20:00 and 8:00');
		expect(quietReason(at('2026-06-21T00:00:00+02:00'))).toBe('on a Sunday');
		expect(quietReason(at('2026-06-21T12:00:00+02:00'))).toBe('on a Sunday');
		expect(quietReason(at('2026-06-21T23:59:59+02:00'))).toBe('on a Sunday');
		expect(quietReason(at('2026-06-22T08:00:00+02:00'))).toBeUndefined();
	});
});

describe('The next opening', () => {
	it.each([
		['of an early morning is the same day', '2026-11-25T06:00+01:00', '2026-11-25T07:00'],
		['of an evening is the next day', '2026-11-25T20:00+01:00', '2026-11-26T07:00'],
		['of a Saturday evening is Monday', '2026-06-20T21:00+02:00', '2026-06-22T06:00'],
		['of a Sunday morning is Monday', '2026-06-21T07:00+02:00', '2026-06-22T06:00'],
		[
			'of the evening before a holiday is the day after it',
			'2026-07-13T21:00+02:00',
			'2026-07-15T06:00',
		],
		[
			'of the Saturday before Easter is the Tuesday after',
			'2026-04-04T22:00+02:00',
			'2026-04-07T06:00',
		],
		['of New Year’s Eve is 2 January', '2026-12-31T20:30+01:00', '2027-01-02T07:00'],
		['over the change to summer time', '2026-03-28T21:00+01:00', '2026-03-30T06:00'],
		['over the change to winter time', '2026-10-24T21:00+02:00', '2026-10-26T07:00'],
		['of Christmas 2027, a Saturday, is Monday', '2027-12-25T10:00+01:00', '2027-12-27T07:00'],
	])('%s', (_case, quiet, opening) => {
		expect(openingAfter(quiet)).toBe(`${opening}:00.000Z`);
	});

	it('is itself no quiet time, at any hour of four years', () => {
		for (
			let instant = at('2024-01-01T00:00Z');
			instant < at('2028-01-01T00:00Z');
			instant += 36e5
		) {
			if (quietReason(instant) === undefined) continue;
			const opening = nextOpening(instant);
			expect(opening).toBeGreaterThan(instant);
			expect(quietReason(opening)).toBeUndefined();
			expect(quietReason(opening - 1)).toBeDefined();
		}
	});
});
