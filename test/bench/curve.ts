import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../harness/folders';
import { runsOf, startN8n } from '../../harness';
import { startSimulator } from '../../simulator';
import { createCredential } from '../e2e/stage';
import { drawCurves } from './drawing';
import { Memory, runPatiently } from './measure';
import { ownNode, workflowWith } from './send';

const sizes = [1, 10, 100, 1_000, 10_000, 100_000];
const latency = 50;

/** What it costs to send to a number of recipients. */
interface Point {
	recipients: number;
	seconds: number;
	/** Megabytes at n8n's peak, above what it held before. */
	megabytes: number;
	/** Megabytes of the execution as n8n has stored it. */
	stored: number;
}

/**
 * 1 to 100,000 recipients, their number and text by expression, in one n8n: the time of the node, the
 * memory of n8n, and the size of the stored execution, printed and drawn as docs/pictures/curve.svg.
 */
export async function benchCurve(): Promise<void> {
	const simulator = await startSimulator({
		account: { credit: 10_000_000 },
		service: { latency },
	});
	const n8n = await startN8n();
	const points: Point[] = [];
	try {
		const credential = await createCredential(n8n, simulator);
		// The first run compiles what the others use.
		for (const recipients of [1_000, ...sizes]) {
			await simulator.reset();
			const workflow = await n8n.api.createWorkflow(workflowWith(ownNode, credential, recipients));
			const memory = new Memory(n8n.pid());
			const before = memory.now;
			memory.forgetPeak();
			const execution = await runPatiently(n8n, workflow);
			const [run] = runsOf(execution, 'Send');
			if (execution.status !== 'success') throw new Error(`${recipients}: ${execution.status}`);
			points.push({
				recipients,
				seconds: (run?.executionTime ?? NaN) / 1000,
				megabytes: memory.peak - before,
				stored: (await n8n.api.storedBytes(execution.id)) / 1e6,
			});
		}
	} finally {
		await n8n.stop();
		await simulator.close();
	}
	points.shift();
	for (const { recipients, seconds, megabytes, stored } of points) {
		const size = `${megabytes} MB of memory, ${stored.toFixed(2)} MB stored`;
		console.log(`${recipients} recipients: ${seconds.toFixed(2)} s, ${size}`);
	}
	const curves = [
		{ title: 'Time (s)', values: points.map(({ seconds }) => seconds) },
		{ title: 'Memory of n8n (MB)', values: points.map(({ megabytes }) => megabytes) },
		{ title: 'Stored execution (MB)', values: points.map(({ stored }) => stored) },
	];
	const picture = join(projectFolder, 'docs', 'pictures', 'curve.svg');
	await writeFile(picture, drawCurves('Recipients', sizes, curves));
}
