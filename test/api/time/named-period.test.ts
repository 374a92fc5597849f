import type { PeriodName } from '../../../nodes/ISendPro/api/time/named-period';
import { findPeriod } from '../../../nodes/ISendPro/api/time/named-period';
import { writeReading } from '../../../nodes/ISendPro/api/time/report-period';

const find = (name: PeriodName, now: string) => {
	const { first, last } = findPeriod(name, new Date(now));
	return `${writeReading(first)} to ${writeReading(last)}`;
};

describe.each([
	[
		'on a Tuesday in December',
		'2026-12-01T09:00:00+01:00',
		{
			today: '2026-12-01 00:00 to 2026-12-01 23:59',
			yesterday: '2026-11-30 00:00 to 2026-11-30 23:59',
			last7Days: '2026-11-24 00:00 to 2026-11-30 23:59',
			thisMonth: '2026-12-01 00:00 to 2026-12-01 23:59',
			lastMonth: '2026-11-01 00:00 to 2026-11-30 23:59',
		},
	],
	[
		'ten minutes after the new year, while UTC has the old one',
		'2026-12-31T23:10:00Z',
		{
			today: '2027-01-01 00:00 to 2027-01-01 23:59',
			yesterday: '2026-12-31 00:00 to 2026-12-31 23:59',
			last7Days: '2026-12-25 00:00 to 2026-12-31 23:59',
			thisMonth: '2027-01-01 00:00 to 2027-01-01 23:59',
			lastMonth: '2026-12-01 00:00 to 2026-12-31 23:59',
		},
	],
	[
		'in the last minute of a day of summer, while UTC has 21:59',
		'2026-07-31T21:59:59.999Z',
		{
			today: '2026-07-31 00:00 to 2026-07-31 23:59',
			yesterday: '2026-07-30 00:00 to 2026-07-30 23:59',
			last7Days: '2026-07-24 00:00 to 2026-07-30 23:59',
			thisMonth: '2026-07-01 00:00 to 2026-07-31 23:59',
			lastMonth: '2026-06-01 00:00 to 2026-06-30 23:59',
		},
	],
	[
		'on the day that spring makes an hour shorter',
		'2026-03-29T23:30:00+02:00',
		{
			today: '2026-03-29 00:00 to 2026-03-29 23:59',
			yesterday: '2026-03-28 00:00 to 2026-03-28 23:59',
			last7Days: '2026-03-22 00:00 to 2026-03-28 23:59',
			thisMonth: '2026-03-01 00:00 to 2026-03-29 23:59',
			lastMonth: '2026-02-01 00:00 to 2026-02-28 23:59',
		},
	],
	[
		'on the day after autumn made one longer',
		'2026-10-26T00:10:00+01:00',
		{
			today: '2026-10-26 00:00 to 2026-10-26 23:59',
			yesterday: '2026-10-25 00:00 to 2026-10-25 23:59',
			last7Days: '2026-10-19 00:00 to 2026-10-25 23:59',
			thisMonth: '2026-10-01 00:00 to 2026-10-26 23:59',
			lastMonth: '2026-09-01 00:00 to 2026-09-30 23:59',
		},
	],
	[
		'on the first of March of a leap year',
		'2028-03-01T00:10:00+01:00',
		{
			today: '2028-03-01 00:00 to 2028-03-01 23:59',
			yesterday: '2028-02-29 00:00 to 2028-02-29 23:59',
			last7Days: '2028-02-23 00:00 to 2028-02-29 23:59',
			thisMonth: '2028-03-01 00:00 to 2028-03-01 23:59',
			lastMonth: '2028-02-01 00:00 to 2028-02-29 23:59',
		},
	],
])('%s', (_, now, periods) => {
	it.each(Object.entries(periods))('%s is %s, by the clock of France', (name, expected) => {
		expect(find(name as PeriodName, now)).toBe(expected);
	});
});
