import { parseArgs } from 'node:util';
import type { Generation } from '../../harness';
import { buildPackage } from '../../harness';
import { Problem } from '../../harness/problem';
import { agreementOf } from './agreement';
import { growthOf, soak } from './soak';

/** Megabytes; a leak of one event an execution would take more. */
const MAX_GROWTH = 25;

/**
 * `npm run soak [-- --generation 1 --messages 10000 --seed 1]`: 10,000 messages and receipts, 1,000
 * replies and downloads, with many faults, in a real n8n; prints what does not agree afterwards.
 *
 * @throws Problem when something does not agree
 */
export async function main(parameters: string[]): Promise<void> {
	const { values } = parseArgs({
		args: parameters,
		options: {
			generation: { type: 'string', default: '2' },
			messages: { type: 'string', default: '10000' },
			seed: { type: 'string', default: String(Date.now() % 1e9) },
		},
	});
	const [messages, seed] = [Number(values.messages), Number(values.seed)];
	const generation: Generation = values.generation === '1' ? 1 : 2;
	await buildPackage();
	console.log(`${messages} messages in n8n ${generation}.x, --seed ${seed}`);
	const started = Date.now();
	const tell = (line: string) =>
		console.log(`  ${Math.round((Date.now() - started) / 1000)} s: ${line}`);
	const { ledger, faults, memory } = await soak({
		...{ generation, seed, messages, phases: 10, kills: 4, tell },
	});
	const { wrong, figures } = agreementOf(ledger);
	console.log({ ...figures, 'requests with a fault': faults });
	for (const { requests, heapUsed, rss } of memory) {
		const [heap, all] = [heapUsed, rss].map((bytes) => Math.round(bytes / 2 ** 20));
		console.log(`  after ${requests} requests and calls: ${heap} MB of heap, ${all} MB in all`);
	}
	if (growthOf(memory) >= MAX_GROWTH) wrong.push(`The heap grew by ${growthOf(memory)} MB`);
	if (wrong.length > 0) throw new Problem(`${wrong.length} things do not agree:`, wrong.join('\n'));
}
