import type { INodeParameters } from 'n8n-workflow';
import { quietHoursHint, scheduleHint } from '../../../nodes/ISendPro/actions/sms/hints';
import type { EngineRun } from '../../helpers/engine';
import { withDefaults } from '../../helpers/engine';
import { anna, openDirectory, to, useMessages, withoutSummary, zoe } from '../../helpers/messages';
import { placesOf } from '../../helpers/operations';

const { gateway, send, sendToDirectory } = useMessages({ noStopAllowed: true });
const morning = '2126-11-25T10:00';
const night = '2126-11-25T03:00';

/** The hints of one message with these options. */
async function hintsOf(options: INodeParameters, more: Partial<EngineRun> = {}) {
	const { error, hints } = await send([to(anna, 'Hello')], options, more);
	expect(error).toBeUndefined();
	return withoutSummary(hints).map(({ type, message, location }) => ({ type, message, location }));
}

describe('The hint of a scheduled message', () => {
	const newYork = { timezone: 'America/New_York' };

	it('names the zone and where it comes from', async () => {
		expect(await hintsOf({ sendAt: morning }, { timezone: 'Europe/Paris' })).toEqual([
			{
				type: 'info',
				location: 'outputPane',
				message:
					"Scheduled in the time zone Europe/Brussels (Brussels, Copenhagen, Madrid, Paris): the workflow's time zone is Europe/Paris. For another, add the option Send At Time Zone.",
			},
		]);
	});

	it('says that the zone was chosen, also in an n8n that has none', async () => {
		const options = { sendAt: morning, timezone: 'Europe/Brussels' };
		expect(await hintsOf(options, newYork)).toMatchObject([
			{
				type: 'info',
				message:
					'Scheduled in the time zone Europe/Brussels (Brussels, Copenhagen, Madrid, Paris), as set in Send At Time Zone.',
			},
		]);
	});

	it('warns of the zone that n8n has when nobody has set one', async () => {
		const message = expect.stringMatching(
			/^Scheduled in the time zone America\/New_York .* where no time zone is set\..*Send At Time Zone/,
		) as unknown;
		expect(await hintsOf({ sendAt: morning }, newYork)).toMatchObject([
			{ type: 'warning', message },
		]);
	});

	it.each([
		['has an offset', '2126-11-25T10:00:00+01:00'],
		['has a short offset', '2126-11-25T10:00+01'],
		['is in UTC', '2126-11-25T10:00:00Z'],
		['comes from a date', '={{ $now.plus({ years: 100 }) }}'],
	])('does not warn of that zone when the time %s', async (_, sendAt) => {
		const message = expect.stringContaining('America/New_York') as unknown;
		expect(await hintsOf({ sendAt }, newYork)).toMatchObject([{ type: 'info', message }]);
	});

	it.each(['2126-11-25', '2126-11-25 10:00', '20261125T1000'])(
		'warns of that zone with the time %s, which names none',
		(sendAt) => {
			expect(scheduleHint({ sendAt }, { ...newYork, now: new Date() })).toMatchObject({
				type: 'warning',
			});
		},
	);

	it('is given once, however many items are scheduled', async () => {
		const items = [anna, zoe, '0032470123456'].map((phone) => to(phone, 'Hello'));
		const { json, hints } = await send(items, { sendAt: morning });
		expect(json.map(({ status }) => status)).toEqual(['scheduled', 'scheduled', 'scheduled']);
		expect(withoutSummary(hints)).toHaveLength(1);
	});

	it('is given for a directory too', async () => {
		openDirectory(gateway(), '+33612345671');
		const { hints } = await sendToDirectory('Hello', { sendAt: morning });
		expect(withoutSummary(hints)).toMatchObject([
			{ message: expect.stringContaining('Scheduled in the time zone') },
		]);
	});

	it('is missing when the message is sent at once', async () => {
		expect(await hintsOf({})).toEqual([]);
	});
});

describe('The warning of the quiet hours', () => {
	const warning = { type: 'warning', message: expect.stringContaining('Send in Quiet Hours') };

	it('is given for a commercial message: with a sender and the STOP mention', async () => {
		expect(await hintsOf({ sendAt: night, sender: 'Acme' })).toMatchObject([
			{ type: 'info' },
			warning,
		]);
	});

	it.each([
		['has no sender', { sendAt: night }],
		['has no STOP mention', { sendAt: night, sender: 'Acme', removeStop: true }],
		['is allowed to', { sendAt: night, sender: 'Acme', quietHours: 'ignore' }],
		['is postponed', { sendAt: night, sender: 'Acme', quietHours: 'postpone' }],
		['is sent in the morning', { sendAt: morning, sender: 'Acme' }],
	])('is missing when the message %s', async (_, options) => {
		expect(await hintsOf(options)).toMatchObject([{ type: 'info' }]);
	});

	it('goes by the time of the run when the message is not scheduled', () => {
		expect(quietHoursHint(undefined, new Date('2026-11-25T03:00+01:00'))).toMatchObject(warning);
		expect(quietHoursHint(undefined, new Date('2026-11-25T10:00+01:00'))).toBeUndefined();
	});
});

