import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { N8n, Workflow } from '../../harness';
import { itemsOf } from '../../harness';
import { generations, setups } from './generations';
import type { Stage } from './stage';
import { useStage } from './stage';
import type { Answer } from './trigger/workflows';
import { call, failure, listen, nothing, pause, probleme, validation } from './trigger/workflows';

const day = 24 * 60 * 60 * 1000;
// No retries: what is lost in one of two runs is lost.
jest.retryTimes(0);

const modes = ['onReceived', 'lastNode'] as const;

/** How many of a workflow's executions have ended, each in one of these ways, once there are that many or time is up. */
async function waitFor(count: number, statuses: string[], n8n: N8n, { id }: Workflow) {
	for (let look = 0; look < 300; look++) {
		const summaries = await n8n.api.listExecutions(id);
		if (summaries.filter(({ status }) => statuses.includes(status)).length >= count) return;
		await sleep(200);
	}
}

/** Every execution of a workflow: its status and the event it is about. */
async function executionsOf(n8n: N8n, { id }: Workflow) {
	const summaries = await n8n.api.listExecutions(id);
	const executions: Array<{ status: string; json: IDataObject }> = [];
	const read = async () => {
		for (let summary = summaries.pop(); summary !== undefined; summary = summaries.pop()) {
			const execution = await n8n.api.getExecution(summary.id).catch(() => undefined);
			// n8n 1.x stores an execution in two steps; killed in between, it has one without data.
			if (!execution) continue;
			// What crashed keeps its event where it waited, and shows another item in its stead.
			const waiting = execution.data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0];
			const shown = [0, 1, 2]
				.map((output) => itemsOf(execution, 'iSendPro Trigger', output)[0])
				.find(Boolean);
			executions.push({ status: summary.status, json: (waiting ?? shown)?.json ?? {} });
		}
	};
	await Promise.all(Array.from({ length: 8 }, read));
	return executions;
}

describe.each(setups)('When $name is killed in the middle of a burst', ({ generation, queue }) => {
	const size = 75;
	let { n8n, simulator } = {} as Stage;
	useStage({ generation, queue }, (stage) => ({ n8n, simulator } = stage), {
		now: '2026-11-23T10:00:00Z',
	});

	/** Sends messages, each with its own tracker, whose receipts are then called. */
	async function send() {
		const form = new URLSearchParams({ keyid: simulator.account.keyId, sms: 'Bonjour' });
		for (let index = 1; index <= size; index++) {
			form.set(`num${index}`, `06${String(index).padStart(8, '0')}`);
			form.set(`tracker${index}`, `t${index}`);
		}
		await fetch(simulator.url, { method: 'POST', body: form });
	}

	const trackerOf = ({ url }: { url: string }) => new URL(url).searchParams.get('tracker');

	it.each(modes)('nothing is lost that is acknowledged %s', async (acknowledge) => {
		await simulator.reset();
		const listening = await listen(n8n, {
			parameters: { acknowledge },
			chains: [[nothing('A'), pause('W', 0.3), nothing('B')]],
		});
		const { callbacks } = simulator;
		Object.assign(callbacks, { receiptUrl: listening.receipts, concurrency: 25, timeout: 60_000 });
		const validated = () => callbacks.calls.filter((each) => each.validated);

		await send();
		while (validated().length < size / 3) await sleep(1);
		await n8n.kill();
		await callbacks.settled();
		const acknowledged = validated().map(trackerOf);
		const others = callbacks.calls.filter((each) => !each.validated);
		expect(acknowledged.length).toBeLessThan(size);
		expect(others.length).toBe(size - acknowledged.length);

		await n8n.restart();
		const before = await executionsOf(n8n, listening.workflow);
		const held = before
			.filter(({ status }) => acknowledge === 'onReceived' || status === 'success')
			.map(({ json }) => json.tracker);
		expect(acknowledged.filter((tracker) => !held.includes(tracker ?? ''))).toEqual([]);

		const settled = () => {
			const last = new Map(callbacks.calls.map((each) => [each.event, each.validated]));
			return [...last.values()].filter(Boolean).length;
		};
		// In queue mode n8n leaves a call open now and then; iSendPro calls on three days.
		for (let again = 1; again <= (queue ? 3 : 1) && settled() < size; again++) {
			await simulator.clock.advance(day);
			await callbacks.settled();
		}
		expect(settled()).toBe(size);
		if (acknowledge === 'lastNode') {
			await waitFor(size, ['success'], n8n, listening.workflow);
			const done = (await executionsOf(n8n, listening.workflow))
				.filter(({ status }) => status === 'success')
				.map(({ json }) => json.tracker);
			expect(new Set(done).size).toBe(size);
		}
	});
});

