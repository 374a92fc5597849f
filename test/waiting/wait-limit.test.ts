import type { WaitOptions } from '../../nodes/ISendPro/waiting/wait-limit';
import { waitLimitOf } from '../../nodes/ISendPro/waiting/wait-limit';

type Limit = NonNullable<NonNullable<WaitOptions['limitWaitTime']>['values']>;

const clock = { now: new Date('2026-11-25T15:30:00Z'), timezone: 'Europe/Paris' };
const interval: Limit = {
	...{ limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'hours', maxDateAndTime: '' },
};
const time: Limit = { ...interval, limitType: 'atSpecifiedTime' };
const limitOf = (values?: Limit) => waitLimitOf({ limitWaitTime: { values } }, clock);

describe('the limit of a wait', () => {
	it('is none without the option', () => {
		expect(waitLimitOf({}, clock)).toBeUndefined();
	});

	it.each([
		[1.5, 'hours', 5_400_000],
		[45, 'minutes', 2_700_000],
		[2, 'days', 172_800_000],
	] as const)('is %d %s from now', (resumeAmount, resumeUnit, milliseconds) => {
		const until = limitOf({ ...interval, resumeAmount, resumeUnit });
		expect(until).toEqual(new Date(clock.now.getTime() + milliseconds));
	});

	it('is a time in the workflow’s time zone', () => {
		const until = limitOf({ ...time, maxDateAndTime: '2126-11-25T16:30:00' });
		expect(until).toEqual(new Date('2126-11-25T15:30:00Z'));
	});

	it.each([
		['2126-12-06', '2126-12-06T23:59:59.999+01:00'],
		['06/12/2126', '2126-12-06T23:59:59.999+01:00'],
		['06/12/2126 9h30', '2126-12-06T09:30:00+01:00'],
		['2126-12-06T09:30', '2126-12-06T09:30:00+01:00'],
	])('is read from %j; a date without a time lasts all day', (maxDateAndTime, expected) => {
		expect(limitOf({ ...time, maxDateAndTime })).toEqual(new Date(expected));
	});

	it.each<[string, Limit | undefined, string]>([
		['an option without a limit', undefined, 'holds no limit'],
		['no time', time, '"Max Date and Time" is empty'],
		['a time that has passed', { ...time, maxDateAndTime: '2016-11-25T16:30' }, 'is over before'],
		['no time to answer', { ...interval, resumeAmount: 0 }, 'is over before'],
	])('refuses %s', (_, values, message) => {
		expect(() => limitOf(values)).toThrow(message);
	});
});
