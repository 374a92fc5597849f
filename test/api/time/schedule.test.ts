import fc from 'fast-check';
import { DateTime } from 'luxon';

import { zones } from '../../../nodes/ISendPro/api/time/listed-zone';
import type { ScheduleRequest } from '../../../nodes/ISendPro/api/time/schedule';
import { planSchedule } from '../../../nodes/ISendPro/api/time/schedule';
import { refusal as refusalOf } from '../text/compose';

const plan = (request: Partial<ScheduleRequest>) =>
	planSchedule({
		workflowTimezone: 'Europe/Paris',
		quietHours: 'ignore',
		now: new Date('2026-01-15T12:00:00Z'),
		...request,
	});

const refusal = (request: Partial<ScheduleRequest>) => refusalOf(() => plan(request)).message;

describe('Without a time to send at', () => {
	it.each([undefined, null, ''])('(%p) the message goes out now', (sendAt) => {
		expect(plan({ sendAt })).toBeUndefined();
	});
});

describe('A time to send at', () => {
	it('without offset is by the clock of the workflow', () => {
		expect(plan({ sendAt: '2026-11-25T16:30', workflowTimezone: 'America/New_York' })).toEqual({
			dateEnvoi: '2026-11-25 16:30',
			gmtZone: 'America/New_York',
			scheduledFor: '2026-11-25T16:30:00-05:00',
		});
	});

	it('without offset is by the clock of the zone that is chosen for it', () => {
		const timezone = 'Europe/Brussels';
		const sendAt = '2026-11-25T10:00';
		expect(plan({ sendAt, timezone, workflowTimezone: 'America/New_York' })).toEqual({
			dateEnvoi: '2026-11-25 10:00',
			gmtZone: 'Europe/Brussels',
			scheduledFor: '2026-11-25T10:00:00+01:00',
		});
	});

	it('is by the clock of France where no zone of the list is like that of the workflow', () => {
		expect(plan({ sendAt: '2026-07-01T10:00', workflowTimezone: 'Africa/Casablanca' })).toEqual({
			dateEnvoi: '2026-07-01 10:00',
			gmtZone: 'Europe/Brussels',
			scheduledFor: '2026-07-01T10:00:00+02:00',
		});
	});

	it.each([
		['2026-11-25T16:30:00.001Z', '2026-11-25 17:31'],
		['2026-11-25T16:30:01Z', '2026-11-25 17:31'],
		['2026-11-25T16:59:59Z', '2026-11-25 18:00'],
	])('of %s is rounded up to the minute, %s', (sendAt, dateEnvoi) => {
		expect(plan({ sendAt })?.dateEnvoi).toBe(dateEnvoi);
	});

	it('in the past is refused, saying when it was', () => {
		expect(refusal({ sendAt: '2026-01-15T12:59:59' })).toBe(
			'"Send At" is 2026-01-15T12:59:59+01:00, which is in the past',
		);
		expect(plan({ sendAt: '2026-01-15T13:00:00' })?.dateEnvoi).toBe('2026-01-15 13:00');
	});

	it.each(['2026-12-06', '06/12/2026', '2026-12', '12/2026', '2026-W49', '2026', ' 2026-12-06 '])(
		'that has no time of day, such as %j, is refused: nobody means midnight',
		(sendAt) => {
			expect(refusal({ sendAt })).toBe(
				`"Send At" is "${sendAt.trim()}", which says no time of day`,
			);
		},
	);

	it.each([
		'25/12/2026 09:00',
		'25/12/2026 9h',
		'2026-12-25 9:00',
		'2026-12-25T09:00:00.000',
		new Date('2026-12-25T09:00:00+01:00'),
	])('that is %p is 9:00 on Christmas Day', (sendAt) => {
		expect(plan({ sendAt })?.dateEnvoi).toBe('2026-12-25 09:00');
	});

	it('that is written day first is by the clock of the chosen zone', () => {
		expect(plan({ sendAt: '25/12/2026 09:00', timezone: 'Asia/Tokyo' })).toEqual({
			dateEnvoi: '2026-12-25 09:00',
			gmtZone: 'Asia/Tokyo',
			scheduledFor: '2026-12-25T09:00:00+09:00',
		});
	});

	it('that is explicitly midnight is taken', () => {
		expect(plan({ sendAt: '2026-12-06T00:00:00' })?.dateEnvoi).toBe('2026-12-06 00:00');
	});

	it('that is no instant is refused', () => {
		expect(refusal({ sendAt: 'tomorrow' })).toBe('"Send At" cannot be read from "tomorrow"');
	});
});

describe('The zone that iSendPro is told', () => {
	it('can be any of the 90 of the manual', () => {
		for (const timezone of zones) {
			const dateEnvoi = DateTime.fromISO('2026-07-01T15:30:00Z').setZone(timezone);
			expect(plan({ sendAt: '2026-07-01T15:30:00Z', timezone })).toEqual({
				dateEnvoi: dateEnvoi.toFormat('yyyy-MM-dd HH:mm'),
				gmtZone: timezone,
				scheduledFor: dateEnvoi.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
			});
		}
	});

	it('is the chosen one, and an instant with an offset stays the same', () => {
		expect(plan({ sendAt: '2026-11-25T16:30+01:00', timezone: 'Asia/Kolkata' })).toEqual({
			dateEnvoi: '2026-11-25 21:00',
			gmtZone: 'Asia/Kolkata',
			scheduledFor: '2026-11-25T21:00:00+05:30',
		});
	});

	it('is refused when iSendPro does not know it', () => {
		expect(refusal({ timezone: 'Europe/Paris' })).toBe(
			'iSendPro does not know the time zone "Europe/Paris"',
		);
	});

	it('is the one that the user chose, whatever the list prints beside it', () => {
		const schedule = plan({ sendAt: '2026-11-25T15:30:00Z', timezone: 'Europe/Minsk' });
		expect(schedule).toMatchObject({ gmtZone: 'Europe/Minsk', dateEnvoi: '2026-11-25 18:30' });
	});
});

