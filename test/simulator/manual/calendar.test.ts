import { codeOf, simulator, useSimulator } from '../client';

useSimulator();

describe('A date', () => {
	const send = 'num=0601020304&sms=a';

	it.each([
		'2016-11-25',
		'25/11/2016%2016:30',
		'2016-11-25%2016:30:00',
		'2016-02-30%2010:00',
		'2016-11-25%2024:00',
		'2016-11-25T16:30',
		'',
	])('is refused with 43 when written as %s', async (date) => {
		expect(await codeOf(`${send}&date_envoi=${date}`)).toBe(43);
	});

	it('is refused with 999 in a zone that the manual does not list', async () => {
		expect(await codeOf(`${send}&date_envoi=2030-11-25%2016:30&gmt_zone=Europe%2FParis`)).toBe(999);
	});
});

describe('Quiet hours', () => {
	it.each([
		['Monday, 10:00', '2026-11-23T09:00:00Z', 0],
		['Monday, 19:59', '2026-11-23T18:59:00Z', 0],
		['Monday, 20:00', '2026-11-23T19:00:00Z', 24],
		['Monday, 07:59', '2026-11-23T06:59:00Z', 24],
		['Sunday', '2026-11-22T10:00:00Z', 24],
		['14 July, in summer time', '2026-07-14T10:00:00Z', 24],
		['Easter Monday', '2026-04-06T10:00:00Z', 24],
		['Ascension', '2026-05-14T10:00:00Z', 24],
		['Whit Monday', '2026-05-25T10:00:00Z', 24],
		['Whit Monday of 2024', '2024-05-20T10:00:00Z', 24],
	])('give %3$i on %s', async (_, now, expected) => {
		simulator.account.quietHours = true;
		simulator.clock.set(now);
		expect(await codeOf('num=0601020304&sms=a')).toBe(expected);
		simulator.account.quietHours = false;
		expect(await codeOf('num=0601020304&sms=a')).toBe(0);
	});

	it('apply to the date of a scheduled message', async () => {
		simulator.account.quietHours = true;
		simulator.clock.set('2026-11-22T10:00:00Z');
		expect(await codeOf('num=0601020304&sms=a&date_envoi=2026-11-23%2010:00')).toBe(0);
		expect(await codeOf('num=0601020304&sms=a&date_envoi=2026-11-23%2021:00')).toBe(24);
	});
});
