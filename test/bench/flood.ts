import { activate, startN8n, type N8n, type WorkflowDefinition } from '../../harness';
import { call, nothing, triggerWorkflow } from '../e2e/trigger/workflows';
import { median, seconds } from './measure';
import { webhookWorkflow } from './receive';

const rounds = 5;
/** Both are under n8n's own limit for a body. */
const sizes = [8_000_000, 16_000_000];

/** Bodies that iSendPro never sends, each of nearly the given size. */
const shapes: Array<{ name: string; type: string; body: (size: number) => string }> = [
	{
		name: 'fields',
		type: 'application/x-www-form-urlencoded',
		body: (size) => 'a&'.repeat(size / 2),
	},
	{
		name: 'one long value',
		type: 'application/x-www-form-urlencoded',
		body: (size) => `tel=0612345678&msg_sms=${'a'.repeat(size - 100)}`,
	},
	{
		name: 'escapes',
		type: 'application/x-www-form-urlencoded',
		body: (size) => `tel=0612345678&msg_sms=${'%41'.repeat((size - 100) / 3)}`,
	},
	{
		name: 'JSON',
		type: 'application/json',
		body: (size) => `[${'{"a":1},'.repeat((size - 100) / 8)}{}]`,
	},
	{
		name: 'multipart',
		type: 'multipart/form-data; boundary=part',
		body: (size) =>
			'--part\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n' +
			`Content-Type: text/plain\r\n\r\n${'a'.repeat(size - 200)}\r\n--part--\r\n`,
	},
];

/** @returns milliseconds until the call is answered, and until n8n answers the next, small one */
async function measure(n8n: N8n, url: string, type: string, body: string) {
	const started = performance.now();
	const { status } = await call(url, { body, headers: { 'content-type': type } });
	if (status !== 200) throw new Error(`The call was answered ${status}`);
	const answered = performance.now() - started;
	await call(`${n8n.url}/healthz`);
	return { answered, free: performance.now() - started };
}

async function listening(n8n: N8n, definition: WorkflowDefinition): Promise<string> {
	const workflow = await n8n.api.createWorkflow(definition);
	await activate(n8n, workflow);
	return `${n8n.webhookUrl}/webhook/${workflow.nodes[0]?.webhookId}`;
}

/**
 * Bodies of 8 and 16 MB, which n8n reads and parses before it calls a node: alternates the trigger and
 * n8n's own Webhook node, which answers at once.
 */
export async function benchFlood(): Promise<void> {
	const n8n = await startN8n();
	try {
		// What the Webhook node stores of each call would fill the disk, and later calls would wait.
		const settings = { saveDataSuccessExecution: 'none' as const };
		const trigger = triggerWorkflow({ settings, chains: [[nothing('A')]] });
		const webhook = webhookWorkflow({
			httpMethod: 'POST',
			options: { responseData: 'validation' },
		});
		const candidates = [
			{ name: 'iSendPro Trigger', url: `${await listening(n8n, trigger)}/replies` },
			{ name: 'Webhook', url: await listening(n8n, { ...webhook, settings }) },
		];
		console.log(`Medians of ${rounds}: the trigger and n8n’s Webhook node`);
		for (const size of sizes) {
			for (const { name, type, body } of shapes) {
				const text = body(size);
				const times = candidates.map(() => new Array<{ answered: number; free: number }>());
				for (let round = 0; round < rounds; round++) {
					for (const [index, { url }] of candidates.entries()) {
						times[index]?.push(await measure(n8n, url, type, text));
					}
				}
				const compared = (['answered', 'free'] as const).map((moment) => {
					const medians = times.map((all) => median(all.map((each) => each[moment])));
					const [own = NaN, webhooks = NaN] = medians;
					return `${moment} in ${seconds(own)} and ${seconds(webhooks)}, ${(own / webhooks).toFixed(2)} times`;
				});
				console.log(`${size / 1e6} MB, ${name}: ${compared.join('; ')}`);
			}
		}
	} finally {
		await n8n.stop();
	}
}
