import type { Account } from '../../api/wire/account';
import type { Failure } from '../../api/wire/failure';
import type { Billing, Funds, Operation, RunOptions, Usage } from '../operation';
import type { Counted, Pending, Settled, Step } from '../task';
import { failed } from '../task';

/** How many SMS tasks take, as far as it can be counted. */
export function usageOf(tasks: readonly Counted[]): Usage {
	const sum = (counted: typeof tasks) => counted.reduce((total, { parts = 0 }) => total + parts, 0);
	return {
		parts: sum(tasks),
		condition: tasks.find(({ partsCondition }) => partsCondition)?.partsCondition,
		dearerParts: sum(tasks.filter(({ mayCostMore }) => mayCostMore)),
	};
}

/** How many SMS this try of a run has taken: what earlier tries have sent is not counted again. */
export function acceptedUsage({ billedParts }: Billing, settled: readonly Settled[]): Usage {
	const tasks = settled.flatMap((one): Counted[] => {
		if (one.outcome !== 'accepted' || one.isRestored || one.repeatedItem !== undefined) return [];
		const billed = billedParts?.(one.result);
		return [billed === undefined ? one.task : { ...one.task, parts: billed }];
	});
	return usageOf(tasks);
}

/** What is within the limits of a run, what is not, and credit and price where they were asked for. */
export type Limited = Step & { readonly funds?: Funds };

/**
 * Lets a run that would take more SMS, cost more or leave less than allowed fail before its next request.
 * @param known what is known of credit and price: the balance is asked for once a run, and only where a
 *   limit needs it
 */
export async function enforceLimits(
	{ billing }: Operation,
	account: Account,
	{ maxSms = Infinity, maxCost = Infinity, minimumCredit = -Infinity }: RunOptions,
	pending: readonly Pending[],
	known?: Funds,
): Promise<Limited> {
	const within = { pending, settled: [], funds: known };
	if (!billing || pending.length === 0) return within;
	const stop = (failure: Failure, funds = known) => ({
		...{ pending: [], settled: pending.map((one) => failed(one, failure)), funds },
	});
	const usage = usageOf(pending.map(({ task }) => task));
	if (usage.parts > maxSms) return stop(billing.limitExceeded(usage, maxSms));
	if (maxCost === Infinity && minimumCredit === -Infinity) return within;
	const funds = known ?? (await billing.readFunds(account));
	const failure = billing.costExceeded(usage, funds, { maxCost, minimumCredit });
	return failure ? stop(failure, funds) : { ...within, funds };
}
