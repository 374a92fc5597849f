import { setTimeout as pause } from 'node:timers/promises';
import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { N8n, Role, Workflow } from '../../../scripts/n8n';
import { received, rowsOf } from './outcome';
import { sendWorkflow } from './workflows';

const recipients = Array.from({ length: 6 }, (_, index) => `060102030${index + 1}`);
const items = recipients.map((phone, id) => ({ id, phone }));

/** Whom the two requests reached that were made before the end. */
export const reached = recipients.slice(0, 4);

/** A run of three requests, as in production, that was killed during the second. */
export interface KilledRun {
	simulator: Simulator;
	workflow: Workflow;
}

/**
 * Starts a run by a webhook, and kills n8n, or one of its processes, while the second of three answers
 * is under way.
 */
export async function killInMidRun(n8n: N8n, role?: Role): Promise<KilledRun> {
	const simulator = await startSimulator({ service: { latency: 1_000 } });
	const credential = await n8n.api.createCredential('Killed', 'iSendProApi', {
		keyId: simulator.account.keyId,
		baseUrl: simulator.url,
		textEncoding: 'iso-8859-15',
	});
	const path = `killed-${Date.now()}`;
	const definition = sendWorkflow(items, { parameters: { options: { batchSize: 2 } } }, path);
	const workflow = await n8n.api.createWorkflow(definition, credential);
	await n8n.api.activate(workflow);
	await n8n.waitForWebhook(path);
	await fetch(`${n8n.webhookUrl}/webhook/${path}`);
	while (simulator.requests.length < 2) await pause(20);
	await n8n.kill(role);
	return { simulator, workflow };
}

/** The status of the run, once n8n knows that it has ended. */
export async function finalStatus(n8n: N8n, { workflow }: KilledRun): Promise<string | undefined> {
	for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(500)) {
		const [run] = await n8n.api.listExecutions(workflow.id);
		if (run && run.status !== 'running' && run.status !== 'new') return run.status;
	}
	return undefined;
}

/** n8n is killed in the middle of a run: no message goes out twice. Starts n8n anew: to be called last. */
export function killTest(n8n: () => N8n): void {
	it('A run in which n8n was killed is not resumed, and its retry sends nothing', async () => {
		const run = await killInMidRun(n8n());
		const { simulator, workflow } = run;
		try {
			expect(received(simulator)).toEqual(reached);
			await n8n().restart();

			expect(await finalStatus(n8n(), run)).toBe('crashed');
			await pause(3_000);
			expect(received(simulator)).toEqual(reached);

			const [{ id } = { id: '' }] = await n8n().api.listExecutions(workflow.id);
			const retried = await n8n().api.retry(await n8n().api.getExecution(id));
			expect(retried.status).toBe('error');
			expect(rowsOf(retried)).toEqual(
				recipients.map((to) => expect.objectContaining({ to, status: 'unknown' })),
			);
			expect(received(simulator)).toEqual(reached);
		} finally {
			await simulator.close();
		}
	});
}
