import { benchLoading } from './loading';
import { benchReceive } from './receive';
import { benchReport } from './report';
import { benchSend } from './send';

const benchmarks = new Map([
	['send', benchSend],
	['report', benchReport],
	['receive', benchReceive],
	['loading', benchLoading],
]);

/**
 * Runs the benchmarks of these names, or all, and prints what they measured.
 *
 * @throws Error for a name that is none
 */
export async function bench(names: string[]): Promise<void> {
	for (const name of names.length > 0 ? names : benchmarks.keys()) {
		const run = benchmarks.get(name);
		if (!run)
			throw new Error(`There is no benchmark ${name}: ${[...benchmarks.keys()].join(', ')}`);
		await run();
	}
}
