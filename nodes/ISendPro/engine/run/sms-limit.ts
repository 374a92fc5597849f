import type { Operation, RunOptions, Usage } from '../operation';
import type { Pending, Step } from '../task';
import { failed } from '../task';

/** How many SMS tasks take, as far as it can be counted. */
export function usageOf(pending: readonly Pending[]): Usage {
	return {
		parts: pending.reduce((sum, { task: { parts = 0 } }) => sum + parts, 0),
		condition: pending.find(({ task }) => task.partsCondition)?.task.partsCondition,
	};
}

/** Lets a run that would take more SMS than allowed fail before its next request. */
export function enforceMaxSms(
	{ billing }: Operation,
	{ maxSms = Infinity }: RunOptions,
	pending: readonly Pending[],
): Step {
	const usage = usageOf(pending);
	if (!billing || usage.parts <= maxSms) return { pending, settled: [] };
	const failure = billing.limitExceeded(usage, maxSms);
	return { pending: [], settled: pending.map((one) => failed(one, failure)) };
}
