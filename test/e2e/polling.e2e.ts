import { setTimeout as pause } from 'node:timers/promises';
import type { Credential, N8n, Workflow } from '../../harness';
import { activate, itemsOf, startN8n } from '../../harness';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { node } from '../helpers/workflow';
import { generations } from './generations';
import { createCredential } from './stage';

const TRIGGER = 'iSendPro Polling Trigger';
const [anna, zoe] = ['0601020301', '0601020302'];
const POLL_TIMEOUT_MS = 80_000;

describe.each(generations)('The polling trigger in n8n %i.x', (generation) => {
	let n8n: N8n;
	let simulator: Simulator;
	let credential: Credential;
	let workflow: Workflow;

	beforeAll(async () => {
		simulator = await startSimulator({ account: { credit: 1_000 } });
		for (const phone of [anna, zoe]) simulator.phones.get(phone).receipt.outcome = 'none';
		n8n = await startN8n({ generation, env: { DB_SQLITE_POOL_SIZE: '4' } });
		credential = await createCredential(n8n, simulator);
		workflow = await createWorkflow(credential);
		await activate(n8n, workflow);
		await eventsWhen(() => true, 1);
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		await simulator?.close();
	});

	async function createWorkflow(used: Credential): Promise<Workflow> {
		const pollTimes = { item: [{ mode: 'everyMinute' }] };
		const trigger = node(TRIGGER, 'n8n-nodes-isendpro.iSendProPollingTrigger', { pollTimes });
		return await n8n.api.createWorkflow(
			{ name: 'Polling', nodes: [trigger], connections: {} },
			used,
		);
	}

	async function send(to: string): Promise<string> {
		const { keyId } = simulator.account;
		await fetch(simulator.url, {
			method: 'POST',
			body: new URLSearchParams({ keyid: keyId, sms: 'Hello', num: to }),
		});
		return simulator.phones.get(to).messages.at(-1)?.id ?? '';
	}

	/** What left the node by each of its outputs, in all executions so far. */
	async function events(): Promise<string[]> {
		const left: string[] = [];
		for (const { id, status } of await n8n.api.listExecutions(workflow.id)) {
			if (status !== 'success') continue;
			const execution = await n8n.api.getExecution(id);
			for (const output of [0, 1, 2, 3]) {
				for (const { json } of itemsOf(execution, TRIGGER, output)) {
					const who = json.to ?? json.from ?? json.phoneNumber;
					left.push(`${output} ${String(json.event)} ${String(who)}`);
				}
			}
		}
		return left.sort();
	}

	/** Waits for the next polls until the events, or the executions, are as they should be. */
	async function eventsWhen(
		isDone: (left: string[]) => boolean,
		minExecutions = 0,
	): Promise<string[]> {
		for (const deadline = Date.now() + POLL_TIMEOUT_MS; Date.now() < deadline; await pause(500)) {
			const executions = await n8n.api.listExecutions(workflow.id);
			if (executions.length >= minExecutions && isDone(await events())) break;
		}
		return await events();
	}

	it('lets out what is new after its publication, once, whatever n8n is ended by', async () => {
		expect(await events()).toEqual([]);
		const first = await send(anna);
		await simulator.callbacks.report(first, { outcome: 'delivered' });
		await simulator.callbacks.reply(anna, 'Oui');
		simulator.account.blacklist.add('+33601020309');
		const expected = [`0 deliveryReceipt ${anna}`, `1 reply ${anna}`, '3 blacklisted 0601020309'];
		expect(await eventsWhen((left) => left.length >= 3)).toEqual(expected);

		// Polls at its start, and finds nothing new.
		await n8n.restart();
		await simulator.callbacks.reply(anna, 'STOP');
		expected.push(`2 stop ${anna}`);
		expect(await eventsWhen((left) => left.length >= 4)).toEqual([...expected].sort());

		const second = await send(zoe);
		await n8n.kill();
		await simulator.callbacks.report(second, { outcome: 'failed', errorCode: '107' });
		await n8n.restart();
		expected.push(`0 deliveryReceipt ${zoe}`);
		expect(await eventsWhen((left) => left.length >= 5)).toEqual([...expected].sort());

		// Whatever n8n had stored of the last events when it was killed.
		await n8n.kill();
		await n8n.restart();
		await pause(5_000);
		expect(await events()).toEqual([...expected].sort());
	}, 400_000);

	it('goes on after a gateway that was down when n8n started, and shows the failure', async () => {
		const before = await events();
		simulator.pause();
		await n8n.restart();
		const failed = async () =>
			(await n8n.api.listExecutions(workflow.id)).filter(({ status }) => status === 'error').length;
		for (const deadline = Date.now() + POLL_TIMEOUT_MS; Date.now() < deadline; await pause(500)) {
			if ((await failed()) > 0) break;
		}
		expect(await failed()).toBeGreaterThan(0);
		await simulator.resume();
		simulator.account.blacklist.add('+33601020310');
		expect(await eventsWhen((left) => left.length > before.length)).toEqual(
			[...before, '3 blacklisted 0601020310'].sort(),
		);
	}, 400_000);

	it('with a wrong key says so: in 1.x when it is published, in 2.x at its poll time', async () => {
		const wrong = await createCredential(n8n, { url: simulator.url, account: { keyId: 'wrong' } });
		const other = await createWorkflow(wrong);
		if (generation === 1) {
			await expect(activate(n8n, other)).rejects.toThrow('The key is wrong');
			return;
		}
		await activate(n8n, other);
		let statuses: string[] = [];
		for (const deadline = Date.now() + POLL_TIMEOUT_MS; Date.now() < deadline; await pause(500)) {
			statuses = (await n8n.api.listExecutions(other.id)).map(({ status }) => status);
			if (statuses.includes('error')) break;
		}
		expect(statuses).toContain('error');
	}, 200_000);

	it('gives the newest events in a test', async () => {
		const run = await n8n.api.run(workflow);
		expect(run.status).toBe('success');
		expect(
			itemsOf(run, TRIGGER)
				.map(({ json }) => json.to)
				.sort(),
		).toEqual([anna, zoe]);
	});
});