describe('The hint of how Send At was read', () => {
	const messagesOf = async (options: INodeParameters, items = [anna]) => {
		const { error, hints } = await send(
			items.map((one) => to(one, 'Hello')),
			options,
		);
		expect(error).toBeUndefined();
		return hints.map(({ type, message }) => `${type}: ${message}`).join('\n');
	};

	it('says once a run that dates were read day first', async () => {
		const options = { sendAt: '={{ "05/06/2126 09:00" }}' };
		const text = await messagesOf(options, [anna, zoe]);
		expect(text.match(/info: Send At was read day first/g)).toHaveLength(1);
		expect(gateway().requests[0]?.arguments.date_envoi).toBe('2126-06-05 09:00');
	});

	it.each([
		['2126-12-06T00:00:00.000Z', true],
		['2126-12-06T00:00', true],
		['2126-12-06T09:00', false],
	])('warns of midnight, by the clock where Send At has it: %s, %p', async (sendAt, warns) => {
		const text = await messagesOf({ sendAt, removeStop: true });
		expect(text.includes('warning: Send At is at midnight')).toBe(warns);
	});

	it('says nothing of a midnight that the quiet hours postpone', async () => {
		const text = await messagesOf({ sendAt: '2126-12-06T00:00', quietHours: 'postpone' });
		expect(text).not.toContain('midnight');
	});
});

describe('Send At of a whole run', () => {
	const minutes = [1, 2, 3];

	it.each([
		['a text', '={{ $json.at }}'],
		['a text, day first', '={{ $json.french }}'],
		['a Date of JavaScript', '={{ new Date($json.at) }}'],
		['a Date in the item', '={{ $json.date }}'],
		[
			'a number of a spreadsheet, converted as its error advises',
			"={{ DateTime.fromMillis(Math.round(($json.serial - 25569) * 1440) * 60000, { zone: 'utc' }).toISO({ includeOffset: false }) }}",
		],
		['the long form of a Date', '={{ String(new Date($json.at)) }}'],
		['a text around a Date', '=  {{ new Date($json.at) }}'],
		['a date of luxon', '={{ DateTime.fromISO($json.at) }}'],
		[
			'$now',
			'={{ $now.set({ year: 2126, month: 7, day: 1, hour: 12, minute: $json.minute, second: 0, millisecond: 0 }) }}',
		],
	])('is read from %s of each item', async (_, sendAt) => {
		const items = minutes.map((minute) => ({
			...to(anna, `Hello ${minute}`),
			minute,
			at: `2126-07-01T12:0${minute}:00+02:00`,
			serial: 25_569 + Date.UTC(2126, 6, 1, 12, minute) / 86_400_000,
			date: new Date(`2126-07-01T12:0${minute}:00+02:00`),
			french: `01/07/2126 12h0${minute}`,
		}));
		const { error, json } = await send(items, { sendAt }, { timezone: 'Europe/Paris' });
		expect(error).toBeUndefined();
		expect(json.map(({ scheduledFor }) => scheduledFor)).toEqual(
			minutes.map((minute) => `2126-07-01T12:0${minute}:00+02:00`),
		);
	});

	it.each([
		[46381.375, 'the number by which spreadsheets store 2026-12-25 09:00'],
		[46381, 'the number by which spreadsheets store 2026-12-25'],
		['46381,375', 'the number by which spreadsheets store 2026-12-25 09:00'],
		[1764579600000, 'the number of milliseconds since 1970'],
		['25 décembre 2026 à 9h', '"Send At" cannot be read from "25 décembre 2026 à 9h"'],
	])('sends nothing where an item has %p, and says what it is', async (at, cause) => {
		const items = [
			{ ...to(anna, 'a'), at: '2126-07-01 12:00' },
			{ ...to(zoe, 'b'), at },
		];
		const { error } = await send(items, { sendAt: '={{ $json.at }}' });
		expect(error?.message).toContain(cause);
		expect(gateway().requests).toEqual([]);
	});

	it('sends nothing if one item has no time of day', async () => {
		const items = ['2126-07-01 12:00', '2126-07-01'].map((at) => ({ ...to(anna, at), at }));
		const { error } = await send(items, { sendAt: '={{ $json.at }}' });
		expect(error?.message).toContain('says no time of day');
		expect(gateway().requests).toEqual([]);
	});
});

describe('The option Send in Quiet Hours', () => {
	it('postpones once it is added, and not before', () => {
		const places = placesOf('sms:send');
		const option = places.find(({ path }) => path === 'options.quietHours')?.property;
		expect(option?.default).toBe('postpone');
		for (const options of [{}, { quietHours: 'postpone' }])
			expect(withDefaults({ resource: 'sms', operation: 'send', options })?.options).toEqual(
				options,
			);
	});
});
