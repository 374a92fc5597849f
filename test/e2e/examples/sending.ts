import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { activate, itemsOf, runsOf } from '../../../harness';
import type { Stage } from '../stage';
import { createTable, example, withParameters, withTable } from './imported';
import { listenForPosts } from './posts';

const elodie = '0601020304';
const noel = '0605060708';
const lotte = '0032470123456';
const controlPhone = '0609090909';

/** The examples that send: what is missing, what a CRM asks for, and reminders. */
export function sendingTests(setting: () => Stage): void {
	const received = () =>
		setting()
			.simulator.phones.messages()
			.map(({ to }) => to);

	describe('The example that looks up the unknown in the report', () => {
		const lookingUp = () =>
			withParameters(example('unknown-to-report'), { Wait: { amount: 0, unit: 'seconds' } });

		beforeEach(() => setting().simulator.clock.set(new Date()));

		it('sends again what never arrived, once the report lists the control SMS, and nothing else', async () => {
			const { n8n, simulator, credential } = setting();
			const workflow = await n8n.api.createWorkflow(lookingUp(), credential);
			simulator.faults.add(
				{ kind: 'resetAfter', on: 'send', request: 1 },
				{ kind: 'resetBefore', on: 'send', request: 2 },
				{ kind: 'code', code: 206, on: 'report' },
			);

			const execution = await n8n.api.run(workflow);

			expect(execution.status).toBe('success');
			expect(itemsOf(execution, 'Only the unknown').map(({ json }) => json.error)).toMatchObject(
				[elodie, noel, lotte].map((to) => ({ to, status: 'unknown' })),
			);
			expect(runsOf(execution, 'Get the report')).toHaveLength(2);
			expect(
				itemsOf(execution, 'Get the report').map(({ json: { to, status } }) => [to, status]),
			).toEqual([elodie, noel, controlPhone].map((to) => [to, 'delivered']));
			expect(
				itemsOf(execution, 'Send what is missing').map(({ json: { to, status } }) => [to, status]),
			).toEqual([[lotte, 'sent']]);
			expect(received().sort()).toEqual([lotte, elodie, noel, controlPhone].sort());
			const trackers = simulator.phones.messages().map(({ tracker }) => tracker);
			expect([...new Set(trackers)]).toEqual([`sale_${execution.id}`]);
		});

		it('sends nothing again as long as the report does not list the control SMS', async () => {
			const { n8n, simulator, credential } = setting();
			const workflow = await n8n.api.createWorkflow(lookingUp(), credential);
			simulator.faults.add(
				{ kind: 'resetBefore', on: 'send', times: 2 },
				{ kind: 'code', code: 206, on: 'report', times: 24 },
			);

			const { status, data } = await n8n.api.run(workflow);

			expect([status, data.resultData.error?.message]).toEqual([
				'error',
				expect.stringContaining('does not list the control SMS after 24 looks'),
			]);
			expect(received()).toEqual([controlPhone]);
		});

		it('asks for no report when the answers came', async () => {
			const { n8n, simulator, credential } = setting();
			const workflow = await n8n.api.createWorkflow(lookingUp(), credential);
			simulator.phones.get(noel).attributed = false;

			const execution = await n8n.api.run(workflow);

			expect(execution.status).toBe('success');
			expect(received()).toEqual([elodie, lotte]);
			expect(runsOf(execution, 'Control SMS')).toEqual([]);
		});
	});

	it('send what a CRM asks for once, and tell the CRM the result', async () => {
		const { n8n, simulator, credential } = setting();
		const notes = await listenForPosts();
		const workflow = withParameters(example('crm-to-sms'), { 'Tell the CRM': { url: notes.url } });
		const [event] = workflow.nodes.filter(({ name }) => name === 'CRM event');
		const key = await n8n.api.createCredential('CRM', 'httpHeaderAuth', {
			name: 'X-Key',
			value: 'long and random',
		});
		if (event) event.credentials = { httpHeaderAuth: { id: key.id, name: key.name } };
		await activate(n8n, await n8n.api.createWorkflow(workflow, credential));
		const address = `${n8n.webhookUrl}/webhook/${String(event?.parameters.path)}`;
		const call = async (given: object, header = 'long and random') => {
			const body = JSON.stringify({ contactId: '42', name: 'Élodie', order: 'A-1024', ...given });
			const headers = { 'content-type': 'application/json', 'X-Key': header };
			return (await fetch(address, { method: 'POST', headers, body })).status;
		};

		const good = { eventId: `e-${randomUUID()}`, phone: '06 01 02 03 04' };
		expect(await call(good, 'guessed')).toBe(403);
		expect([await call(good), await call(good)]).toEqual([200, 200]);
		expect(await call({ eventId: `e-${randomUUID()}`, phone: 'ask her' })).toBe(200);

		expect((await notes.received(2)).sort((a, b) => a.text.length - b.text.length)).toEqual([
			{ contactId: '42', text: 'SMS sent' },
			{ contactId: '42', text: expect.stringMatching(/^SMS notSent: .*"ask her"/) as string },
		]);
		expect(simulator.phones.messages().map(({ to, text, tracker }) => [to, text, tracker])).toEqual(
			[[elodie, 'Bonjour Elodie, votre commande A-1024 est prete.', good.eventId]],
		);
		notes.close();
	});

	it('remind of appointments once, a day before, and in the morning rather than at night', async () => {
		const { n8n, simulator, credential } = setting();
		simulator.clock.set(new Date());
		const table = await createTable(n8n, example('appointment-reminders'));
		const paris = DateTime.now().setZone('Europe/Paris');
		const at = (days: number, hour: number) =>
			paris.plus({ days }).set({ hour, minute: 30 }).toFormat("yyyy-MM-dd'T'HH:mm");
		await n8n.api.addRows(table, [
			{ name: 'Élodie', phone: '06 01 02 03 04', appointment: at(2, 7) },
			{ name: 'Noël', phone: '06 05 06 07 08', appointment: at(10, 14) },
			{ name: 'François', phone: 'ask her', appointment: at(2, 15) },
			{ name: 'Gaëlle', phone: '06 13 14 15 16', appointment: at(-1, 9) },
		]);
		const workflow = await n8n.api.createWorkflow(
			withTable(example('appointment-reminders'), table),
			credential,
		);

		for (let run = 0; run < 2; run++)
			expect(await n8n.api.run(workflow)).toMatchObject({ status: 'success' });

		const eight = expect.stringMatching(/T08:00:00\+0[12]:00$/) as string;
		const reminders = (await n8n.api.rowsOf(table)).map(({ reminder }) => reminder);
		expect(reminders).toEqual([
			eight,
			null,
			expect.stringMatching(/^Error: .*"ask her"/) as string,
			null,
		]);
		const day = paris.plus({ days: 2 }).setLocale('fr').toFormat('d LLLL');
		expect(simulator.phones.messages()).toMatchObject([
			{ to: elodie, scheduledFor: new Date(String(reminders[0])) },
		]);
		expect(simulator.phones.messages()[0]?.text).toContain(
			`Elodie, nous vous attendons le ${day[0]}`,
		);
	});
}