/**
 * In its newer engine for expressions, `vm`, n8n makes an isolate for each call, which takes eight times
 * as long as all the rest: so the flood is large in the older one, `legacy`, and small in the newer.
 */
const floods = generations.flatMap((generation) => [
	{ generation, size: 2000, engine: 'legacy' },
	{ generation, size: 100, engine: 'vm' },
]);

describe.each(floods)('$size calls at 50 at once ($engine, n8n $generation)', (flood) => {
	const { generation, size, engine } = flood;
	let { n8n } = {} as Stage;
	useStage({ generation, env: { N8N_EXPRESSION_ENGINE: engine } }, (stage) => ({ n8n } = stage));

	/** Every tenth call tells nothing, every tenth is a reply, every tenth a STOP. */
	function queryOf(index: number): string {
		const kind = index % 10;
		const number = `06${String(index).padStart(8, '0')}`;
		if (kind === 0) return `hello=${index}`;
		if (kind === 1)
			return `tel=${number}&id_retour=${index}&msg_sms=Oui+${index}&tracker=t${index}`;
		if (kind === 2) return `tel=${number}&id_retour=${index}&msg_sms=STOP&tracker=t${index}`;
		return `tel=${number}&libelle=L${index}&statut=${kind === 3 ? 2 : 0}&code_erreur=107&date=2026-11-23&heure=10:00:00&id=${index}&operateur=SFR&tracker=t${index}`;
	}

	it.each(modes)('are each answered and none is mixed up: %s', async (acknowledge) => {
		const { workflow, receipts, replies } = await listen(n8n, {
			parameters: { acknowledge },
			chains: [[nothing('A')], [failure('F')], [nothing('C')]],
		});
		const answers: Answer[] = [];
		let next = 0;
		const caller = async () => {
			while (next < size) {
				const index = next++;
				const address = index % 3 === 0 ? receipts : replies;
				const query = queryOf(index);
				answers[index] = await (index % 2 === 0
					? call(`${address}?${query}`)
					: call(address, { body: query }));
			}
		};
		await Promise.all(Array.from({ length: 50 }, caller));

		const wrong = answers.filter((answer, index) => {
			const fails = index % 10 === 1 && acknowledge === 'lastNode';
			const expected = index % 10 === 0 || fails ? probleme : validation;
			return JSON.stringify(answer) !== JSON.stringify(expected);
		});
		expect(wrong).toEqual([]);
		await waitFor(size * 0.9, ['success', 'error'], n8n, workflow);
		const executions = await executionsOf(n8n, workflow);
		expect(executions).toHaveLength(size * 0.9);
		const indexes = new Set<number>();
		for (const { status, json } of executions) {
			const index = Number(String(json.tracker).slice(1));
			indexes.add(index);
			const sent = Object.fromEntries(new URLSearchParams(queryOf(index)));
			expect(json.raw).toEqual(sent);
			expect(json.to ?? json.from).toBe(sent.tel);
			expect(json.messageId).toBe(String(index));
			expect(status).toBe(index % 10 === 1 ? 'error' : 'success');
		}
		expect(indexes.size).toBe(size * 0.9);
		expect(new Set(executions.map(({ json }) => json.eventId)).size).toBe(size * 0.9);
	});
});
