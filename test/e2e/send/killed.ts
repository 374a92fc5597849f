import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { N8n, Role, Workflow } from '../../../harness';
import { createCredential } from '../stage';
import {
	received,
	rowsOf,
	shortened,
	sixItems as items,
	sixRecipients as recipients,
} from './outcome';
import { sendWorkflow } from './workflows';

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
 * @param settings of the workflow
 */
export async function killInMidRun(
	n8n: N8n,
	role?: Role,
	settings?: Workflow['settings'],
): Promise<KilledRun> {
	const simulator = await startSimulator({ service: { latency: 1_000 } });
	const credential = await createCredential(n8n, simulator);
	const path = `killed-${Date.now()}`;
	const definition = sendWorkflow(items, { parameters: { options: { batchSize: 2 } } }, path);
	const workflow = await n8n.api.createWorkflow({ ...definition, settings }, credential);
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

/** Removes what n8n's processes of this role have noted of the nodes that they ran, as on another machine. */
export function forgetEvents({ folder }: N8n, role: Role): void {
	const n8nFolder = join(folder, '.n8n');
	const isOne = /^n8nEventLog-worker/;
	for (const file of readdirSync(n8nFolder))
		if (/^n8nEventLog/.test(file) && isOne.test(file) === (role === 'worker'))
			rmSync(join(n8nFolder, file));
}

/** Retries the run as the editor's button does; gives what came out of the node. */
export async function retryKilled(n8n: N8n, { workflow }: KilledRun): Promise<unknown[]> {
	const [{ id } = { id: '' }] = await n8n.api.listExecutions(workflow.id);
	const retried = await n8n.api.retry(await n8n.api.getExecution(id));
	expect(retried.status).toBe('error');
	return rowsOf(retried);
}

/** What n8n knows of a run in which it was killed. */
interface Knowledge {
	/** What it had noted is lost. */
	forget?: boolean;
	saveExecutionProgress?: boolean;
}

/** n8n is killed in the middle of a run: no message goes out twice. Restarts n8n, so this has to be the last call. */
export function killTest(n8n: () => N8n): void {
	it.each([
		['has noted that the node began', {}],
		['has noted nothing', { forget: true }],
		['has saved what came next', { saveExecutionProgress: true }],
		['has saved what came next and noted nothing', { saveExecutionProgress: true, forget: true }],
	])(
		'A run in which n8n was killed is not resumed, and its retry sends nothing, when n8n %s',
		async (_, { forget = false, ...settings }: Knowledge) => {
			const run = await killInMidRun(n8n(), 'main', settings);
			const { simulator } = run;
			try {
				expect(received(simulator)).toEqual(reached);
				if (forget) forgetEvents(n8n(), 'main');
				await n8n().restart();

				expect(await finalStatus(n8n(), run)).toBe('crashed');
				await pause(3_000);
				expect(received(simulator)).toEqual(reached);

				expect(await retryKilled(n8n(), run)).toEqual(
					recipients.map((phone) =>
						expect.objectContaining({ to: shortened(phone), status: 'unknown' }),
					),
				);
				expect(received(simulator)).toEqual(reached);
			} finally {
				await simulator.close();
			}
		},
	);
}
