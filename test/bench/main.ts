import { buildPackage } from '../../harness';
import { Problem } from '../../harness/problem';
import { benchCurve } from './curve';
import { benchLoading } from './loading';
import { benchFlood } from './flood';
import { benchReceive } from './receive';
import { benchReport } from './report';
import { benchSend } from './send';

const benchmarks = new Map([
	['send', benchSend],
	['curve', benchCurve],
	['report', benchReport],
	['receive', benchReceive],
	['loading', benchLoading],
	['flood', benchFlood],
]);

/**
 * `npm run bench [-- send report]`: runs the benchmarks of these names, or all, beside n8n's own nodes
 * on the same work, and prints what they measured.
 *
 * @throws Problem for an unknown name
 */
export async function main(names: string[]): Promise<void> {
	await buildPackage();
	for (const name of names.length > 0 ? names : benchmarks.keys()) {
		const run = benchmarks.get(name);
		if (!run)
			throw new Problem(`There is no benchmark ${name}: ${[...benchmarks.keys()].join(', ')}`);
		await run();
	}
}
