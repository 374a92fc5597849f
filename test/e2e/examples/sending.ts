import { randomUUID } from 'node:crypto';
import { activate, itemsOf, runsOf } from '../../../harness';
import type { Stage } from '../stage';
import { statusesOnce } from '../trigger/workflows';
import { example, withParameters } from './imported';
import { listenForPosts } from './posts';

const elodie = '0601020304';
const noel = '0605060708';
const lotte = '0032470123456';
const controlPhone = '0609090909';

/** The examples that send: what is missing, and what a CRM asks for. */
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

	describe('The example that sends what a CRM asks for', () => {
		/** Publishes the example; gives what calls it, and what it has told the CRM. */
		async function publish() {
			const { n8n, credential } = setting();
			const notes = await listenForPosts();
			const workflow = withParameters(example('crm-to-sms'), {
				'Tell the CRM': { url: notes.url },
			});
			const [event] = workflow.nodes.filter(({ name }) => name === 'CRM event');
			const key = await n8n.api.createCredential('CRM', 'httpHeaderAuth', {
				name: 'X-Key',
				value: 'long and random',
			});
			if (event) event.credentials = { httpHeaderAuth: { id: key.id, name: key.name } };
			const created = await n8n.api.createWorkflow(workflow, credential);
			await activate(n8n, created);
			const address = `${n8n.webhookUrl}/webhook/${String(event?.parameters.path)}`;
			const call = async (given: object, header = 'long and random') => {
				const body = JSON.stringify({ contactId: '42', name: 'Élodie', order: 'A-1024', ...given });
				const headers = { 'content-type': 'application/json', 'X-Key': header };
				return (await fetch(address, { method: 'POST', headers, body })).status;
			};
			return { call, notes, workflow: created };
		}

		it('sends it once, and tells the CRM the result', async () => {
			const { call, notes } = await publish();
			const good = { eventId: `e-${randomUUID()}`, phone: '06 01 02 03 04' };
			expect(await call(good, 'guessed')).toBe(403);
			expect([await call(good), await call(good)]).toEqual([200, 200]);
			const bad = { eventId: `e-${randomUUID()}`, phone: 'ask her' };
			expect(await call(bad)).toBe(200);

			expect((await notes.received(2)).sort((a, b) => a.text.length - b.text.length)).toEqual([
				{ contactId: '42', text: 'SMS sent' },
				{ contactId: '42', text: expect.stringMatching(/^SMS notSent: .*"ask her"/) as string },
			]);
			expect(
				setting()
					.simulator.phones.messages()
					.map(({ to, text, tracker }) => [to, text, tracker]),
			).toEqual([[elodie, 'Bonjour Elodie, votre commande A-1024 est prete.', good.eventId]]);

			expect(await call({ ...bad, phone: '06 05 06 07 08' })).toBe(200);
			expect((await notes.received(3)).at(-1)).toEqual({ contactId: '42', text: 'SMS sent' });
			notes.close();
		});

		it('sends it once when the CRM calls twenty times in the same instant', async () => {
			const { call, notes, workflow } = await publish();
			const event = { eventId: `e-${randomUUID()}`, phone: '06 01 02 03 04' };
			await Promise.all(Array.from({ length: 20 }, async () => await call(event)));
			const expected = Array(20).fill('success');
			expect(await statusesOnce(expected, setting().n8n, workflow)).toEqual(expected);
			expect(received()).toEqual([elodie]);
			expect((await notes.received(1)).map(({ text }) => text)).toEqual(['SMS sent']);
			notes.close();
		});

		it.each([
			['eventId', { eventId: undefined }],
			['eventId', { eventId: '' }],
			['name', { name: '' }],
			['order', { order: null }],
			['phone', { phone: '' }],
		])('tells the CRM of an event without %s, and sends nothing', async (_, missing) => {
			const { call, notes } = await publish();
			const event = { eventId: `e-${randomUUID()}`, phone: '06 01 02 03 04', ...missing };
			expect(await call(event)).toBe(200);
			expect((await notes.received(1)).map(({ text }) => text)).toEqual([
				expect.stringMatching(/^SMS notSent: /),
			]);
			expect(received()).toEqual([]);
			notes.close();
		});
	});
}
