import { setTimeout as pause } from 'node:timers/promises';
import type { N8n } from '../../harness';
import { itemsOf } from '../../harness';
import { startN8n } from '../../harness';
import { readDatabase } from '../soak/stored';
import { setups } from './generations';
import type { Event, OnceSettings } from './once/workflow';
import { openCrm, RACE_MS } from './once/workflow';
import type { Lane } from './send/lanes';
import { Lanes } from './send/lanes';
import { received } from './send/outcome';

// No retries: a message that is sent twice in one of two runs is sent twice.
jest.retryTimes(0);

const [anna, zoe, leo] = ['0601020301', '0601020302', '0601020303'];
const shipped: Event = { key: 'order 1042 shipped', phone: anna, text: 'Shipped' };
const toZoe: Event = { ...shipped, phone: zoe };
const toLeo: Event = { ...shipped, phone: leo };
const EARLIER = /^An earlier run of this node with the same Once Key has sent it, or may have/;

describe.each(setups)('Once Key in $name', ({ generation, queue }) => {
	let n8n: N8n;
	let lanes: Lanes;

	beforeAll(async () => {
		// Without a pool, 1.x fails when two workflows are made at the same time.
		n8n = await startN8n({ generation, queue, env: { DB_SQLITE_POOL_SIZE: '4' } });
		lanes = await Lanes.open(n8n, 1, 'a296464ce012b8ab710a');
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		await lanes?.close();
	});

	/** Uses a gateway and a workflow of its own. */
	async function withCrm(
		settings: OnceSettings,
		work: (crm: Awaited<ReturnType<typeof openCrm>>, lane: Lane) => Promise<void>,
		byHand?: Event[],
	): Promise<void> {
		await lanes.use(async (lane) => await work(await openCrm(n8n, lane, settings, byHand), lane));
	}

	const phones = ({ simulator }: Lane) => received(simulator);

	it('has a CRM that calls twice send once, also after a restart of n8n', async () => {
		await withCrm({}, async ({ call, statuses }, lane) => {
			expect(await call(shipped)).toMatchObject([{ to: anna, status: 'sent' }]);
			expect(await call({ ...shipped, text: 'Shipped today' })).toMatchObject([
				{ to: anna, status: 'skipped', reason: expect.stringMatching(EARLIER) },
			]);
			expect(await statuses(shipped, toZoe, { ...shipped, key: 'order 1043 shipped' })).toEqual([
				'skipped',
				'sent',
				'sent',
			]);
			await n8n.restart();
			expect(await statuses(shipped, toZoe)).toEqual(['skipped', 'skipped']);
			expect(phones(lane)).toEqual([anna, zoe, anna]);
		});
	});

	it('sends once when fifty calls come in the same instant', async () => {
		await withCrm({}, async ({ burst }, lane) => {
			const all = await burst(Array.from({ length: 50 }, () => shipped));
			expect(all.filter((status) => status === 'sent')).toHaveLength(1);
			expect(all.filter((status) => status === 'skipped')).toHaveLength(49);
			expect(phones(lane)).toEqual([anna]);
		});
	});

	it('loses none of fifty keys that come in the same instant', async () => {
		await withCrm({}, async ({ burst }, lane) => {
			const events = Array.from({ length: 50 }, (_, id) => ({ ...shipped, key: `order ${id}` }));
			expect(await burst(events)).toEqual(Array(50).fill('sent'));
			expect(await burst(events)).toEqual(Array(50).fill('skipped'));
			expect(phones(lane)).toHaveLength(50);
		});
	});

	it('is released by a try that failed, so that Retry On Fail sends', async () => {
		await withCrm({ retryOnFail: true, maxTries: 2 }, async ({ statuses }, lane) => {
			lane.simulator.faults.add({ kind: 'code', code: 12, request: 1 });
			expect(await statuses(shipped)).toEqual(['sent']);
			expect(await statuses(shipped)).toEqual(['skipped']);
			expect(phones(lane)).toEqual([anna]);
		});
	});

	it('does not stand in the way of a retry of the execution, which sends the rest', async () => {
		const options = { batchSize: 1, onPartialFailure: 'stop' };
		await withCrm({ options }, async ({ workflow, statuses }, lane) => {
			lane.simulator.faults.add({ kind: 'code', code: 12, request: 2 });
			expect(await statuses(shipped, toZoe)).toBe(500);
			const [failed = { id: '' }] = await n8n.api.listExecutions(workflow.id);
			const retried = await n8n.api.retry(await n8n.api.getExecution(failed.id));
			expect(itemsOf(retried, 'iSendPro').map(({ json }) => json)).toMatchObject([
				{ to: anna, status: 'sent' },
				{ to: zoe, status: 'sent' },
			]);
			expect(await statuses(shipped, toZoe)).toEqual(['skipped', 'skipped']);
			expect(phones(lane)).toEqual([anna, zoe]);
		});
	});

	it('is released for what was rejected or not sent, and kept for what is unknown', async () => {
		const settings = { options: { batchSize: 1 }, onError: 'continueRegularOutput' } as const;
		await withCrm(settings, async ({ call, statuses }, { simulator, ...lane }) => {
			const events = [shipped, toZoe, toLeo, { ...toLeo, key: 'k', text: 'Another' }];
			simulator.account.blacklist.add('+33601020301');
			simulator.faults.add(
				{ kind: 'resetAfter', request: 2 },
				{ kind: 'code', code: 12, request: 3 },
			);
			expect(await statuses(...events)).toEqual([
				...['rejected', 'unknown'],
				...['rejected', 'notSent'],
			]);
			simulator.account.blacklist.clear();
			expect(await call(...events)).toMatchObject([
				{ to: anna, status: 'sent' },
				{ to: zoe, status: 'skipped', reason: expect.stringMatching(EARLIER) },
				{ to: leo, status: 'sent' },
				{ to: leo, status: 'sent' },
			]);
			expect(phones({ simulator, ...lane })).toEqual([zoe, anna, leo, leo]);
		});
	});

	it('counts runs in the editor, and says so', async () => {
		await withCrm(
			{},
			async ({ workflow, statuses }, lane) => {
				const run = async () =>
					itemsOf(await n8n.api.run(workflow, { trigger: 'Start' }), 'iSendPro')[0]?.json;
				expect(await run()).toMatchObject({ status: 'sent' });
				expect(await run()).toMatchObject({
					status: 'skipped',
					reason: expect.stringContaining('To send it again, e.g. in a test, change the Once Key'),
				});
				expect(await statuses(shipped)).toEqual(['skipped']);
				expect(phones(lane)).toEqual([anna]);
			},
			[shipped],
		);
	});

	it('is neither looked up nor recorded by a dry run', async () => {
		await withCrm({ options: { dryRun: '={{ $json.text === "Dry" }}' } }, async ({ statuses }) => {
			expect(await statuses({ ...shipped, text: 'Dry' })).toEqual(['checked']);
			expect(await statuses(shipped)).toEqual(['sent']);
			expect(await statuses({ ...shipped, text: 'Dry' })).toEqual(['checked']);
		});
	});

	it('holds for a directory', async () => {
		const parameters = { operation: 'sendToDirectory', directoryId: '39565' };
		await withCrm({ parameters }, async ({ call, statuses }, lane) => {
			const contacts = [{ number: '+33601020301', fields: {} }];
			lane.simulator.account.directories.push({ id: '39565', name: 'Clients', contacts });
			expect(await statuses(shipped)).toEqual(['sent']);
			expect(await call({ ...shipped, text: 'again' })).toMatchObject([
				{ directoryId: '39565', status: 'skipped' },
			]);
			expect(phones(lane)).toEqual([anna]);
		});
	});

	it('is released for what was not sent when the execution is stopped', async () => {
		await withCrm({ options: { batchSize: 1 } }, async ({ workflow, call, statuses }, lane) => {
			lane.simulator.service.latency = 1_500;
			const stopped = call(shipped, toZoe, toLeo);
			while (lane.simulator.requests.length < 1) await pause(20);
			const [running = { id: '' }] = await n8n.api.listExecutions(workflow.id);
			await n8n.api.request('POST', `/rest/executions/${running.id}/stop`);
			await stopped;
			await pause(3_000);
			lane.simulator.service.latency = 0;
			const reached = phones(lane).length;
			expect(await statuses(shipped, toZoe, toLeo)).toEqual(
				['sent', 'sent', 'sent'].fill('skipped', 0, reached),
			);
			expect(phones(lane)).toEqual([anna, zoe, leo]);
			// A worker may hear of it too late.
			if (!queue) expect(reached).toBe(1);
		});
	});

	it('is lost when n8n is killed between its record and the request: nothing is sent twice', async () => {
		await withCrm({ options: { shortenLinks: true } }, async ({ call }, lane) => {
			const event = { ...shipped, text: 'See https://www.example.com/offer' };
			lane.simulator.faults.add({ kind: 'hangBefore', on: 'shortLink' });
			const lost = call(event).catch(() => undefined);
			while (lane.simulator.requests.length < 1) await pause(20);
			await n8n.kill(queue ? 'worker' : 'main');
			if (!queue) await lost;
			await n8n.restart();
			expect(await call(event)).toMatchObject([
				{ status: 'skipped', reason: expect.stringMatching(EARLIER) },
			]);
			expect(phones(lane)).toEqual([]);
		});
	});

	if (queue) {
		it('may be sent by two processes in the same instant, and never again after that', async () => {
			await withCrm({}, async ({ workflow, statuses }, lane) => {
				lane.simulator.account.credit = 11_000;
				// The more keys n8n has, the longer it takes to write them.
				const earlier = Array.from({ length: 9_900 }, (_, id) => ({ ...shipped, key: `${id}` }));
				await statuses(...earlier.map((event, id) => ({ ...event, text: `Shipped ${id}` })));
				const races = new Map<string, number>();
				for (let round = 0; round < 8; round += 1) {
					await pause(RACE_MS - (Date.now() % RACE_MS));
					// The main process runs what is started by hand, the worker the calls.
					const byMain = n8n.api.run(workflow, { trigger: 'Start' });
					const [byHand] = await Promise.all([byMain, statuses(), statuses()]);
					expect(itemsOf(byHand, 'iSendPro')).toHaveLength(1);
				}
				for (const { text } of lane.simulator.phones.messages())
					if (/^\d+$/.test(text)) races.set(text, (races.get(text) ?? 0) + 1);
				const twice = [...races.values()].filter((count) => count > 1);
				process.stderr.write(`${races.size} races, ${twice.length} of them sent twice\n`);
				// At most once by each of the two.
				expect(Math.max(...races.values())).toBeLessThanOrEqual(2);
				for (const key of races.keys())
					expect(await statuses({ key, phone: anna, text: key })).toEqual(['skipped']);
			});
		});
	}

	it('goes on after ten thousand keys: the oldest is forgotten, and nothing can be read', async () => {
		await withCrm({}, async ({ workflow, statuses }, lane) => {
			lane.simulator.account.credit = 10_000;
			const events = Array.from({ length: 10_001 }, (_, id) => ({
				...{ key: `order ${id} shipped`, phone: anna, text: `Shipped ${id}` },
			}));
			const [oldest = shipped, second = shipped] = events;
			const newest = events.slice(-1);
			const before = Date.now();
			expect(new Set((await statuses(...events.slice(0, -1))) as string[])).toEqual(
				new Set(['sent']),
			);
			const first = Date.now() - before;
			expect(await statuses(...newest)).toEqual(['sent']);
			expect(await statuses({ ...shipped, key: 'one more' })).toEqual(['sent']);
			const again = Date.now();
			expect(await statuses(second)).toEqual(['skipped']);
			process.stderr.write(`10,000 keys: ${first} ms; one more call: ${Date.now() - again} ms\n`);
			expect(await statuses(oldest)).toEqual(['sent']);
			if (queue) return;
			const script = `for (const row of database.prepare('select * from processed_data where workflowId = ?').all(${JSON.stringify(workflow.id)})) console.log(row.value);`;
			const stored = (await readDatabase(n8n, generation, script)).toString();
			expect(JSON.parse(stored).data.length).toBe(10_001);
			expect(stored).not.toMatch(/order|shipped|60102030/i);
		});
	});
});