describe('When clocks change', () => {
	it('a time that spring skips is refused', () => {
		expect(refusal({ sendAt: '2026-03-29T02:30:00' })).toBe(
			'"Send At" is 2026-03-29T02:30:00, which does not exist in Europe/Brussels: clocks skip it in spring',
		);
		expect(plan({ sendAt: '2026-03-29T01:59' })?.scheduledFor).toBe('2026-03-29T01:59:00+01:00');
		expect(plan({ sendAt: '2026-03-29T03:00' })?.scheduledFor).toBe('2026-03-29T03:00:00+02:00');
	});

	it.each([
		['2026-10-25T02:30:00+02:00', '2026-10-25 01:30'],
		['2026-10-25T02:30:00+01:00', '2026-10-25 02:30'],
		['2026-10-25T02:30:00', '2026-10-25 01:30'],
	])(
		'%s, in the hour that autumn repeats, is told in a zone that has no such hour',
		(sendAt, dateEnvoi) => {
			const offset = sendAt.endsWith('+01:00') ? '+01:00' : '+02:00';
			expect(plan({ sendAt })).toEqual({
				dateEnvoi,
				gmtZone: 'Africa/Algiers',
				scheduledFor: `2026-10-25T02:30:00${offset}`,
			});
		},
	);

	it('a time of the repeated hour is refused in a chosen zone that repeats it', () => {
		expect(refusal({ sendAt: '2026-10-25T02:30:00+01:00', timezone: 'Europe/Brussels' })).toBe(
			'2026-10-25 02:30 comes twice in Europe/Brussels, when clocks go back, and iSendPro cannot tell which one is meant',
		);
		expect(plan({ sendAt: '2026-10-25T02:30+01:00', timezone: 'Asia/Tokyo' })?.dateEnvoi).toBe(
			'2026-10-25 10:30',
		);
	});

	it('what iSendPro is told names one instant, the asked one, in every zone', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: Date.UTC(2026, 0, 16) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 }),
				fc.constantFrom(
					...zones,
					'Europe/Paris',
					'Europe/Rome',
					'America/Toronto',
					'Asia/Kathmandu',
				),
				(minutes, workflowTimezone) => {
					const instant = minutes * 60_000;
					const schedule = plan({ sendAt: new Date(instant), workflowTimezone });
					const told = DateTime.fromSQL(schedule?.dateEnvoi ?? '', { zone: schedule?.gmtZone });
					expect(told.getPossibleOffsets().map((one) => one.toMillis())).toEqual([instant]);
					expect(Date.parse(schedule?.scheduledFor ?? '')).toBe(instant);
				},
			),
			{ numRuns: 1000 },
		);
	});
});

describe('In the quiet hours', () => {
	const night = new Date('2026-11-25T21:15:30+01:00');
	const morning = {
		dateEnvoi: '2026-11-26 08:00',
		gmtZone: 'Europe/Brussels',
		scheduledFor: '2026-11-26T08:00:00+01:00',
	};

	it('a message to send now is postponed to the next allowed 8:00', () => {
		expect(plan({ now: night, quietHours: 'postpone' })).toEqual(morning);
	});

	it('a scheduled message is postponed to the next allowed 8:00', () => {
		expect(plan({ sendAt: '2026-11-26T03:00', quietHours: 'postpone' })).toEqual(morning);
		expect(plan({ sendAt: '2026-04-04T20:00', quietHours: 'postpone' })?.scheduledFor).toBe(
			'2026-04-07T08:00:00+02:00',
		);
	});

	it('that a message enters only by rounding up count', () => {
		expect(plan({ sendAt: '2026-11-25T19:59:30', quietHours: 'postpone' })).toEqual(morning);
	});

	it('are those of Paris, told in the zone of the workflow', () => {
		const now = new Date('2026-11-25T16:00-05:00');
		expect(plan({ now, quietHours: 'postpone', workflowTimezone: 'America/New_York' })).toEqual({
			dateEnvoi: '2026-11-26 02:00',
			gmtZone: 'America/New_York',
			scheduledFor: '2026-11-26T02:00:00-05:00',
		});
	});

	it('a message fails when asked to, saying why', () => {
		expect(refusal({ now: night, quietHours: 'fail' })).toBe(
			'The message would go out between 20:00 and 8:00, at 2026-11-25T21:15:30+01:00, when iSendPro allows no commercial SMS',
		);
		expect(refusal({ sendAt: '2026-05-14T10:00', quietHours: 'fail' })).toBe(
			'The message would go out on a French public holiday (Ascension), at 2026-05-14T10:00:00+02:00, when iSendPro allows no commercial SMS',
		);
	});

	it('a message goes out as asked when they are ignored', () => {
		expect(plan({ sendAt: '2026-11-26T03:00' })?.dateEnvoi).toBe('2026-11-26 03:00');
	});

	it('outside them nothing is changed', () => {
		for (const quietHours of ['postpone', 'fail'] as const) {
			expect(plan({ quietHours })).toBeUndefined();
			expect(plan({ sendAt: '2026-11-26T08:00', quietHours })).toEqual(morning);
		}
	});
});
