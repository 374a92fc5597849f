import { toMinute } from '../../nodes/ISendPro/api/time/report-period';
import type { ReportState, Sweep } from '../../nodes/ISendPro/polling/state';
import {
	dueSweep,
	firstWatched,
	nextChunk,
	recentChunk,
} from '../../nodes/ISendPro/polling/windows';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const reading = (instant: string) => toMinute(Date.parse(instant));
const shown = (time: number) => new Date(time).toISOString().slice(0, 16);

/** All parts of a way back, oldest last. */
function partsOf(sweep: Sweep): string[] {
	const parts: string[] = [];
	let next = sweep;
	for (let chunk = nextChunk(next); chunk; chunk = nextChunk(next)) {
		parts.push(`${shown(chunk.first)} ${shown(chunk.last)}`);
		next = { ...next, next: chunk.first };
	}
	return parts;
}

describe('What every poll reads', () => {
	it.each([
		[
			'six hours, from the start of an hour',
			'2026-07-10T12:34:00Z',
			'2026-07-10T08:00',
			'2026-07-10T16:34',
		],
		[
			'one hour more where it would begin at the first 2 o’clock of autumn',
			'2026-10-25T06:30:00Z',
			'2026-10-25T01:00',
			'2026-10-25T09:30',
		],
		[
			'one hour more where it would begin in the hour that spring skips',
			'2026-03-29T06:30:00Z',
			'2026-03-29T01:00',
			'2026-03-29T10:30',
		],
		[
			'all of the night with two 2 o’clocks, at the first',
			'2026-10-25T00:30:00Z',
			'2026-10-24T20:00',
			'2026-10-25T04:30',
		],
		[
			'all of the night with two 2 o’clocks, at the second',
			'2026-10-25T01:30:00Z',
			'2026-10-24T20:00',
			'2026-10-25T04:30',
		],
	])('is %s', (_, now, first, last) => {
		const chunk = recentChunk(reading(now), false);
		expect([shown(chunk.first), shown(chunk.last)]).toEqual([first, last]);
	});
});

describe('The way back', () => {
	const now = reading('2026-07-10T12:34:00Z');
	const from = firstWatched(now, 14);
	const state: ReportState = { from, polledAt: now - HOUR / 4, hours: {} };

	it('is through all that is watched at first and once a day, in days', () => {
		for (const dailyAt of [undefined, now - DAY]) {
			const sweep = dueSweep({ ...state, dailyAt, hourlyAt: now - HOUR / 4 }, now, 14);
			expect(sweep).toMatchObject({ isWhole: true, isBaseline: false });
			const parts = sweep ? partsOf(sweep) : [];
			expect(parts).toHaveLength(15);
			expect(parts.slice(0, 2)).toEqual([
				'2026-07-10T00:00 2026-07-10T07:59',
				'2026-07-09T00:00 2026-07-09T23:59',
			]);
			expect(parts.at(-1)).toBe('2026-06-26T00:00 2026-06-26T23:59');
		}
	});

	it('is through three days once an hour', () => {
		const sweep = dueSweep({ ...state, dailyAt: now - HOUR, hourlyAt: now - HOUR }, now, 14);
		expect(sweep && partsOf(sweep).at(-1)).toBe('2026-07-07T00:00 2026-07-07T23:59');
		expect(dueSweep({ ...state, dailyAt: now - HOUR, hourlyAt: now - HOUR / 2 }, now, 14)).toBe(
			undefined,
		);
	});

	it('reaches as far as no poll has seen, and no farther than messages were watched', () => {
		const long = { ...state, from: now - 40 * DAY, polledAt: now - 30 * DAY };
		const sweep = dueSweep(long, now, 14);
		expect(sweep && partsOf(sweep).at(-1)).toBe('2026-06-10T00:00 2026-06-10T23:59');
		const watched = dueSweep({ ...long, from: firstWatched(now, 20) }, now, 14);
		expect(watched && partsOf(watched).at(-1)).toBe('2026-06-20T00:00 2026-06-20T23:59');
	});

	it('goes on where time ran out', () => {
		const open = {
			next: now - 5 * DAY,
			target: from,
			startedAt: now,
			isWhole: true,
			isBaseline: true,
		};
		expect(dueSweep({ ...state, sweep: open }, now, 14)).toBe(open);
	});
});
