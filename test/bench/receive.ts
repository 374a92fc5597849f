import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import type { N8n, Workflow, WorkflowDefinition } from '../../harness';
import { activate, startN8n } from '../../harness';
import { call, nothing, triggerWorkflow } from '../e2e/trigger/workflows';
import { chain, node } from '../helpers/workflow';
import { median, seconds } from './measure';

const calls = 300;
const atOnce = 50;
const rounds = 3;

/** n8n's Webhook node, an empty node behind it, and the node that answers. */
export function webhookWorkflow(
	parameters: INodeParameters,
	...answering: string[]
): WorkflowDefinition {
	const id = randomUUID();
	const webhook = { ...node('Webhook', 'webhook', { path: id, ...parameters }, 2), webhookId: id };
	const answer = { respondWith: 'text', responseBody: 'validation' };
	const behind = answering.map((name) => node(name, 'respondToWebhook', answer, 1.1));
	const nodes = [webhook, nothing('A'), ...behind];
	return { name: 'Bench', nodes, connections: chain(...nodes.map(({ name }) => name)) };
}

const candidates: Array<{ name: string; definition: () => WorkflowDefinition; path: string }> = [
	...(['onReceived', 'lastNode'] as const).map((acknowledge) => ({
		name: `iSendPro Trigger, ${acknowledge}`,
		definition: () => triggerWorkflow({ parameters: { acknowledge }, chains: [[nothing('A')]] }),
		path: '/delivery-receipts',
	})),
	{
		name: 'Webhook that answers at once',
		definition: () => webhookWorkflow({ options: { responseData: 'validation' } }),
		path: '',
	},
	{
		name: 'Webhook and Respond to Webhook',
		definition: () => webhookWorkflow({ responseMode: 'responseNode' }, 'R'),
		path: '',
	},
];

/** @returns the milliseconds until the last call was answered, and until the last execution had ended */
async function measure(n8n: N8n, { id, nodes }: Workflow, path: string, earlier: number) {
	const url = `${n8n.webhookUrl}/webhook/${nodes[0]?.webhookId}${path}`;
	let next = 0;
	const started = Date.now();
	const caller = async () => {
		for (let index = next++; index < calls; index = next++) {
			const query = `tel=0612345678&statut=0&date=2026-11-23&heure=10:00:00&id=${index}&operateur=SFR&tracker=t${index}`;
			const { text } = await call(`${url}?${query}`);
			if (text !== 'validation') throw new Error(`A call was answered ${text}`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, caller));
	const answered = Date.now() - started;
	const ended = async () => {
		const executions = await n8n.api.listExecutions(id);
		return executions.filter(({ status }) => status === 'success').length === earlier + calls;
	};
	while (!(await ended())) await pause(500);
	return { answered, ended: Date.now() - started };
}

/**
 * 300 calls, 50 at a time: alternates the trigger in both modes and n8n's Webhook node in two of its
 * modes, in both generations. n8n 2.x spares only its own Webhook node a sandbox for expressions.
 */
export async function benchReceive(): Promise<void> {
	for (const generation of [1, 2] as const) {
		const n8n = await startN8n({ generation });
		try {
			console.log(`${calls} calls, ${atOnce} at once, n8n ${generation}.x`);
			await compare(n8n);
		} finally {
			await n8n.stop();
		}
	}
}

async function compare(n8n: N8n): Promise<void> {
	const listening = [];
	for (const candidate of candidates) {
		const workflow = await n8n.api.createWorkflow(candidate.definition());
		await activate(n8n, workflow);
		listening.push({ ...candidate, workflow, times: new Array<number>() });
	}
	for (let round = 0; round < rounds; round++) {
		for (const { name, workflow, path, times } of listening) {
			const { answered, ended } = await measure(n8n, workflow, path, round * calls);
			times.push(answered);
			console.log(`  ${name}: answered in ${seconds(answered)}, done in ${seconds(ended)}`);
		}
	}
	const medians = listening.map(({ times }) => median(times));
	for (const [index, { name, times }] of listening.entries()) {
		const time = medians[index] ?? NaN;
		const ratios = medians.slice(0, 2).map((own) => (time / own).toFixed(2));
		const all = times.map(seconds).join(', ');
		console.log(`${name}: ${seconds(time)} (${all}), ${ratios.join(' and ')} times the trigger’s`);
	}
}
