import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { activate, addressesOf } from '../../harness';
import { chain, node } from '../helpers/workflow';
import { generations } from './generations';
import type { Stage } from './stage';
import { useStage } from './stage';
import {
	call,
	listen,
	nothing,
	probleme,
	statusesOnce,
	triggerWorkflow,
	validation,
} from './trigger/workflows';

const stop = 'tel=0612345678&id_retour=545454545&msg_sms=STOP';
const refused = { status: 403, type: 'text/plain; charset=utf-8', text: 'forbidden' };

describe.each(generations)('Who may call the trigger in n8n %i.x', (generation) => {
	describe('that is reached directly', () => {
		let { n8n } = {} as Stage;
		// Without a pool, 1.x fails when two workflows are made at the same time.
		useStage({ generation, env: { DB_SQLITE_POOL_SIZE: '4' } }, (stage) => ({ n8n } = stage));

		it.each(['127.0.0.1', '127.0.0.0/8', '::ffff:127.0.0.1', '2001:db8::/32 127.0.0.1'])(
			'are those in the list: %s',
			async (allowedIps) => {
				const listening = await listen(n8n, { parameters: { options: { allowedIps } } });
				expect(await call(`${listening.replies}?${stop}`)).toEqual(validation);
			},
		);

		it.each(['192.0.2.1', '::1', '::/0', '127.0.0.2/31'])(
			'are no others, and those start nothing: %s',
			async (allowedIps) => {
				const listening = await listen(n8n, { parameters: { options: { allowedIps } } });
				const headers = { 'x-forwarded-for': '192.0.2.1', 'x-real-ip': '192.0.2.1' };
				expect(await call(`${listening.replies}?${stop}`, { headers })).toEqual(refused);
				expect(await call(listening.receipts, { body: stop, headers })).toEqual(refused);
				expect(await n8n.api.listExecutions(listening.workflow.id)).toEqual([]);
			},
		);

		describe('is an error on activation where', () => {
			const finds = 'has no value. Correct it, or remove the option.';
			const none = '={{ $vars.none }}';
			const cases: Array<{ options: INodeParameters; says: string[] }> = [
				{
					options: { allowedIps: '127.0.0.1, 127.0.0' },
					says: ['127.0.0', 'is neither an IP address nor a range of them'],
				},
				{ options: { allowedIps: '' }, says: ['The list of allowed IP addresses is empty'] },
				{ options: { allowedIps: none }, says: ['Allowed IP Addresses', finds] },
				{ options: { stopKeywords: none }, says: ['STOP Keywords', finds] },
				{ options: { stopMatch: none }, says: ['STOP Detection', finds] },
			];
			let attempts: Array<Promise<{ error: unknown; status: number }>>;

			/** Activates a workflow; gives the error, and how it answers a call afterwards. */
			async function attempt(options: INodeParameters) {
				const workflow = await n8n.api.createWorkflow(triggerWorkflow({ parameters: { options } }));
				const error: unknown = await activate(n8n, workflow).catch((thrown: unknown) => thrown);
				const { status } = await call(`${addressesOf(n8n, workflow).replies}?${stop}`);
				return { error, status };
			}

			// Side by side: n8n 2.x tries for a quarter of a minute before it gives up.
			beforeAll(async () => {
				attempts = cases.map(async ({ options }) => await attempt(options));
				await Promise.allSettled(attempts);
			});

			it.each(cases.map((one, index) => ({ ...one, index })))(
				'the options are $options',
				async ({ says, index }) => {
					const { error, status } = (await attempts[index]) ?? {};
					for (const words of says) expect(String(error)).toContain(words);
					expect(status).toBe(404);
				},
			);
		});

		it('stays closed when a list that was right is made wrong', async () => {
			const { workflow, replies } = await listen(n8n, {
				parameters: { options: { allowedIps: '192.0.2.1' } },
			});
			const { nodes, connections, versionId } = await n8n.api.getWorkflow(workflow.id);
			for (const each of nodes) each.parameters = { options: { allowedIps: '*' } };
			const change = async () => {
				const path = `/rest/workflows/${workflow.id}`;
				const changed = { nodes, connections, versionId, active: true };
				await activate(n8n, await n8n.api.request('PATCH', path, changed));
			};
			await expect(change()).rejects.toThrow('is neither an IP address');
			expect([403, 404]).toContain((await call(`${replies}?${stop}`)).status);
			expect(await n8n.api.listExecutions(workflow.id)).toEqual([]);
		});

		describe('at its test addresses', () => {
			/** Presses "Execute workflow". */
			async function startListening(options = {}) {
				const parameters = { acknowledge: 'lastNode', options };
				const chains = [[], [], [nothing('C')]];
				const workflow = await n8n.api.createWorkflow(triggerWorkflow({ parameters, chains }));
				const answer = await n8n.api.request('POST', `/rest/workflows/${workflow.id}/run`, {
					// The editor sends an empty list; n8n 1.x cannot answer without.
					workflowData: { ...workflow, pinData: {} },
					triggerToStartFrom: { name: 'iSendPro Trigger' },
				});
				expect(answer).toMatchObject({ waitingForWebhook: true });
				return { workflow, ...addressesOf(n8n, workflow, true) };
			}

			it.each(['replies', 'receipts'] as const)(
				'hear an event at the one for %s',
				async (address) => {
					const listening = await startListening();
					expect(await call(`${listening[address]}?a=b`)).toEqual(probleme);
					expect(await call(`${listening[address]}?${stop}`)).toEqual(validation);
					expect(await statusesOnce(['success'], n8n, listening.workflow)).toEqual(['success']);
				},
			);

			it('say what is set wrongly before they listen', async () => {
				await expect(startListening({ allowedIps: '1.2.3' })).rejects.toThrow(
					'is neither an IP address',
				);
			});
		});
	});

	describe('behind a reverse proxy', () => {
		let { n8n } = {} as Stage;
		useStage({ generation, env: { N8N_PROXY_HOPS: '1' } }, (stage) => ({ n8n } = stage));

		it("are those whom the proxy names, as for n8n's own Webhook node", async () => {
			const allowedIps = '192.0.2.7, 2001:db8::1';
			const listening = await listen(n8n, { parameters: { options: { allowedIps } } });
			const path = randomUUID();
			const options = { ipWhitelist: allowedIps };
			const webhookNode = node('Webhook', 'webhook', { path, options }, 2);
			const beside = await n8n.api.createWorkflow({
				name: 'Beside',
				nodes: [{ ...webhookNode, webhookId: path }, nothing('A')],
				connections: chain('Webhook', 'A'),
			});
			await activate(n8n, beside);
			const cases: Array<[forwarded: string, status: number]> = [
				['192.0.2.7', 200],
				['198.51.100.1, 192.0.2.7', 200],
				['192.0.2.7, 198.51.100.1', 403],
				['198.51.100.1', 403],
				['2001:db8::1', 200],
				['2001:db8::2', 403],
				['unknown', 403],
			];
			for (const [forwarded, status] of cases) {
				const headers = { 'x-forwarded-for': forwarded };
				const trigger = await call(`${listening.replies}?${stop}`, { headers });
				const webhook = await call(`${n8n.webhookUrl}/webhook/${path}`, { headers });
				// The Webhook node of n8n 1.x takes no IPv6 address.
				const own = generation === 1 && forwarded.includes(':') ? status : webhook.status;
				expect([forwarded, trigger.status, own]).toEqual([forwarded, status, status]);
			}
			expect((await call(`${listening.replies}?${stop}`)).status).toBe(403);
		});
	});
});
