import type { INodeParameters } from 'n8n-workflow';
import { quietHoursHint, scheduleHint } from '../../../nodes/ISendPro/actions/sms/hints';
import type { EngineRun } from '../../helpers/engine';
import { withDefaults } from '../../helpers/engine';
import { useGateway, useResource } from '../../helpers/simulator';

describe('what the editor says beside the output of Send', () => {
	const gateway = useGateway({ account: { noStopAllowed: true } });
	const run = useResource(gateway, 'sms');
	const morning = '2126-11-25T10:00';
	const night = '2126-11-25T03:00';

	async function hintsOf(options: INodeParameters, more: Partial<EngineRun> = {}) {
		const parameters = { to: '0612345671', message: 'Hello', options };
		const { error, hints } = await run('send', parameters, more);
		expect(error).toBeUndefined();
		return hints.map(({ type, message, location }) => ({ type, message, location }));
	}

	describe('when it schedules', () => {
		it('names the zone and where it comes from', async () => {
			expect(await hintsOf({ sendAt: morning }, { timezone: 'Europe/Paris' })).toEqual([
				{
					type: 'info',
					location: 'outputPane',
					message:
						'Scheduled by the clock of Europe/Brussels (Brussels, Copenhagen, Madrid, Paris): the time zone of the workflow is Europe/Paris. For another, add the option Send At Time Zone.',
				},
			]);
		});

		it('says that the zone was chosen, also in an n8n that has none', async () => {
			const options = { sendAt: morning, timezone: 'Europe/Brussels' };
			expect(await hintsOf(options, { timezone: 'America/New_York' })).toMatchObject([
				{
					type: 'info',
					message:
						'Scheduled by the clock of Europe/Brussels (Brussels, Copenhagen, Madrid, Paris), as Send At Time Zone says.',
				},
			]);
		});

		it('warns of the zone that n8n has when nobody has set one', async () => {
			expect(await hintsOf({ sendAt: morning }, { timezone: 'America/New_York' })).toMatchObject([
				{
					type: 'warning',
					message: expect.stringMatching(
						/^Scheduled by the clock of America\/New_York .* nobody has set one\..*Send At Time Zone/,
					),
				},
			]);
		});

		it.each([
			['has an offset', { sendAt: '2126-11-25T10:00:00+01:00' }],
			['has a short offset', { sendAt: '2126-11-25T10:00+01' }],
			['has that of UTC', { sendAt: '2126-11-25T10:00:00Z' }],
			['comes from a date', { sendAt: '={{ $now.plus({ years: 100 }) }}' }],
		])('does not warn of that zone if the time %s', async (_, options) => {
			expect(await hintsOf(options, { timezone: 'America/New_York' })).toMatchObject([
				{ type: 'info', message: expect.stringContaining('America/New_York') },
			]);
		});

		it.each(['2126-11-25', '2126-11-25 10:00', '20261125T1000'])(
			'warns of that zone with the time %s, which says none',
			(sendAt) => {
				const unset = { timezone: 'America/New_York', now: new Date() };
				expect(scheduleHint({ sendAt }, unset)).toMatchObject({ type: 'warning' });
			},
		);

		it('says it once, however many items are scheduled', async () => {
			const items = [{ to: '0612345671' }, { to: '0612345672' }, { to: '0032470123456' }];
			const parameters = { to: '={{ $json.to }}', message: 'Hello', options: { sendAt: morning } };
			const { json, hints } = await run('send', parameters, { items });
			expect(json.map(({ status }) => status)).toEqual(['scheduled', 'scheduled', 'scheduled']);
			expect(hints).toHaveLength(1);
		});

		it('says it of a directory too', async () => {
			gateway().account.directories.push({
				id: '39565',
				name: 'Clients',
				contacts: [{ number: '+33612345671', fields: {} }],
			});
			const options = { sendAt: morning };
			const parameters = { directoryId: '39565', message: 'Hello', options };
			const { hints } = await run('sendToDirectory', parameters);
			expect(hints).toMatchObject([{ message: expect.stringContaining('Scheduled by the clock') }]);
		});

		it('says nothing of a message that goes out at once', async () => {
			expect(await hintsOf({})).toEqual([]);
		});
	});

	describe('when a message goes out in the quiet hours', () => {
		const quiet = { type: 'warning', message: expect.stringContaining('Send in Quiet Hours') };

		it('warns if it is commercial: with a sender, and the STOP mention', async () => {
			expect(await hintsOf({ sendAt: night, sender: 'Acme' })).toMatchObject([
				{ type: 'info' },
				quiet,
			]);
		});

		it.each([
			['has no sender', { sendAt: night }],
			['has no STOP mention', { sendAt: night, sender: 'Acme', removeStop: true }],
			['is allowed to', { sendAt: night, sender: 'Acme', quietHours: 'ignore' }],
			['is postponed', { sendAt: night, sender: 'Acme', quietHours: 'postpone' }],
			['goes out in the morning', { sendAt: morning, sender: 'Acme' }],
		])('does not warn if it %s', async (_, options) => {
			expect(await hintsOf(options)).toMatchObject([{ type: 'info' }]);
		});

		it('goes by the time of the run if it is not scheduled', () => {
			expect(quietHoursHint(undefined, new Date('2026-11-25T03:00+01:00'))).toMatchObject(quiet);
			expect(quietHoursHint(undefined, new Date('2026-11-25T10:00+01:00'))).toBeUndefined();
		});
	});

	it('postpones once Send in Quiet Hours is added, and not before', async () => {
		const parameters = (options: INodeParameters) =>
			withDefaults({ resource: 'sms', operation: 'send', to: '1', message: 'a', options })?.options;
		const added = { name: 'quietHours', default: 'postpone' };
		const { send } = await import('../../../nodes/ISendPro/actions/sms/send.operation');
		const options = send.fields.flatMap((field) => ('options' in field ? field.options : []));
		expect(options).toContainEqual(expect.objectContaining(added));
		expect(parameters({})).toEqual({});
		expect(parameters({ quietHours: 'postpone' })).toEqual({ quietHours: 'postpone' });
	});
});
